export { accepterOf, type Crew, ownerOf } from './crew';
export { ProjectMember } from './project-member.entity';
export { Standings } from './standings';
export { Team } from './team.entity';
export { TeamMember } from './team-member.entity';
export { type ShownMember, type ShownTeam, TeamsQueries } from './teams.queries';
export { type Staffing, TeamsService } from './teams.service';
export { TeamsModule } from './teams.module';

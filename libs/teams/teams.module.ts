import { Global, Module } from '@nestjs/common';
import { MembershipWriter } from '@convener/accounts';
import { TypeOrmModule } from '@nestjs/typeorm';
import { InvitedMembership } from './invited-membership';
import { ProjectMember } from './project-member.entity';
import { Standings } from './standings';
import { Team } from './team.entity';
import { TeamMember } from './team-member.entity';
import { TemporaryStaff } from './temporary-staff.entity';
import { TeamsQueries } from './teams.queries';
import { TeamsService } from './teams.service';

@Global()
@Module({
  imports: [TypeOrmModule.forFeature([Team, TeamMember, ProjectMember, TemporaryStaff])],
  providers: [Standings, TeamsQueries, TeamsService, { provide: MembershipWriter, useClass: InvitedMembership }],
  exports: [Standings, TeamsQueries, TeamsService, MembershipWriter],
})
export class TeamsModule {}

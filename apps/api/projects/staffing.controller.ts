import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ProjectsQueries, StaffingService } from '@convener/projects';
import { Body, Controller, Delete, HttpCode, Param, Patch, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { EditTeam, NewTeam, Project, SetMember } from './projects.dto';

/** Who takes part in a project, and its sub-teams. Each answers the project as it then is. */
@ApiTags('projects')
@Controller()
export class StaffingController {
  constructor(
    private readonly staffing: StaffingService,
    private readonly projects: ProjectsQueries,
  ) {}

  /** Gives a person this role and exactly these sub-teams. */
  @Put('projects/:id/members/:personId')
  @Once()
  @Policy('members.manage')
  async setMember(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('personId', IdPipe) personId: string,
    @Body() body: SetMember,
  ): Promise<Project> {
    await this.staffing.setMember(me, id, personId, body.role, body.teams ?? []);
    return this.projects.one(me, id);
  }

  /** Their open work goes back to its sub-team. */
  @Delete('projects/:id/members/:personId')
  @HttpCode(204)
  @Once()
  @Policy('members.manage')
  async removeMember(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('personId', IdPipe) personId: string,
  ): Promise<void> {
    await this.staffing.removeMember(me, id, personId);
  }

  @Post('projects/:id/teams')
  @Once()
  @Policy('members.manage')
  async addTeam(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: NewTeam,
  ): Promise<Project> {
    await this.staffing.addTeam(me, id, body.name, body.nameEn ?? null);
    return this.projects.one(me, id);
  }

  @Patch('teams/:id')
  @Policy('members.manage')
  async renameTeam(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditTeam,
    @SeenVersion() seen: number | null,
  ): Promise<Project> {
    const current = () => this.projects.team(me, id);
    const { projectId } = await orCurrent(this.staffing.renameTeam(me, id, body, seen), current);
    return this.projects.one(me, projectId);
  }
}

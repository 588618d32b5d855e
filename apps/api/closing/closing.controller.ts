import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ClosingQueries, ClosingService } from '@convener/closing';
import { ProjectsQueries } from '@convener/projects';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { Project } from '../projects/projects.dto';
import { Reason } from '../projects/reason.dto';
import { CloseProject, ProjectClosing, WaiveThings } from './closing.dto';

@ApiTags('closing')
@Controller('projects/:id')
export class ClosingController {
  constructor(
    private readonly closings: ClosingService,
    private readonly queries: ClosingQueries,
    private readonly projects: ProjectsQueries,
  ) {}

  /** What is still open by who must act, what is waived and why, and how often the project was closed. */
  @Get('closing')
  @Policy('closing.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<ProjectClosing> {
    return this.queries.one(me, id);
  }

  /** Waives one or many open things with one reason; what is settled meanwhile is passed by. */
  @Post('closing/waivers')
  @HttpCode(200)
  @Once()
  @Policy('project.close')
  async waive(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { things, reason }: WaiveThings,
  ): Promise<ProjectClosing> {
    await this.closings.waive(me, id, things, reason);
    return this.queries.one(me, id);
  }

  /** What was waived is open again. */
  @Post('closing/waivers/:waiverId/take-back')
  @HttpCode(200)
  @Once()
  @Policy('project.close')
  async takeBack(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('waiverId', IdPipe) waiverId: string,
    @Body() { reason }: Reason,
  ): Promise<ProjectClosing> {
    await this.closings.takeBack(me, id, waiverId, reason);
    return this.queries.one(me, id);
  }

  /** Closes it: from then on it can only be read. 409 lists what is neither settled nor waived. */
  @Post('close')
  @HttpCode(200)
  @Once()
  @Policy('project.close')
  async close(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: CloseProject,
  ): Promise<Project> {
    await this.closings.close(me, id, body);
    return this.projects.one(me, id);
  }

  @Post('reopen')
  @HttpCode(200)
  @Once()
  @Policy('project.close')
  async reopen(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string, @Body() body: Reason): Promise<Project> {
    await this.closings.reopen(me, id, body.reason);
    return this.projects.one(me, id);
  }
}

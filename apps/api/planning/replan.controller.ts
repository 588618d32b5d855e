import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { ReplanService, ReplansQueries, ReplanUndoService } from '@convener/planning';
import { ProjectsQueries } from '@convener/projects';
import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { PastReplans, ReplanDone, ReplanPreview, ReplanRequest, UndoneReplan } from './replan.dto';

@ApiTags('planning')
@Controller('projects/:id')
export class ReplanController {
  constructor(
    private readonly replans: ReplanService,
    private readonly undos: ReplanUndoService,
    private readonly queries: ReplansQueries,
    private readonly projects: ProjectsQueries,
  ) {}

  /** Each row that would move, appear or fall away, and why. Writes nothing. */
  @Post('replan/preview')
  @HttpCode(200)
  @Policy('project.replan')
  async preview(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ReplanRequest,
  ): Promise<ReplanPreview> {
    const found = await this.replans.preview(me, id, body);
    return { ...found, anchors: [...found.anchors] };
  }

  /** Does what the preview shows; If-Match is the project's version that it answered. */
  @Post('replan')
  @HttpCode(200)
  @Once()
  @Policy('project.replan')
  replan(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: ReplanRequest,
    @SeenVersion() seen: number | null,
  ): Promise<ReplanDone> {
    return orCurrent(this.replans.apply(me, id, body, seen), () => this.projects.one(me, id));
  }

  /** What was re-planned, the newest first. */
  @Get('replans')
  @Policy('project.read')
  async list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<PastReplans> {
    return { items: await this.queries.of(me, id) };
  }

  /** Takes the last re-plan back; what somebody has changed since stays as it is and is listed. */
  @Post('replans/:replanId/undo')
  @HttpCode(200)
  @Once()
  @Policy('project.replan')
  undo(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('replanId', IdPipe) replanId: string,
  ): Promise<UndoneReplan> {
    return this.undos.undo(me, id, replanId);
  }
}

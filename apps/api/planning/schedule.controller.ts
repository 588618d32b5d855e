import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { FollowService } from '@convener/planning';
import { PredecessorsService, ScheduleQueries } from '@convener/predecessors';
import { WorkItemsQueries } from '@convener/projects';
import { Body, Controller, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { WorkItem } from '../projects/work.dto';
import { Follow, Followed, Predecessors, PushedRows, Schedule } from './schedule.dto';

@ApiTags('schedule')
@Controller()
export class ScheduleController {
  constructor(
    private readonly queries: ScheduleQueries,
    private readonly follows: FollowService,
    private readonly predecessors: PredecessorsService,
    private readonly workItems: WorkItemsQueries,
  ) {}

  /** Baseline, plan, what is to be expected, what pushes what, float and critical path. */
  @Get('projects/:id/schedule')
  @Policy('project.read')
  view(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Schedule> {
    return this.queries.view(me, id);
  }

  /** What following the push of late predecessors would move. Writes nothing. */
  @Post('projects/:id/schedule/follow/preview')
  @HttpCode(200)
  @Policy('work.assign-any')
  async preview(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Follow,
  ): Promise<PushedRows> {
    return { items: await this.follows.preview(me, id, body.items) };
  }

  /** Moves open work by as much as late predecessors push it. */
  @Post('projects/:id/schedule/follow')
  @HttpCode(200)
  @Once()
  @Policy('work.assign-any')
  follow(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string, @Body() body: Follow): Promise<Followed> {
    return this.follows.follow(me, id, body.items);
  }

  /** Replaces what a work item waits for; 409 names the way round where it would wait for itself. */
  @Put('work-items/:id/predecessors')
  @TagsVersion()
  @Policy('work-item.edit')
  async replace(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Predecessors,
    @SeenVersion() seen: number | null,
  ): Promise<WorkItem> {
    const current = () => this.workItems.one(me, id);
    await orCurrent(this.predecessors.replace(me, id, body.predecessors, seen), current);
    return current();
  }
}

import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { MilestonesQueries, MilestonesService } from '@convener/milestones';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { AddMilestone, EditMilestone, Milestone, Milestones } from './milestones.dto';

/** The days that a contract names. */
@ApiTags('planning')
@Controller()
export class MilestonesController {
  constructor(
    private readonly milestones: MilestonesService,
    private readonly queries: MilestonesQueries,
  ) {}

  @Get('projects/:id/milestones')
  @Policy('project.read')
  async list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Milestones> {
    return { items: await this.queries.of(me, id) };
  }

  @Post('projects/:id/milestones')
  @Once()
  @Policy('milestone.manage')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: AddMilestone,
  ): Promise<Milestone> {
    const added = await this.milestones.add(me, id, body);
    return this.queries.one(me, added.id);
  }

  /** Its own work moves at once; other rows that count from it move with the next re-plan. */
  @Patch('milestones/:id')
  @TagsVersion()
  @Policy('milestone.manage')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditMilestone,
    @SeenVersion() seen: number | null,
  ): Promise<Milestone> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.milestones.edit(me, id, body, seen), current);
    return current();
  }

  /** 409 names what still counts from it. */
  @Delete('milestones/:id')
  @HttpCode(204)
  @Once()
  @Policy('milestone.manage')
  async remove(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<void> {
    await this.milestones.remove(me, id);
  }
}

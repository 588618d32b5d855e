import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { DeliverablesService, WorkItemsQueries } from '@convener/projects';
import { Body, Controller, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion, SeenVersionIfGiven } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { AcceptedDeliverable, Deliverable } from './work.dto';
import { Reason } from './reason.dto';
import { EditDeliverable, GivenEvidence } from './work-edits.dto';

/** Each answers the deliverable as it then is; doing the same twice changes nothing. */
@ApiTags('deliverables')
@Controller('deliverables/:id')
export class DeliverablesController {
  constructor(
    private readonly deliverables: DeliverablesService,
    private readonly queries: WorkItemsQueries,
  ) {}

  @Get()
  @TagsVersion()
  @Policy('work.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Deliverable> {
    return this.queries.deliverable(me, id);
  }

  @Patch()
  @TagsVersion()
  @Policy('work-item.edit')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditDeliverable,
    @SeenVersion() seen: number | null,
  ): Promise<Deliverable> {
    const current = () => this.queries.deliverable(me, id);
    await orCurrent(this.deliverables.edit(me, id, body, seen), current);
    return current();
  }

  /** Hands it in; where nobody accepts it, that delivers it. */
  @Post('submit')
  @HttpCode(200)
  @Once()
  @Policy('deliverable.submit')
  async submit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: GivenEvidence,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<Deliverable> {
    const current = () => this.queries.deliverable(me, id);
    await orCurrent(this.deliverables.submit(me, id, body, seen), current);
    return current();
  }

  /** Takes one's own submit back. */
  @Post('withdraw')
  @HttpCode(200)
  @Once()
  @Policy('deliverable.submit')
  async withdraw(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Deliverable> {
    await this.deliverables.withdraw(me, id);
    return this.queries.deliverable(me, id);
  }

  /** Accepts it; names the checks of its work item that are still open. */
  @Post('accept')
  @HttpCode(200)
  @Once()
  @Policy('deliverable.accept')
  async accept(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<AcceptedDeliverable> {
    const current = () => this.queries.deliverable(me, id);
    const { warnings } = await orCurrent(this.deliverables.accept(me, id, seen), current);
    return { ...(await current()), warnings };
  }

  /** Takes one's own acceptance back, within ten minutes. */
  @Post('unaccept')
  @HttpCode(200)
  @Once()
  @Policy('deliverable.accept')
  async unaccept(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Deliverable> {
    await this.deliverables.unaccept(me, id);
    return this.queries.deliverable(me, id);
  }

  @Post('return')
  @HttpCode(200)
  @Once()
  @Policy('deliverable.accept')
  async return(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Reason,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<Deliverable> {
    const current = () => this.queries.deliverable(me, id);
    await orCurrent(this.deliverables.return(me, id, body.reason, seen), current);
    return current();
  }

  @Post('waive')
  @HttpCode(200)
  @Once()
  @Policy('deliverable.waive')
  async waive(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Reason,
  ): Promise<Deliverable> {
    await this.deliverables.waive(me, id, body.reason);
    return this.queries.deliverable(me, id);
  }

  @Post('reopen')
  @HttpCode(200)
  @Once()
  @Policy('deliverable.reopen')
  async reopen(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Reason,
  ): Promise<Deliverable> {
    await this.deliverables.reopen(me, id, body.reason);
    return this.queries.deliverable(me, id);
  }

  /** Adds a note or link without handing anything in. */
  @Post('evidence')
  @Once()
  @Policy('deliverable.submit')
  async addEvidence(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: GivenEvidence,
  ): Promise<Deliverable> {
    await this.deliverables.addMoreEvidence(me, id, body);
    return this.queries.deliverable(me, id);
  }
}

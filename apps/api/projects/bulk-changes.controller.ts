import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { BulkChangesQueries, BulkUndoService } from '@convener/bulk-changes';
import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { BulkUndone, PastBulkChanges } from './assignments.dto';

/** What was changed of many work items at once, while it can be taken back. */
@ApiTags('work items')
@Controller('projects/:id/bulk-changes')
export class BulkChangesController {
  constructor(
    private readonly queries: BulkChangesQueries,
    private readonly undos: BulkUndoService,
  ) {}

  /** Those of the last day, the newest first. */
  @Get()
  @Policy('activity.read')
  async list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<PastBulkChanges> {
    return { items: await this.queries.of(me, id) };
  }

  /** Takes one back; what somebody has changed since stays as it is and is listed. */
  @Post(':bulkId/undo')
  @HttpCode(200)
  @Once()
  @Policy('work.assign-any')
  undo(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('bulkId', IdPipe) bulkId: string,
  ): Promise<BulkUndone> {
    return this.undos.undo(me, id, bulkId);
  }
}

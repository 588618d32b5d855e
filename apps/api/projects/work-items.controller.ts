import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { badRequest } from '@convener/kernel';
import {
  OwnRowsService,
  type WorkItemCursor,
  WorkItemsQueries,
  WorkItemsService,
  WorkOrigins,
} from '@convener/projects';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { decodeCursor, encodeCursor, limitOf } from '../http/paging';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { WorkItemOrigin } from './origins.dto';
import { WorkItem, WorkItemPage } from './work.dto';
import { OwnCheck, OwnDeliverable, OwnWorkItem } from './own-work.dto';
import { Reason } from './reason.dto';
import { EditWorkItem } from './work-edits.dto';
import { filterOf, WorkItemQuery } from './work-queries.dto';

@ApiTags('work items')
@Controller()
export class WorkItemsController {
  constructor(
    private readonly workItems: WorkItemsService,
    private readonly ownRows: OwnRowsService,
    private readonly queries: WorkItemsQueries,
    private readonly origins: WorkOrigins,
  ) {}

  /** The project's checklist, in its own order. */
  @Get('projects/:id/work-items')
  @Policy('work.read')
  async list(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() query: WorkItemQuery,
  ): Promise<WorkItemPage> {
    const after = positionOf(query.cursor);
    const page = await this.queries.page(me, id, filterOf(query), { after, limit: limitOf(query) });
    return { items: page.items, next: page.next && encodeCursor([page.next.position, page.next.id]) };
  }

  /** Adds a work item of the project's own. */
  @Post('projects/:id/work-items')
  @Once()
  @Policy('work-item.create')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: OwnWorkItem,
  ): Promise<WorkItem> {
    const added = await this.ownRows.addItem(me, id, body);
    return this.queries.one(me, added.id);
  }

  @Get('work-items/:id')
  @TagsVersion()
  @Policy('work.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<WorkItem> {
    return this.queries.one(me, id);
  }

  /** The row of a list, or the entry of a record, that it was made from. */
  @Get('work-items/:id/origin')
  @Policy('project.read')
  async origin(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<WorkItemOrigin> {
    return { origin: await this.origins.originOf(me, id) };
  }

  /** Edits, assigns, or changes the status. */
  @Patch('work-items/:id')
  @TagsVersion()
  @Policy('work-item.progress')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditWorkItem,
    @SeenVersion() seen: number | null,
  ): Promise<WorkItem> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.workItems.edit(me, id, body, seen), current);
    return current();
  }

  /** Takes a work item of one's own sub-team that nobody has. */
  @Post('work-items/:id/claim')
  @HttpCode(200)
  @Once()
  @Policy('work-item.claim')
  async claim(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<WorkItem> {
    await this.workItems.claim(me, id);
    return this.queries.one(me, id);
  }

  @Post('work-items/:id/reopen')
  @HttpCode(200)
  @Once()
  @Policy('work-item.reopen')
  async reopen(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: Reason,
  ): Promise<WorkItem> {
    await this.workItems.reopen(me, id, body.reason);
    return this.queries.one(me, id);
  }

  /** Adds a deliverable of the project's own. */
  @Post('work-items/:id/deliverables')
  @Once()
  @Policy('work-item.edit')
  async addDeliverable(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: OwnDeliverable,
  ): Promise<WorkItem> {
    await this.ownRows.addDeliverable(me, id, body);
    return this.queries.one(me, id);
  }

  /** Adds a check of the project's own. */
  @Post('work-items/:id/checks')
  @Once()
  @Policy('work-item.edit')
  async addCheck(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: OwnCheck,
  ): Promise<WorkItem> {
    await this.ownRows.addCheck(me, id, body.text);
    return this.queries.one(me, id);
  }
}

/** Positions are 32-bit whole numbers; anything else never came from us. */
function positionOf(cursor: string | undefined): WorkItemCursor | null {
  const key = decodeCursor(cursor, ['number', 'string']);
  if (!key) return null;
  const [position, id] = key;
  if (Number.isInteger(position) && Math.abs(position) <= 0x7fffffff) return { position, id };
  const text = { zh: '分頁記號不正確，請從第一頁開始。', en: 'The cursor is not valid; start from the first page.' };
  throw badRequest('bad-cursor', text, [{ pointer: '/cursor', ...text }]);
}

import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { RecordEntriesQueries, RecordEntriesService, RecordWorkService } from '@convener/records';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion, SeenVersionIfGiven } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { EditRecordEntry, NewRecordEntry, RecordEntry, RecordEntryList } from './records.dto';

/** The entries of a deliverable of kind `record`: meetings, incidents, rehearsals. */
@ApiTags('records')
@Controller()
export class RecordsController {
  constructor(
    private readonly entries: RecordEntriesService,
    private readonly work: RecordWorkService,
    private readonly queries: RecordEntriesQueries,
  ) {}

  @Get('deliverables/:id/record-entries')
  @Policy('records.read')
  list(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<RecordEntryList> {
    return this.queries.ofDeliverable(me, id);
  }

  @Post('deliverables/:id/record-entries')
  @Once()
  @Policy('records.write')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) deliverableId: string,
    @Body() body: NewRecordEntry,
  ): Promise<RecordEntry> {
    const { id } = await this.entries.add(me, deliverableId, body);
    return this.queries.one(me, id);
  }

  @Get('record-entries/:id')
  @TagsVersion()
  @Policy('records.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<RecordEntry> {
    return this.queries.one(me, id);
  }

  @Patch('record-entries/:id')
  @TagsVersion()
  @Policy('records.write')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditRecordEntry,
    @SeenVersion() seen: number | null,
  ): Promise<RecordEntry> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.entries.edit(me, id, body, seen), current);
    return current();
  }

  /** Work items that were made from its action items stay. */
  @Delete('record-entries/:id')
  @HttpCode(204)
  @Once()
  @Policy('records.write')
  async remove(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<void> {
    await orCurrent(this.entries.remove(me, id, seen), () => this.queries.one(me, id));
  }

  /** Makes an action item a work item of the project; a second time changes nothing. */
  @Post('record-entries/:id/actions/:actionId/work-item')
  @HttpCode(200)
  @Once()
  @Policy('work-item.create')
  async makeWork(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Param('actionId', IdPipe) actionId: string,
  ): Promise<RecordEntry> {
    await this.work.make(me, id, actionId);
    return this.queries.one(me, id);
  }
}

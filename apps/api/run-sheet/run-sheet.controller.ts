import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { CuesService, RunSheetQueries } from '@convener/run-sheet';
import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion, SeenVersionIfGiven } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import {
  CallCue,
  CopyDay,
  Cue,
  CueList,
  EditCue,
  NewCues,
  OfferedFiles,
  OwnRunSheets,
  RunSheet,
} from './run-sheet.dto';

/** The run sheet of a project's event days. */
@ApiTags('run sheet')
@Controller()
export class RunSheetController {
  constructor(
    private readonly cues: CuesService,
    private readonly queries: RunSheetQueries,
  ) {}

  /** Those of today and tomorrow in which the caller has a part, also as temporary staff. */
  @Get('me/run-sheets')
  @Policy('me.use')
  async mine(@CurrentPerson() me: SignedIn): Promise<OwnRunSheets> {
    return { items: await this.queries.mine(me) };
  }

  @Get('projects/:id/run-sheet')
  @Policy('run-sheet.read')
  sheet(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<RunSheet> {
    return this.queries.of(me, id);
  }

  /** Files of the project that a cue can name. */
  @Get('projects/:id/run-sheet/files')
  @Policy('run-sheet.edit')
  async files(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<OfferedFiles> {
    return { items: await this.queries.files(me, id) };
  }

  /** One, or many from a spreadsheet: all of them or none. */
  @Post('projects/:id/run-sheet/cues')
  @Once()
  @Policy('run-sheet.edit')
  async add(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { cues }: NewCues,
  ): Promise<CueList> {
    const { ids } = await this.cues.add(me, id, cues);
    return { items: await this.queries.some(me, id, ids) };
  }

  /** All cues of a day as they are planned, on another day. */
  @Post('projects/:id/run-sheet/copy-day')
  @Once()
  @Policy('run-sheet.edit')
  async copyDay(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { fromDay, toDay }: CopyDay,
  ): Promise<CueList> {
    const { ids } = await this.cues.copyDay(me, id, fromDay, toDay);
    return { items: await this.queries.some(me, id, ids) };
  }

  @Get('run-sheet-cues/:id')
  @TagsVersion()
  @Policy('run-sheet.read')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<Cue> {
    return this.queries.one(me, id);
  }

  @Patch('run-sheet-cues/:id')
  @TagsVersion()
  @Policy('run-sheet.edit')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() body: EditCue,
    @SeenVersion() seen: number | null,
  ): Promise<Cue> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.cues.edit(me, id, body, seen), current);
    return current();
  }

  @Delete('run-sheet-cues/:id')
  @HttpCode(204)
  @Once()
  @Policy('run-sheet.edit')
  async remove(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<void> {
    await orCurrent(this.cues.remove(me, id, seen), () => this.queries.one(me, id));
  }

  /** Begins it, ends it, leaves it out, or takes that back. A second time changes nothing. */
  @Post('run-sheet-cues/:id/state')
  @HttpCode(200)
  @Once()
  @Policy('run-sheet.call')
  async call(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { state }: CallCue,
    @SeenVersionIfGiven() seen: number | null,
  ): Promise<Cue> {
    const current = () => this.queries.one(me, id);
    await orCurrent(this.cues.call(me, id, state, seen), current);
    return current();
  }
}

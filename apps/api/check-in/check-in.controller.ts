import { CurrentPerson, Policy, type SignedIn, Unattended } from '@convener/access';
import { CheckInQueries, CheckInService, EntriesService } from '@convener/check-in';
import { XLSX } from '@convener/platform';
import { Body, Controller, Get, HttpCode, Param, Patch, Post, Query, type StreamableFile } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { IdPipe } from '../http/id.pipe';
import { Once } from '../http/once';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { xlsxFile } from '../http/xlsx';
import { CheckIn, EditCheckIn, fieldsOf, OwnCheckInList } from './check-in.dto';
import { DeskList, DeskListQuery, NewDesk, NewEntries, OpenedDesk, TakenEntries } from './desks.dto';

/** The registration desks on site: who has arrived. Everything is about one list of registrations. */
@ApiTags('check-in')
@Controller()
export class CheckInController {
  constructor(
    private readonly checkIns: CheckInService,
    private readonly entries: EntriesService,
    private readonly queries: CheckInQueries,
  ) {}

  /** Open ones of the sub-teams that the caller belongs to, also as temporary staff. */
  @Get('me/check-ins')
  @Policy('me.use')
  async mine(@CurrentPerson() me: SignedIn): Promise<OwnCheckInList> {
    return { items: await this.queries.mine(me) };
  }

  @Get('registers/:id/check-in')
  @TagsVersion()
  @Policy('check-in.work')
  one(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<CheckIn> {
    return this.queries.view(me, id);
  }

  /** With the columns that suit; what is open already stays as it is. */
  @Post('registers/:id/check-in')
  @HttpCode(200)
  @Once()
  @Policy('check-in.manage')
  async open(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<CheckIn> {
    await this.checkIns.open(me, id);
    return this.queries.view(me, id);
  }

  @Patch('registers/:id/check-in')
  @TagsVersion()
  @Policy('check-in.manage')
  async edit(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { fields, consent, ...body }: EditCheckIn,
    @SeenVersion() seen: number | null,
  ): Promise<CheckIn> {
    const told = consent && { text: consent.text, textEn: consent.textEn ?? null };
    const current = () => this.queries.view(me, id);
    await orCurrent(this.checkIns.edit(me, id, { ...body, fields: fieldsOf(fields), consent: told }, seen), current);
    return current();
  }

  /** A device becomes a desk. */
  @Post('registers/:id/check-in/desks')
  @Once()
  @Policy('check-in.work')
  openDesk(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { name }: NewDesk,
  ): Promise<OpenedDesk> {
    return this.checkIns.openDesk(me, id, name);
  }

  /** What a desk works with, also without a network: all registrations, of each what is needed there. */
  @Get('registers/:id/check-in/list')
  @Unattended()
  @Policy('check-in.work')
  list(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Query() { since }: DeskListQuery,
  ): Promise<DeskList> {
    return this.queries.list(me, id, since ?? null);
  }

  /** 實際報到人員名單: who has arrived, when, and at which desk. */
  @Get('registers/:id/check-in/arrivals')
  @ApiOkResponse({ content: { [XLSX]: { schema: { type: 'string', format: 'binary' } } } })
  @Policy('check-in.work')
  async arrivals(@CurrentPerson() me: SignedIn, @Param('id', IdPipe) id: string): Promise<StreamableFile> {
    const { name, ...table } = await this.queries.arrivals(me, id);
    return xlsxFile(`${name} 實際報到人員名單.xlsx`, table);
  }

  /**
   * What a desk has written down, each entry once however often it comes. Answered one by one: `double` where somebody
   * had arrived or paid before, `refused` with the reason where it could not be taken; the others are taken all the same.
   */
  @Post('registers/:id/check-in/entries')
  @HttpCode(200)
  @Once()
  @Policy('check-in.work')
  async take(
    @CurrentPerson() me: SignedIn,
    @Param('id', IdPipe) id: string,
    @Body() { deskId, entries }: NewEntries,
  ): Promise<TakenEntries> {
    return { items: await this.entries.take(me, id, deskId, entries) };
  }
}

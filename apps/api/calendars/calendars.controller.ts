import { CurrentPerson, Policy, type SignedIn } from '@convener/access';
import { CalendarsService, readCalendarFile } from '@convener/schedule';
import { Body, Controller, Delete, Get, HttpCode, Param, Post, Put } from '@nestjs/common';
import { ApiTags } from '@nestjs/swagger';
import { orCurrent, SeenVersion } from '../http/seen-version';
import { TagsVersion } from '../http/version-tag';
import { CalendarYear, CalendarYears, PutCalendarYear, ReadCalendar, ReadCalendarFile } from './calendars.dto';
import { YearPipe } from './year.pipe';

/** The office calendar: which days are off beside Saturdays and Sundays. */
@ApiTags('calendars')
@Controller('calendars')
export class CalendarsController {
  constructor(private readonly calendars: CalendarsService) {}

  /** The years that are known; beyond them only weekends and fixed dates count. */
  @Get()
  @Policy('calendars.read')
  async list(): Promise<CalendarYears> {
    return { items: await this.calendars.all() };
  }

  @Get(':year')
  @TagsVersion()
  @Policy('calendars.read')
  one(@Param('year', YearPipe) year: number): Promise<CalendarYear> {
    return this.calendars.one(year);
  }

  /** Reads the government's file, and writes nothing. */
  @Post('read')
  @HttpCode(200)
  @Policy('calendars.manage')
  read(@Body() { content }: ReadCalendarFile): ReadCalendar {
    return readCalendarFile(Buffer.from(content, 'base64'));
  }

  /** Puts a year in the place of what is known of it. Days of projects move only when they are re-planned. */
  @Put(':year')
  @TagsVersion()
  @Policy('calendars.manage')
  async put(
    @CurrentPerson() me: SignedIn,
    @Param('year', YearPipe) year: number,
    @Body() body: PutCalendarYear,
    @SeenVersion() seen: number | null,
  ): Promise<CalendarYear> {
    const current = () => this.calendars.one(year);
    await orCurrent(this.calendars.put(me, year, body, seen), current);
    return current();
  }

  /** Goes back to the year that came with the product. */
  @Delete(':year')
  @HttpCode(204)
  @Policy('calendars.manage')
  async remove(
    @CurrentPerson() me: SignedIn,
    @Param('year', YearPipe) year: number,
    @SeenVersion() seen: number | null,
  ): Promise<void> {
    await orCurrent(this.calendars.remove(me, year, seen), () => this.calendars.one(year));
  }
}

import { Injectable } from '@nestjs/common';
import { plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { type OwnDay, WorkingCalendar } from './calendar';
import { type CalendarSeeds, readCalendars } from './calendar.loader';
import { ImportedYear } from './calendar-year.entity';

/** Where the calendars that come with the product stand. */
export abstract class CalendarFolder {
  abstract calendars: string;
}

/** The office calendar that all planning counts by: the years that came with the product, and those imported since. */
@Injectable()
export class OfficeCalendars {
  readonly seeds: CalendarSeeds;
  private known: { revisions: string; calendar: WorkingCalendar };

  constructor(folder: CalendarFolder) {
    this.seeds = readCalendars(folder.calendars);
    this.known = { revisions: '', calendar: new WorkingCalendar(this.seeds.years, this.seeds.fixed) };
  }

  /** As it stands now, also where another process has just imported a year; with the exceptions of one project. */
  async current(em: EntityManager, ownDays: readonly OwnDay[] = []): Promise<WorkingCalendar> {
    const found = await plainRows<{ revision: string }>(em, REVISIONS, []);
    const revisions = found.map(({ revision }) => revision).join();
    if (revisions !== this.known.revisions) this.known = { revisions, calendar: await this.read(em) };
    return this.known.calendar.withOwnDays(ownDays);
  }

  private async read(em: EntityManager): Promise<WorkingCalendar> {
    const imported = await em.find(ImportedYear);
    const years = new Map([...this.seeds.years, ...imported].map((year) => [year.year, year]));
    return new WorkingCalendar([...years.values()], this.seeds.fixed);
  }
}

const REVISIONS = 'SELECT revision FROM calendar_years ORDER BY revision';

import { Injectable } from '@nestjs/common';
import { actorOf, allow, type SignedIn } from '@convener/access';
import { badRequest, Clock, newId, notFound, requireVersion, versionMoved } from '@convener/kernel';
import { Database, plainChange, updateRow } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import type { CalendarYear } from './calendar';
import { type DayOff, dayOffProblems } from './calendar.checks';
import { ImportedYear } from './calendar-year.entity';
import { OfficeCalendars } from './office-calendars';

/** A year of the office calendar, as it counts. */
export interface ShownYear extends Omit<CalendarYear, 'daysOff'> {
  /** Beside Saturdays and Sundays. */
  daysOff: DayOff[];
  source: string;
  /** Whether an admin put it in; else it came with the product. */
  imported: boolean;
  importedAt: number | null;
  /** 0 where it came with the product. */
  version: number;
}

export type YearContent = Pick<ShownYear, 'status' | 'source' | 'daysOff'>;

/** Shows the office calendar and lets an admin put in a year, once the government has announced it. */
@Injectable()
export class CalendarsService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly calendars: OfficeCalendars,
  ) {}

  /** The years that are known, the earliest first. */
  all(): Promise<ShownYear[]> {
    return this.database.read(async (em) => this.years(em));
  }

  async one(year: number): Promise<ShownYear> {
    const found = (await this.all()).find((candidate) => candidate.year === year);
    if (!found) throw notFound();
    return found;
  }

  /**
   * Puts a year in the place of what is known of it. No day of a project moves by itself: re-planning shows what would.
   * `seen` is the version last seen, or null. Throws 400 at each wrong day, 412 where somebody was faster.
   */
  put(person: SignedIn, year: number, content: YearContent, seen: number | null): Promise<void> {
    allow(actorOf(person), 'calendars.manage');
    const problems = dayOffProblems(year, content.daysOff);
    if (problems.length > 0)
      throw badRequest('validation', { zh: '有欄位需要修正。', en: 'Some fields need correcting.' }, problems);
    return this.database.write(async (em) => {
      const before = await present(em, year, seen);
      const daysOff = [...content.daysOff].sort((a, b) => (a.date < b.date ? -1 : 1));
      const row = {
        ...{ status: content.status, source: content.source, daysOff },
        ...{ revision: newId(), importedBy: person.personId, importedAt: this.clock.now(), version: before + 1 },
      };
      // Compared in the statement itself: of two admins who import at once only one may win.
      const changed =
        before > 0
          ? await updateRow(em, ImportedYear, row, { year, version: before })
          : await insertWhereNone(em, { year, ...row });
      if (changed !== 1) throw versionMoved();
    });
  }

  /** Goes back to the year that came with the product, or to knowing nothing of it. */
  remove(person: SignedIn, year: number, seen: number | null): Promise<void> {
    allow(actorOf(person), 'calendars.manage');
    return this.database.write(async (em) => {
      if ((await present(em, year, seen)) === 0) throw notFound();
      await em.delete(ImportedYear, { year });
    });
  }

  private async years(em: EntityManager): Promise<ShownYear[]> {
    const seeds = this.calendars.seeds.years.map(({ year, status, source, daysOff }): ShownYear => ({
      ...{ year, status, source, daysOff: [...daysOff] },
      ...{ imported: false, importedAt: null, version: 0 },
    }));
    const imported = (await em.find(ImportedYear)).map(
      ({ year, status, source, daysOff, importedAt, version }): ShownYear => ({
        ...{ year, status, source, daysOff: [...daysOff] },
        ...{ imported: true, importedAt, version },
      }),
    );
    const known = new Map([...seeds, ...imported].map((year) => [year.year, year]));
    return [...known.values()].sort((a, b) => a.year - b.year);
  }
}

/** The version of an imported year, 0 where there is none. Throws 412 where it is not the one seen. */
async function present(em: EntityManager, year: number, seen: number | null): Promise<number> {
  const version = (await em.findOneBy(ImportedYear, { year }))?.version ?? 0;
  requireVersion({ version }, seen);
  return version;
}

function insertWhereNone(em: EntityManager, row: ImportedYear): Promise<number> {
  const { year, revision, status, source, daysOff, importedBy, importedAt, version } = row;
  const values = [year, revision, status, source, JSON.stringify(daysOff), importedBy, importedAt, version];
  return plainChange(em, INSERT, values);
}

const INSERT = `
  INSERT INTO calendar_years (year, revision, status, source, days_off, imported_by, imported_at, version)
  VALUES (?, ?, ?, ?, ?, ?, ?, ?) ON CONFLICT (year) DO NOTHING`;

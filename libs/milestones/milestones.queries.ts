import type { SignedIn } from '@convener/access';
import { isId, notFound, yearOf } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Milestone, WorkScope } from '@convener/projects';
import { type CalendarStatus, OfficeCalendars } from '@convener/schedule';
import { Injectable } from '@nestjs/common';
import { milestonesOf } from './milestones.service';

export interface MilestoneView extends Omit<Milestone, 'projectId'> {
  /** What is known of the days off of its year. */
  dayBasis: CalendarStatus;
}

/** Reads of contract milestones. */
@Injectable()
export class MilestonesQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly calendars: OfficeCalendars,
  ) {}

  /** By day. */
  of(person: SignedIn, projectId: string): Promise<MilestoneView[]> {
    return this.database.read(async (em) => {
      const { project } = await this.scope.seen(em, projectId, person);
      const calendar = await this.calendars.current(em, project.ownDays);
      const rows = await milestonesOf(em, projectId);
      return rows.map(({ projectId: _, ...row }) => ({ ...row, dayBasis: calendar.basis(yearOf(row.day)) }));
    });
  }

  async one(person: SignedIn, id: string): Promise<MilestoneView> {
    const found = isId(id) ? await this.database.read((em) => em.findOneBy(Milestone, { id })) : null;
    if (!found) throw notFound();
    const all = await this.of(person, found.projectId);
    const row = all.find((one) => one.id === id);
    if (!row) throw notFound();
    return row;
  }
}

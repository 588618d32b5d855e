import { type Actor, can, PeopleQueries, type PersonRef, type SignedIn } from '@convener/access';
import { Clock, type Day, dayAt, isId, notFound } from '@convener/kernel';
import { Database, plainRows, readAll } from '@convener/platform';
import { teamsOf } from '@convener/predecessors';
import { type Project, type TeamRef, WorkScope } from '@convener/projects';
import { occurrences, OfficeCalendars } from '@convener/schedule';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { endOf } from './recurring.rules';
import { RecurringWork } from './recurring-work.entity';

type Shown = Omit<RecurringWork, 'teamId' | 'assigneeId' | 'generatedUntil' | 'createdBy'>;

export interface RecurringView extends Shown {
  team: TeamRef | null;
  assignee: PersonRef | null;
  /** The last day that counts, as its anchor now is; null where the anchor is gone. */
  endDay: Day | null;
  /** The next day from today on; null where there is none any more. */
  nextDay: Day | null;
  /** How many work items stand for it. */
  made: number;
  /** Whether the caller may edit and end it. */
  mayManage: boolean;
}

/** Reads of work that comes again. */
@Injectable()
export class RecurringWorkQueries {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly people: PeopleQueries,
    private readonly calendars: OfficeCalendars,
    private readonly clock: Clock,
  ) {}

  /** What still runs first, then what has ended; the oldest first. */
  list(person: SignedIn, projectId: string): Promise<RecurringView[]> {
    return this.database.read(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person);
      const rows = await readAll(em, RecurringWork, 'WHERE t.project_id = ? ORDER BY t.id', [projectId]);
      const views = await this.views(em, project, actor, rows);
      return [...views.filter(({ endedAt }) => endedAt === null), ...views.filter(({ endedAt }) => endedAt !== null)];
    });
  }

  one(person: SignedIn, id: string): Promise<RecurringView> {
    return this.database.read(async (em) => {
      const [row] = isId(id) ? await readAll(em, RecurringWork, 'WHERE t.id = ?', [id]) : [];
      if (!row) throw notFound();
      const { project, actor } = await this.scope.project(em, row.projectId, person);
      return (await this.views(em, project, actor, [row]))[0]!;
    });
  }

  private async views(
    em: EntityManager,
    project: Project,
    actor: Actor,
    rows: readonly RecurringWork[],
  ): Promise<RecurringView[]> {
    const calendar = await this.calendars.current(em, project.ownDays);
    const teams = await teamsOf(em, project.id);
    const people = await this.people.refs(
      em,
      rows.map(({ assigneeId }) => assigneeId),
    );
    const ids = rows.map(({ id }) => id);
    const counts = new Map(
      (await plainRows<{ id: string; made: number }>(em, MADE, [ids])).map(({ id, made }) => [id, made]),
    );
    const today = dayAt(this.clock.now(), project.zone);
    return rows.map((row) => {
      const { teamId, assigneeId, generatedUntil: _until, createdBy: _by, ...shown } = row;
      const endDay = endOf(row, project);
      const dates = endDay && row.endedAt === null ? occurrences(row, endDay, calendar) : [];
      return {
        ...shown,
        team: (teamId && teams.get(teamId)) || null,
        assignee: (assigneeId && people.get(assigneeId)) || null,
        endDay,
        nextDay: dates.find(({ day }) => day >= today)?.day ?? null,
        made: counts.get(row.id) ?? 0,
        mayManage: project.status === 'running' && row.endedAt === null && can(actor, 'recurring.manage', row),
      };
    });
  }
}

const MADE = `
  SELECT recurring_id AS id, CAST(COUNT(*) AS integer) AS made FROM recurring_occurrences
   WHERE recurring_id IN ?* GROUP BY recurring_id`;

import { Clock, dayAt, groupBy } from '@convener/kernel';
import { Database, Poller, readAll } from '@convener/platform';
import { lockClause, lockRow, Project } from '@convener/projects';
import { Injectable, type OnModuleInit } from '@nestjs/common';
import { type Anchored, endOf, wantsLook } from './recurring.rules';
import { RecurringOccurrences } from './recurring-occurrences';
import { RecurringWork } from './recurring-work.entity';

const EVERY_MS = 60 * 60_000;

type Looked = Pick<RecurringWork, 'id' | 'untilDay' | 'untilAnchor' | 'generatedUntil'> &
  Pick<Project, 'zone' | 'openingDay' | 'closingDay'> & { projectId: string; anchors: string };

/** Makes the work items of recurring work two weeks ahead. Any number of processes may do it at once. */
@Injectable()
export class RecurringSweep implements OnModuleInit {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly poller: Poller,
    private readonly made: RecurringOccurrences,
  ) {}

  onModuleInit(): void {
    this.poller.every('recurring work', EVERY_MS, () => this.sweep());
  }

  async sweep(): Promise<void> {
    const now = this.clock.now();
    const rows = await this.database.select<Looked>(ACTIVE, []);
    const due = rows.filter((row) => {
      const anchors = JSON.parse(row.anchors) as Anchored['anchors'];
      const end = endOf(row, { ...row, anchors });
      return end !== null && wantsLook(row, end, dayAt(now, row.zone));
    });
    for (const [projectId, works] of groupBy(due, (row) => row.projectId)) {
      const ids = works.map(({ id }) => id);
      await this.keep(projectId, ids);
    }
  }

  /** One project a transaction; a process that comes second waits and then finds nothing missing. */
  private keep(projectId: string, ids: readonly string[]): Promise<void> {
    return this.database.write(async (em) => {
      const project = await lockRow(em, Project, projectId, 'read');
      if (project?.status !== 'running') return;
      const tail = `WHERE t.id IN ?* AND t.ended_at IS NULL ORDER BY t.id${lockClause(em, 'write')}`;
      for (const work of await readAll(em, RecurringWork, tail, [ids])) await this.made.keep(em, project, work, null);
    });
  }
}

const ACTIVE = `
  SELECT r.id, r.project_id AS "projectId", r.until_day AS "untilDay", r.until_anchor AS "untilAnchor",
         r.generated_until AS "generatedUntil", p.zone, p.opening_day AS "openingDay", p.closing_day AS "closingDay", p.anchors
    FROM recurring_work r JOIN projects p ON p.id = r.project_id
   WHERE r.ended_at IS NULL AND p.status = 'running'`;

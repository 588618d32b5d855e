import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { Clock, newId } from '@convener/kernel';
import { Database, insertAll, readAll, updateEach } from '@convener/platform';
import { Deliverable, isOpenItem, isSettled, lockClause, WorkItem, WorkScope } from '@convener/projects';
import { Injectable } from '@nestjs/common';
import { Baseline, type BaselineDays } from './baseline.entity';

type Row = Pick<WorkItem, 'id' | 'startDay' | 'dueDay' | 'baselineStartDay' | 'baselineDueDay'>;

const BASELINE = ['baselineStartDay', 'baselineDueDay'] as const;

/** Sets what a project is measured by. */
@Injectable()
export class BaselinesService {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
  ) {}

  /** The present days of open work become the baseline; what is finished stays measured by the one before, which is kept. */
  set(person: SignedIn, projectId: string, reason: string): Promise<void> {
    return this.database.write(async (em) => {
      const { project, actor } = await this.scope.project(em, projectId, person, 'keep');
      allow(actor, 'baseline.set');
      const all = `WHERE t.project_id = ? ORDER BY t.id`;
      const items = await readAll(em, WorkItem, `${all}${lockClause(em, 'write')}`, [projectId]);
      const deliverables = await readAll(em, Deliverable, all, [projectId]);
      const open = new Set(items.filter(isOpenItem).map(({ id }) => id));
      const moved = {
        items: items.filter((item) => open.has(item.id) && differs(item)),
        deliverables: deliverables.filter((row) => open.has(row.workItemId) && !isSettled(row) && differs(row)),
      };
      const days = { items: daysOf(items), deliverables: daysOf(deliverables) };
      const row = { id: newId(), projectId, setBy: actor.personId, setAt: this.clock.now(), reason, days };
      await insertAll(em, Baseline, [row]);
      await updateEach(em, WorkItem, BASELINE, moved.items.map(asBaseline));
      await updateEach(em, Deliverable, BASELINE, moved.deliverables.map(asBaseline));
      await this.activity.record(em, {
        projectId,
        actorId: actor.personId,
        action: 'project.baseline-set',
        subject: { type: 'project', id: projectId, title: project.name },
        after: { reason, workItems: moved.items.length, deliverables: moved.deliverables.length },
      });
    });
  }
}

const differs = ({ startDay, dueDay, baselineStartDay, baselineDueDay }: Row) =>
  startDay !== baselineStartDay || dueDay !== baselineDueDay;

const asBaseline = ({ id, startDay, dueDay }: Row) => ({ id, baselineStartDay: startDay, baselineDueDay: dueDay });

function daysOf(rows: readonly Row[]): BaselineDays {
  return Object.fromEntries(
    rows.map(({ id, baselineStartDay, baselineDueDay }) => [id, [baselineStartDay, baselineDueDay]]),
  );
}

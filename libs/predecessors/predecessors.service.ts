import { allow, type SignedIn } from '@convener/access';
import { ActivityLog } from '@convener/activity';
import { conflict, isId, notFound, requireVersion } from '@convener/kernel';
import { Database, insertAll, plainRows, readAll } from '@convener/platform';
import { changeRow, lockClause, Predecessor, WorkItem, WorkScope, wrongField } from '@convener/projects';
import { cycleOf, type NetworkEdge } from '@convener/schedule';
import { requireRunning } from '@convener/teams';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';

export interface GivenPredecessor extends Pick<NetworkEdge, 'lagDays' | 'lagUnit'> {
  id: string;
}

/** Says what a work item waits for. */
@Injectable()
export class PredecessorsService {
  constructor(
    private readonly database: Database,
    private readonly scope: WorkScope,
    private readonly activity: ActivityLog,
  ) {}

  /** Replaces the whole list. `seen` is the version of the work item that the caller last saw, or null. */
  replace(person: SignedIn, itemId: string, given: readonly GivenPredecessor[], seen: number | null): Promise<void> {
    return this.database.write(async (em) => {
      const projectId = await projectOf(em, itemId);
      // Held whole: two links set at once, each harmless, could go round together.
      const { project, actor } = await this.scope.project(em, projectId, person, 'change');
      requireRunning(project);
      const [item] = await readAll(em, WorkItem, `WHERE t.id = ?${lockClause(em, 'write')}`, [itemId]);
      if (!item) throw notFound();
      allow(actor, 'work-item.edit', item);
      requireVersion(item, seen);
      const before = await readAll(em, Predecessor, 'WHERE t.work_item_id = ? ORDER BY t.predecessor_id', [itemId]);
      const after = rowsOf(itemId, given);
      if (JSON.stringify(before) === JSON.stringify(after)) return;
      const titles = await this.titles(em, projectId, after);
      await this.requireNoCycle(em, item, after);
      await em.delete(Predecessor, { workItemId: itemId });
      await insertAll(em, Predecessor, after);
      await changeRow(em, WorkItem, item, {});
      await this.activity.record(em, {
        projectId,
        actorId: actor.personId,
        action: 'work-item.predecessors',
        subject: { type: 'work-item', id: itemId, title: item.title },
        before: { predecessors: before.map(toldOf) },
        after: { predecessors: after.map((row) => ({ ...toldOf(row), title: titles.get(row.predecessorId) })) },
      });
    });
  }

  /** Throws notFound where one of them is not of this project. */
  private async titles(
    em: EntityManager,
    projectId: string,
    rows: readonly Predecessor[],
  ): Promise<Map<string, string>> {
    const ids = rows.map(({ predecessorId }) => predecessorId);
    const sql = 'SELECT id, title FROM work_items WHERE project_id = ? AND id IN ?*';
    const found = await plainRows<{ id: string; title: string }>(em, sql, [projectId, ids]);
    if (found.length < ids.length) throw notFound();
    return new Map(found.map(({ id, title }) => [id, title]));
  }

  private async requireNoCycle(em: EntityManager, item: WorkItem, after: readonly Predecessor[]): Promise<void> {
    const links = await plainRows<{ from: string; to: string }>(em, OTHER_LINKS, [item.projectId, item.id]);
    const added = after.map(({ predecessorId, workItemId }) => ({ from: predecessorId, to: workItemId }));
    const way = cycleOf([...links, ...added]);
    if (!way) return;
    const sql = 'SELECT id, title, title_en AS "titleEn" FROM work_items WHERE id IN ?*';
    const rows = await plainRows<{ id: string; title: string; titleEn: string | null }>(em, sql, [way]);
    const names = new Map(rows.map((row) => [row.id, row]));
    const named = way.map((id) => names.get(id)!);
    throw conflict(
      'predecessor-cycle',
      {
        zh: `前置工作繞成一圈：${named.map(({ title }) => title).join(' → ')}。請拿掉其中一項。`,
        en: `Predecessors go round: ${named.map(({ title, titleEn }) => titleEn ?? title).join(' → ')}. Take one of them out.`,
      },
      { cycle: named },
    );
  }
}

const OTHER_LINKS = `
  SELECT l.predecessor_id AS "from", l.work_item_id AS "to"
    FROM work_item_predecessors l JOIN work_items t ON t.id = l.work_item_id
   WHERE t.project_id = ? AND t.id <> ?`;

async function projectOf(em: EntityManager, itemId: string): Promise<string> {
  const sql = 'SELECT project_id AS "projectId" FROM work_items WHERE id = ?';
  const [found] = isId(itemId) ? await plainRows<{ projectId: string }>(em, sql, [itemId]) : [];
  if (!found) throw notFound();
  return found.projectId;
}

function rowsOf(workItemId: string, given: readonly GivenPredecessor[]): Predecessor[] {
  const ids = given.map(({ id }) => id.toLowerCase());
  const twice = ids.findIndex((id, at) => ids.indexOf(id) < at);
  if (twice >= 0)
    throw wrongField(`/predecessors/${twice}/id`, {
      zh: '同一個前置工作寫了兩次。',
      en: 'This predecessor is named twice.',
    });
  return given
    .map(({ lagDays, lagUnit }, at) => ({ workItemId, predecessorId: ids[at]!, lagDays, lagUnit }))
    .sort((a, b) => (a.predecessorId < b.predecessorId ? -1 : 1));
}

const toldOf = ({ predecessorId, lagDays, lagUnit }: Predecessor) => ({ id: predecessorId, lagDays, lagUnit });

import { type Actor, can } from '@convener/access';
import type { Bilingual } from '@convener/kernel';
import { type Deliverable, isOpenItem, UNDO_MS, type WorkItem } from '@convener/projects';
import type { LeftRow } from './bulk-change';
import type { FoundRow } from './bulk-change.entity';

export interface UndoGround {
  found: readonly FoundRow[];
  /** The rows as they are now. */
  items: ReadonlyMap<string, WorkItem>;
  deliverables: ReadonlyMap<string, Deliverable>;
  actor: Actor;
  /** Whether the caller made the change. */
  own: boolean;
  /** How long ago it was made (ms). */
  age: number;
  /** Who of those that had the work still does any in the project. */
  workers: ReadonlySet<string>;
}

export interface BulkUndo {
  items: { row: WorkItem; values: Partial<WorkItem> }[];
  deliverables: { row: Deliverable; values: Partial<Deliverable> }[];
  left: LeftRow[];
}

/**
 * What taking a bulk change back does to each row, as it is now: those that nobody touched since get what they had, the
 * others are named with the reason. A deliverable goes back only with its work item, outside of whose days it must not end.
 */
export function undoOf(ground: UndoGround): BulkUndo {
  const undo: BulkUndo = { items: [], deliverables: [], left: [] };
  for (const found of ground.found) {
    const row = (found.type === 'work-item' ? ground.items : ground.deliverables).get(found.id);
    if (!row) continue;
    const why = row.version === found.version ? hindrance(ground, found, row, undo) : TOUCHED;
    if (why) undo.left.push({ type: found.type, id: row.id, title: row.title, titleEn: row.titleEn, why });
    else if ('workItemId' in row) undo.deliverables.push({ row, values: found.values });
    else undo.items.push({ row, values: found.values });
  }
  return undo;
}

function hindrance(
  ground: UndoGround,
  { values }: FoundRow,
  row: WorkItem | Deliverable,
  { items }: BulkUndo,
): Bilingual | null {
  if ('workItemId' in row) return items.some((one) => one.row.id === row.workItemId) ? null : STAYS_WITH;
  const { assigneeId } = values as Partial<WorkItem>;
  if (assigneeId && !ground.workers.has(assigneeId)) return GONE;
  return mayGoBack(ground, row, values) ? null : NOT_YOURS;
}

/** The same as the other way round would need; finished work needs its manager, but for a slip of one's own finger. */
function mayGoBack({ actor, own, age }: UndoGround, row: WorkItem, values: Partial<WorkItem>): boolean {
  const fields = ['teamId', 'startDay', 'dueDay'].some((key) => key in values);
  if ('assigneeId' in values && !can(actor, 'work.assign', row)) return false;
  if (fields && !can(actor, 'work-item.edit', row)) return false;
  if ('teamId' in values && !can(actor, 'work-item.edit', { teamId: values.teamId ?? null })) return false;
  if (!('status' in values)) return true;
  if (isOpenItem(row)) return can(actor, 'work-item.progress', row);
  return can(actor, 'work-item.reopen', row) || (own && age <= UNDO_MS && can(actor, 'work-item.progress', row));
}

const TOUCHED = { zh: '之後有人改過。', en: 'Somebody has changed it since.' };
const GONE = { zh: '原負責人已不在專案。', en: 'Whoever had it no longer works in the project.' };
const NOT_YOURS = { zh: '您的角色不能改回。', en: 'Your role may not change it back.' };
const STAYS_WITH = { zh: '它的工作項目沒有復原。', en: 'Its work item was not restored.' };

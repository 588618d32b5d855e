import type { PeopleQueries } from '@convener/access';
import { plainRows, readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { RecordEntry } from './record-entry.entity';

/** Where in an entry something is written. */
export const ENTRY_PARTS = ['title', 'place', 'present', 'notes', 'decision', 'action'] as const;
export type EntryPart = (typeof ENTRY_PARTS)[number];

/** All that is written in one entry, and where people find it. */
export interface EntryTexts {
  entry: Pick<RecordEntry, 'id' | 'day' | 'kind' | 'title'>;
  deliverable: { id: string; title: string; titleEn: string | null; workItemId: string };
  texts: { part: EntryPart; text: string }[];
}

const DELIVERABLES = `
  SELECT d.id, d.title, d.title_en AS "titleEn", d.work_item_id AS "workItemId" FROM deliverables d
   WHERE d.project_id = ?`;

/**
 * What the records of a project say, newest day first, also those of deliverables that have become of another kind since.
 * An action item is told with the name of whoever is to do it.
 */
export async function textsOfRecords(
  em: EntityManager,
  people: PeopleQueries,
  projectId: string,
): Promise<EntryTexts[]> {
  const found = await plainRows<EntryTexts['deliverable']>(em, DELIVERABLES, [projectId]);
  const deliverables = new Map(found.map((deliverable) => [deliverable.id, deliverable]));
  if (found.length === 0) return [];
  const where = 'WHERE t.deliverable_id IN ?* ORDER BY t.day DESC, t.id DESC';
  const entries = await readAll(em, RecordEntry, where, [[...deliverables.keys()]]);
  const assignees = entries.flatMap(({ actions }) => actions.flatMap(({ assigneeId }) => assigneeId ?? []));
  const names = await people.refs(em, assignees);
  return entries.map(({ id, day, kind, title, deliverableId, ...entry }) => ({
    entry: { id, day, kind, title },
    deliverable: deliverables.get(deliverableId)!,
    texts: [
      { part: 'title' as const, text: title },
      ...(['place', 'present', 'notes'] as const).flatMap((part) => {
        const text = entry[part];
        return text === null ? [] : [{ part, text }];
      }),
      ...entry.decisions.map((text) => ({ part: 'decision' as const, text })),
      ...entry.actions.map(({ text, assigneeId }) => {
        const name = assigneeId === null ? undefined : names.get(assigneeId)?.name;
        return { part: 'action' as const, text: name === undefined ? text : `${text} (${name})` };
      }),
    ],
  }));
}

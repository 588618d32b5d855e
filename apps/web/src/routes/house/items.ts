import { i18n } from '../../i18n';
import type { DraftItem, HouseTemplate } from '../../api/types';
import type { components } from '../../api/schema';

type Schemas = components['schemas'];
export type TaskFields = Omit<Schemas['HouseItem'], 'place'>;
export type DeliverableFields = Schemas['HouseDeliverable'];
export type CheckFields = Schemas['HouseCheck'];

/** The row behind which something stands that comes right before `place`; null for the front. */
export function placeBehind(items: readonly DraftItem[], place: string): string | null {
  const index = items.findIndex((item) => item.place === place);
  return items[index - 1]?.place ?? null;
}

/** What of a row is sent back: the facts of its standard are not the house's to say. */
export function fieldsOf(item: DraftItem): TaskFields {
  const { title, titleEn, stage, workflow, team, owner, start, due, basis, guidance, leaveOut, after } = item;
  return {
    ...{ title, titleEn, stage, workflow, team, owner, start, due, basis, guidance, leaveOut, after },
    deliverables: item.deliverables.map(({ code: _code, ...row }) => row),
    checks: item.checks.map(({ code: _code, ...check }) => check),
  };
}

/** An empty row of the house's own to be filled in. */
export function newItem({ teams }: HouseTemplate['draft']): DraftItem {
  return {
    ...{ place: '', standard: null, code: null, title: '', titleEn: '', stage: 'before', workflow: 'own' },
    ...{ team: teams[0]?.key ?? '', owner: 'member', start: 'opening - 30 days', due: 'opening - 7 days' },
    ...{ basis: i18n.t('house.ownBasis'), guidance: null, leaveOut: {}, after: [], deliverables: [], checks: [] },
  } as DraftItem;
}

export function newDeliverable({ start, due }: TaskFields): DeliverableFields {
  return {
    ...{ place: null, title: '', titleEn: '', start, due, preparer: 'member', accepter: null },
    ...{ evidence: 'optional', leaveOut: {} },
  } as DeliverableFields;
}

export function newCheck({ stage }: TaskFields): CheckFields {
  return { place: null, text: '', stage, leaveOut: {} } as CheckFields;
}

/** An English title that nobody has given is the Chinese one. */
export function completed(fields: TaskFields): TaskFields {
  const named = <T extends { title: string; titleEn: string }>(row: T): T => ({
    ...row,
    titleEn: row.titleEn.trim() || row.title,
  });
  return { ...named(fields), guidance: fields.guidance?.trim() || null, deliverables: fields.deliverables.map(named) };
}

import type { OpenKind, OpenThing } from '../../../api/types';

/** Where an open thing is settled. */
export type SettledAt =
  | { to: '/projects/$projectId/items/$itemId'; params: { projectId: string; itemId: string } }
  | { to: '/projects/$projectId/registers/$registerId'; params: { projectId: string; registerId: string } }
  | { to: '/projects/$projectId/schedule'; params: { projectId: string } }
  | { to: '/projects/$projectId/settings'; params: { projectId: string } };

export function settledAt(projectId: string, { kind, workItemId, registerId }: OpenThing): SettledAt {
  if (registerId) return { to: '/projects/$projectId/registers/$registerId', params: { projectId, registerId } };
  if (workItemId) return { to: '/projects/$projectId/items/$itemId', params: { projectId, itemId: workItemId } };
  if (kind === 'recurring') return { to: '/projects/$projectId/schedule', params: { projectId } };
  return { to: '/projects/$projectId/settings', params: { projectId } };
}

/** Kinds of which the server says how much is open. */
const COUNTED: ReadonlySet<OpenKind> = new Set(['checks', 'incomplete-list', 'unpaid']);
export const isCounted = ({ kind }: Pick<OpenThing, 'kind'>): boolean => COUNTED.has(kind);

/** The things of one group by kind, in the order in which they come. */
export function byKind(things: readonly OpenThing[]): { kind: OpenKind; things: OpenThing[] }[] {
  const kinds = [...new Set(things.map(({ kind }) => kind))];
  return kinds.map((kind) => ({ kind, things: things.filter((thing) => thing.kind === kind) }));
}

export const keyOf = ({ kind, id }: Pick<OpenThing, 'kind' | 'id'>): string => `${kind} ${id}`;

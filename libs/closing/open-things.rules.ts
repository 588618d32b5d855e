import type { Day } from '@convener/kernel';

/** What can be open when a project is to be closed, in the order in which it is listed. */
export const OPEN_KINDS = [
  'work-item',
  'deliverable',
  'returned',
  'submitted',
  'checks',
  'contract',
  'incomplete-list',
  'unpaid',
  'problem',
  'action',
  'recurring',
  'milestone',
  'personal-days',
] as const;
export type OpenKind = (typeof OPEN_KINDS)[number];

/** Who must act: a person, else a sub-team, else the manager; what is handed in waits for whoever accepts it. */
export type Acts =
  { by: 'person'; id: string } | { by: 'team'; id: string } | { by: 'manager'; id: null } | { by: 'client'; id: null };

export interface OpenThing {
  kind: OpenKind;
  id: string;
  title: string;
  titleEn: string | null;
  /** How much of it is open, such as checks or rows; 1 for what is one thing. */
  measure: number;
  /** When it was due. */
  dueDay: Day | null;
  /** Where it is settled. */
  workItemId: string | null;
  registerId: string | null;
  acts: Acts;
}

/** A waiver that nobody has taken back. */
export interface StandingWaiver {
  kind: OpenKind;
  subjectId: string;
  measure: number;
  moved: boolean;
}

export interface Owned {
  assigneeId: string | null;
  teamId: string | null;
}

export function whoseTurn({ assigneeId, teamId }: Owned): Acts {
  if (assigneeId !== null) return { by: 'person', id: assigneeId };
  return teamId === null ? { by: 'manager', id: null } : { by: 'team', id: teamId };
}

/** Who accepts what is handed in. */
export function accepterOf(accepter: string | null, { teamId }: Pick<Owned, 'teamId'>): Acts {
  if (accepter === 'client') return { by: 'client', id: null };
  return accepter === 'lead' && teamId !== null ? { by: 'team', id: teamId } : { by: 'manager', id: null };
}

const keyOf = (kind: OpenKind, id: string): string => `${STEADY[kind] ?? kind} ${id}`;
/** An unwaived deliverable stays the same thing however far it goes. */
const STEADY: Partial<Record<OpenKind, OpenKind>> = { returned: 'deliverable', submitted: 'deliverable' };
/** Parts of a work item that is waived as a whole. */
const PARTS: readonly OpenKind[] = ['deliverable', 'returned', 'submitted', 'checks'];

/**
 * What of the open things nobody has waived, and what is waived. A waiver that moved its thing, to "not applicable" or
 * "waived", holds no more once that is open again: somebody found it to be needed after all. One that was only noted holds
 * for as much as was open then.
 */
export function withoutWaived(
  things: readonly OpenThing[],
  waivers: readonly StandingWaiver[],
): { open: OpenThing[]; waived: OpenThing[] } {
  const noted = new Map(
    waivers.filter(({ moved }) => !moved).map((waiver) => [keyOf(waiver.kind, waiver.subjectId), waiver.measure]),
  );
  const isWaived = ({ kind, id, measure, workItemId }: OpenThing): boolean =>
    measure <= (noted.get(keyOf(kind, id)) ?? 0) ||
    (PARTS.includes(kind) && workItemId !== null && noted.has(keyOf('work-item', workItemId)));
  return { open: things.filter((thing) => !isWaived(thing)), waived: things.filter(isWaived) };
}

/** Without the parts of work items that stand among them: the waiver of the whole is theirs, and ends with it. */
export function withoutParts(things: readonly OpenThing[]): OpenThing[] {
  const whole = new Set(things.filter(({ kind }) => kind === 'work-item').map(({ id }) => id));
  return things.filter(({ kind, workItemId }) => !PARTS.includes(kind) || !whole.has(workItemId ?? ''));
}

/** The waiver of a thing, if it has one that would be replaced when it is waived again. */
export function isWaiverOf({ kind, subjectId }: Pick<StandingWaiver, 'kind' | 'subjectId'>, thing: OpenThing): boolean {
  return keyOf(kind, subjectId) === keyOf(thing.kind, thing.id);
}

export interface OpenGroup {
  acts: Acts;
  things: OpenThing[];
}

/** By who must act, the longest list first; in each by kind, then by the day on which it was due. */
export function groupsOf(things: readonly OpenThing[]): OpenGroup[] {
  const groups = new Map<string, OpenGroup>();
  for (const thing of things) {
    const key = `${thing.acts.by} ${thing.acts.id}`;
    const group = groups.get(key) ?? { acts: thing.acts, things: [] };
    groups.set(key, group);
    group.things.push(thing);
  }
  for (const { things: own } of groups.values()) own.sort(inOrder);
  return [...groups.values()].sort((a, b) => b.things.length - a.things.length);
}

function inOrder(a: OpenThing, b: OpenThing): number {
  return (
    OPEN_KINDS.indexOf(a.kind) - OPEN_KINDS.indexOf(b.kind) ||
    (a.dueDay ?? '9999').localeCompare(b.dueDay ?? '9999') ||
    a.id.localeCompare(b.id)
  );
}

/** How many there are of each kind, of those that there are. */
export function countsOf(things: readonly OpenThing[]): { kind: OpenKind; count: number }[] {
  return OPEN_KINDS.map((kind) => ({ kind, count: things.filter((thing) => thing.kind === kind).length })).filter(
    ({ count }) => count > 0,
  );
}

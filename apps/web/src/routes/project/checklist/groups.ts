import { STAGES, type ChecklistRow, type Project } from '../../../api/types';
import type { Grouping } from '../../../app/search';

/** Stands for nobody, no sub-team, or work outside any workflow or standard. */
export const NONE = 'none';

export interface Group {
  /** A stage, a workflow, a standard's slug, the id of a sub-team or person, or NONE. */
  key: string;
  rows: ChecklistRow[];
}

/** What is grouped under; only these parts of a row and a project are looked at. */
type Row = Pick<ChecklistRow, 'stage' | 'workflow' | 'team' | 'assignee' | 'standard' | 'source'>;
type Order = Pick<Project, 'teams' | 'members'>;

const KEY_OF: Record<Grouping, (row: Row) => string> = {
  stage: ({ stage }) => stage,
  team: ({ team }) => team?.id ?? NONE,
  workflow: ({ workflow }) => (workflow === 'own' ? NONE : workflow),
  person: ({ assignee }) => assignee?.id ?? NONE,
  standard: ({ standard }) => standard ?? NONE,
};

/** What is known beforehand to come first; the rest follows in the order of the list. */
const FIRST: Record<Grouping, (project: Order) => readonly string[]> = {
  stage: () => STAGES,
  team: ({ teams }) => teams.map(({ id }) => id),
  workflow: () => [],
  person: ({ members }) => members.map(({ person }) => person.id),
  standard: () => [],
};

/** The rows in their order, under what they are grouped by; empty groups fall away, NONE comes last. */
export function grouped<R extends Row>(rows: readonly R[], project: Order, by: Grouping): { key: string; rows: R[] }[] {
  const groups = new Map<string, R[]>(FIRST[by](project).map((key) => [key, []]));
  const none: R[] = [];
  for (const row of rows) {
    const key = KEY_OF[by](row);
    const own = key === NONE ? none : (groups.get(key) ?? []);
    own.push(row);
    if (key !== NONE) groups.set(key, own);
  }
  return [...groups, [NONE, none] as const]
    .map(([key, own]) => ({ key, rows: own }))
    .filter((group) => group.rows.length > 0);
}

const isBehind = ({ status }: Pick<ChecklistRow, 'status'>) => status === 'done' || status === 'not-applicable';

export const behindIn = ({ rows }: { rows: readonly Pick<ChecklistRow, 'status'>[] }) => rows.filter(isBehind).length;

/** One line of the list as it is read: the head of a group, or a row under a head that is open. */
export interface Line {
  group: Group;
  /** Null for the head. */
  row: ChecklistRow | null;
  /** From 0, in its group; -1 for the head. */
  at: number;
}

export function linesOf(groups: readonly Group[], isOpen: (group: Group) => boolean): Line[] {
  return groups.flatMap((group) => [
    { group, row: null, at: -1 },
    ...(isOpen(group) ? group.rows.map((row, at) => ({ group, row, at })) : []),
  ]);
}

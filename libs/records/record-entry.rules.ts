import type { Day, FieldProblem } from '@convener/kernel';
import { plannableProblems } from '@convener/schedule';

export const ENTRY_KINDS = ['meeting', 'incident', 'rehearsal', 'other'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

export const MOST_ENTRIES = 500;
export const MOST_ACTIONS = 50;
export const MOST_DECISIONS = 50;

/** What somebody is to do (待辦事項). Its id stays the same however its words are changed: work is made from it. */
export interface ActionItem {
  id: string;
  text: string;
  assigneeId: string | null;
  teamId: string | null;
  dueDay: Day | null;
}

/** As it comes from outside: with its id where it is there already. */
export interface GivenAction {
  id?: string;
  text: string;
  assigneeId?: string | null;
  teamId?: string | null;
  dueDay?: Day | null;
}

/**
 * The action items of an entry as they are given, all of them: those that are left out go. Throws nothing; what names an
 * item that is not there, or one twice, or a day that no plan can hold, is told by its place.
 */
export function actionsOf(
  given: readonly GivenAction[],
  before: readonly ActionItem[],
  newId: () => string,
): { actions: ActionItem[]; problems: FieldProblem[] } {
  const known = new Set(before.map(({ id }) => id));
  const problems: FieldProblem[] = [];
  const actions = given.map(({ id, text, assigneeId = null, teamId = null, dueDay = null }, at) => {
    if (id !== undefined && !known.delete(id)) problems.push({ pointer: `/actions/${at}/id`, ...NOT_THERE });
    problems.push(...plannableProblems(dueDay, `/actions/${at}/dueDay`));
    return { id: id ?? newId(), text, assigneeId, teamId, dueDay };
  });
  return { actions, problems };
}

interface Named {
  people: ReadonlySet<string>;
  teams: ReadonlySet<string>;
}

/** Who or what is named newly and does no work in the project. Whoever has left since may stay named: they were there. */
export function namingProblems(
  actions: readonly ActionItem[],
  before: readonly ActionItem[],
  { people, teams }: Named,
): FieldProblem[] {
  const were = new Map(before.map((action) => [action.id, action]));
  return actions.flatMap(({ id, assigneeId, teamId }, at) => {
    const was = were.get(id);
    const stranger = assigneeId !== null && assigneeId !== was?.assigneeId && !people.has(assigneeId);
    const noTeam = teamId !== null && teamId !== was?.teamId && !teams.has(teamId);
    return [
      ...(stranger ? [{ pointer: `/actions/${at}/assigneeId`, ...NO_WORKER }] : []),
      ...(noTeam ? [{ pointer: `/actions/${at}/teamId`, ...NO_TEAM }] : []),
    ];
  });
}

const NOT_THERE = {
  zh: '這份紀錄沒有這個待辦事項，或它出現了兩次。',
  en: 'The entry has no such action item, or has it twice here.',
};
const NO_WORKER = { zh: '這個人不是專案成員。', en: 'This person is no member of the project.' };
const NO_TEAM = { zh: '這個專案沒有這個工作小組。', en: 'The project has no such sub-team.' };

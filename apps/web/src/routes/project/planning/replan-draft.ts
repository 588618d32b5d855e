import type { Answer, Project, ReplanRequest, ReplanRow } from '../../../api/types';

/** What a manager changes and chooses in the dialog; the server says what follows. */
export interface ReplanDraft {
  opening?: string;
  closing?: string;
  anchors: Record<string, string | null>;
  options: Record<string, Answer | null>;
  alsoDone: boolean;
  alsoHandSet: boolean;
  lateStart: 'squeeze' | 'keep';
  keep: string[];
  move: string[];
}

export const emptyDraft: ReplanDraft = {
  anchors: {},
  options: {},
  ...{ alsoDone: false, alsoHandSet: false, lateStart: 'squeeze', keep: [], move: [] },
};

/** An answer of the project as the draft changes it; undefined where it has none. */
export function answerIn(draft: ReplanDraft, project: Project, key: string): Answer | undefined {
  const changed = draft.options[key];
  const now = (project.options as Record<string, Answer>)[key];
  return changed === undefined ? now : (changed ?? undefined);
}

/** The day that the manager gave an anchor; null where it counts by its own rule. */
export function givenDay(draft: ReplanDraft, { anchors }: Project, key: string): string | null {
  const changed = draft.anchors[key];
  if (changed !== undefined) return changed;
  const now = anchors.find((anchor) => anchor.key === key);
  return now?.given ? now.day : null;
}

/** Only what differs from the project goes out. */
export function requestOf(draft: ReplanDraft, project: Project): ReplanRequest {
  const { anchors, options, opening, closing, ...choices } = draft;
  const now = project.options as Record<string, Answer>;
  const given = new Map(project.anchors.filter((anchor) => anchor.given).map(({ key, day }) => [key, day]));
  const moved = Object.entries(anchors).filter(([key, day]) => day !== (given.get(key) ?? null));
  const answered = Object.entries(options).filter(([key, answer]) => answer !== (now[key] ?? null));
  return {
    ...choices,
    ...(opening && opening !== project.openingDay && { opening }),
    ...(closing && closing !== project.closingDay && { closing }),
    anchors: Object.fromEntries(moved),
    options: Object.fromEntries(answered),
  };
}

/** Turns one row of the list on or off, against what it does now. */
export function toggled(draft: ReplanDraft, { key, kind }: ReplanRow): Pick<ReplanDraft, 'keep' | 'move'> {
  const without = (keys: readonly string[]) => keys.filter((one) => one !== key);
  if (kind !== 'stays') return { keep: [...without(draft.keep), key], move: without(draft.move) };
  const chosen = draft.keep.includes(key);
  return { keep: without(draft.keep), move: chosen ? without(draft.move) : [...without(draft.move), key] };
}

import type { RecordAction, RecordEntry } from '../../../api/types';

/** An action item as the form has it; without an id where it is new. */
export type DraftAction = Pick<RecordAction, 'text' | 'assignee' | 'team' | 'dueDay'> & { id?: string };

export interface RecordFields extends Pick<RecordEntry, 'kind' | 'day' | 'title' | 'place' | 'present' | 'notes'> {
  /** One a line. */
  decisions: string;
  /** As JSON, so that two states of a form are compared by what they hold. */
  actions: string;
}

export const NEW_ACTION: DraftAction = { text: '', assignee: null, team: null, dueDay: null };

export const emptyFields = (day: string): RecordFields => ({
  ...{ kind: 'meeting', day, title: '', place: null, present: null, notes: null },
  ...{ decisions: '', actions: textOf([]) },
});

export const fieldsOf = ({
  kind,
  day,
  title,
  place,
  present,
  notes,
  decisions,
  actions,
}: RecordEntry): RecordFields => ({
  ...{ kind, day, title, place, present, notes },
  ...{ decisions: decisions.join('\n'), actions: textOf(actions) },
});

export function actionsOf(fields: RecordFields): DraftAction[] {
  return JSON.parse(fields.actions) as DraftAction[];
}

/** Always the same for the same action items. */
export function textOf(actions: readonly DraftAction[]): string {
  return JSON.stringify(actions.map(({ id, text, assignee, team, dueDay }) => ({ id, text, assignee, team, dueDay })));
}

/** What is sent of the fields: empty lines are nothing, nor is an action item without words. */
export function bodyOf<Some extends Partial<RecordFields>>({ decisions, actions, ...facts }: Some) {
  const lines = decisions?.split('\n').map((line) => line.trim());
  const given = actions === undefined ? undefined : actionsOf({ actions } as RecordFields);
  return {
    ...facts,
    ...(lines && { decisions: lines.filter(Boolean) }),
    ...(given && {
      actions: given
        .filter(({ text }) => text.trim() !== '')
        .map(({ id, text, assignee, team, dueDay }) => ({
          ...{ ...(id && { id }), text, dueDay },
          ...{ assigneeId: assignee?.id ?? null, teamId: team?.id ?? null },
        })),
    }),
  };
}

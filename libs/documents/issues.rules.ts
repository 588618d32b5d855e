import type { Day } from '@convener/kernel';
import type { RecordEntry } from '@convener/records';
import type { About } from '@convener/reports';
import type { BookedRow } from './booked-row';

/** Something that went wrong, wherever it was written down. */
export interface Issue {
  day: Day | null;
  problem: string | null;
  place: string | null;
  cause: string | null;
  handling: string | null;
  owner: string | null;
  /** Null where nobody says. */
  solved: boolean | null;
  from: 'incidents' | 'rehearsalFindings' | 'record';
}

/** What an incident's record says is handled by its action items: it is solved when all of their work is done. */
export type BookedEntry = Pick<RecordEntry, 'day' | 'title' | 'place' | 'notes' | 'decisions' | 'actions'>;

export interface Named {
  nameOf(personId: string | null): string | null;
  /** Whether the work that was made of an action item is done; null where none was made. */
  doneOf(actionId: string): boolean | null;
}

export function issuesOf(
  about: Pick<About, 'say'>,
  incidents: readonly BookedRow[],
  findings: readonly BookedRow[],
  entries: readonly BookedEntry[],
  named: Named,
): Issue[] {
  const fromIncidents = incidents.map((row): Issue => ({
    ...{ day: row.day('day'), problem: row.text('problem'), place: row.text('place'), cause: row.text('cause') },
    ...{ handling: row.text('handling'), owner: row.text('owner'), solved: row.yes('solved'), from: 'incidents' },
  }));
  const fromFindings = findings.map((row): Issue => ({
    ...{ day: row.day('rehearsal'), problem: row.text('problem'), place: row.text('place'), cause: null },
    ...{ handling: row.text('solution'), owner: row.text('owner'), solved: row.yes('solved') },
    from: 'rehearsalFindings',
  }));
  const fromEntries = entries.map((entry) => issueOf(about, entry, named));
  return inTime([...fromIncidents, ...fromFindings, ...fromEntries]);
}

function issueOf({ say }: Pick<About, 'say'>, entry: BookedEntry, { nameOf, doneOf }: Named): Issue {
  const { day, title, place, notes, decisions, actions } = entry;
  const owners = new Set(actions.map(({ assigneeId }) => nameOf(assigneeId)).filter((name) => name !== null));
  const done = actions.map(({ id }) => doneOf(id));
  const handling = [...decisions, ...actions.map(({ text }) => text)].join(say('；', '; '));
  return {
    ...{ day, problem: notes ? say(`${title}：${notes}`, `${title}: ${notes}`) : title, place, cause: null },
    ...{ handling: handling || null, owner: [...owners].join(say('、', ', ')) || null },
    // Without action items nobody has said whether it is over.
    solved: actions.length === 0 ? null : done.every((one) => one === true),
    from: 'record',
  };
}

/** By the day; what has none comes last. Of one day as the lists have them. */
function inTime(issues: readonly Issue[]): Issue[] {
  const key = ({ day }: Issue) => day ?? '9999-12-31';
  return [...issues].sort((a, b) => (key(a) < key(b) ? -1 : Number(key(a) > key(b))));
}

/** Whatever nobody has called solved. */
export const isOpenIssue = ({ solved }: Issue) => solved !== true;

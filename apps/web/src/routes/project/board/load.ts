import type { Board, PersonLoad } from '../../../api/types';

type Pool = Board['pools'][number];

/** What somebody has, or what waits in a sub-team's pool. */
export interface LoadRow {
  key: string;
  /** Null for a pool. */
  person: PersonLoad['person'] | null;
  team: Pool['team'];
  load: Pick<PersonLoad, 'open' | 'past' | 'weeks' | 'later' | 'undated'>;
  heavyWeeks: readonly number[];
}

export interface LoadProps {
  projectId: string;
  rows: readonly LoadRow[];
  weeks: readonly Week[];
  /** The project rests: nothing is late, so what is past is only earlier. */
  resting: boolean;
}

/** First and last day of a week. */
export interface Week {
  from: string;
  to: string;
}

/** People first, then what nobody has; of one sub-team where one is given. */
export function loadRows({ people, pools }: Board, teamId: string | undefined): LoadRow[] {
  return [
    ...people
      .filter(({ teamIds }) => teamId === undefined || teamIds.includes(teamId))
      .map(({ person, heavyWeeks, ...load }) => ({ key: person.id, person, team: null, load, heavyWeeks })),
    ...pools
      .filter(({ team }) => teamId === undefined || team?.id === teamId)
      .map(({ team, ...load }) => ({ key: `pool ${team?.id}`, person: null, team, load, heavyWeeks: [] })),
  ];
}

/** Monday and Sunday of each week, of which the Mondays are given. Days never pass through a zone. */
export function weekEnds(mondays: readonly string[]): Week[] {
  return mondays.map((from) => ({
    from,
    to: new Date(Date.parse(`${from}T00:00:00Z`) + 6 * 86_400_000).toISOString().slice(0, 10),
  }));
}

/** However little all have, a single work item must not look like a full week. */
const LEAST_SCALE = 4;

/** The most that any person has overdue or in one week: the bars of all are measured by it. */
export function mostOf(rows: readonly LoadRow[]): number {
  const people = rows.filter(({ person }) => person !== null);
  return Math.max(LEAST_SCALE, ...people.flatMap(({ load }) => [load.past, ...load.weeks]));
}

import { type Day, groupBy } from '@convener/kernel';
import { type CountedItem, isLate, isOpenItem } from '@convener/projects';
import { type Stage, STAGES } from '@convener/templates';

/** What the board must know of a work item. */
export interface BoardItem extends CountedItem {
  stage: Stage;
  teamId: string | null;
  assigneeId: string | null;
}

/** Where the work of one sub-team in one stage stands. */
export interface BoardCounts {
  open: number;
  done: number;
  /** Of the open ones: overdue, or holding an overdue deliverable. */
  overdue: number;
  /** Of the open ones: those that nobody has. */
  unassigned: number;
  /** Deliverables that were handed in and wait for their accepter. */
  toAccept: number;
}

export interface BoardCell extends BoardCounts {
  stage: Stage;
}

/** One row of the board: every stage in order, and all of them together. */
export interface BoardRow {
  cells: BoardCell[];
  all: BoardCounts;
}

/** `today` is countingDay(): nothing is overdue while the project rests. */
export function boardRow(items: readonly BoardItem[], today: Day | null): BoardRow {
  const byStage = groupBy(items, ({ stage }) => stage);
  return {
    cells: STAGES.map((stage) => ({ stage, ...countsOf(byStage.get(stage) ?? [], today) })),
    all: countsOf(items, today),
  };
}

/** What is not applicable counts nowhere, and neither do the deliverables that it holds. */
function countsOf(items: readonly BoardItem[], today: Day | null): BoardCounts {
  const open = items.filter(isOpenItem);
  return {
    open: open.length,
    done: items.filter(({ status }) => status === 'done').length,
    overdue: open.filter((item) => isLate(item, today)).length,
    unassigned: open.filter(({ assigneeId }) => assigneeId === null).length,
    toAccept: items
      .filter(({ status }) => status !== 'not-applicable')
      .reduce((sum, { tally }) => sum + tally.deliverables.submitted, 0),
  };
}

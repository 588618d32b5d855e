import { type Day, isDay } from '@convener/kernel';
import type { RegisterColumn } from '@convener/register-presets';
import { isPlannable } from '@convener/schedule';
import type { KeptCell } from './cells.rules';
import type { Register } from './register.entity';
import type { RegisterRow } from './register-row.entity';

/** What a row says of the work that it becomes. */
export interface RowWork {
  title: string;
  /** The name that stands in the row; whose it is the project knows. */
  owner: string | null;
  dueDay: Day | null;
}

/** As long as titles of work items may be. */
const LONGEST_TITLE = 300;
const IS_OWNER = { key: /^(owner|assignee)$/i, name: /負責|承辦|in charge|owner|assignee/i };
const IS_DUE = { key: /^(due|dueDay|deadline)$/i, name: /期限|截止|到期|\bdue\b|deadline/i };

type Told = Pick<RegisterColumn, 'key' | 'name' | 'nameEn' | 'type' | 'personal'>;

/**
 * What becomes of a row as work. What is personal stays in the list: the work item is read by more people. A day or a
 * name is taken only where its column says that it is the one that is due, or the one in charge; a finding's own day and
 * whoever reported it are not.
 */
export function workOfRow(
  { name, columns }: Pick<Register, 'name'> & { columns: readonly Told[] },
  { position, cells }: Pick<RegisterRow, 'position' | 'cells'>,
): RowWork {
  const open = columns.filter(({ personal }) => !personal);
  const first = open.find(({ type }) => type === 'text');
  const text = textOf(first && cells[first.key]);
  const due = textOf(cellOf(open, 'date', IS_DUE, cells));
  return {
    title: shortened(text || `${name} #${position}`),
    owner: textOf(cellOf(open, 'person', IS_OWNER, cells)) || null,
    dueDay: isDay(due) && isPlannable(due) ? due : null,
  };
}

/**
 * The column that says of a row that it is solved, in the ready lists whose rows are problems; null in all others, and
 * where that is personal.
 */
export function solvedColumn({ presetKey, columns }: Pick<Register, 'presetKey'> & { columns: readonly Told[] }) {
  if (presetKey === null || !PROBLEMS.has(presetKey)) return null;
  return columns.find(({ key, type, personal }) => key === 'solved' && type === 'yes-no' && !personal)?.key ?? null;
}

const PROBLEMS: ReadonlySet<string> = new Set(['rehearsalFindings', 'incidents']);

function cellOf(
  columns: readonly Told[],
  type: RegisterColumn['type'],
  is: typeof IS_OWNER,
  cells: RegisterRow['cells'],
): KeptCell | undefined {
  const found = columns.find(
    (column) =>
      column.type === type && (is.key.test(column.key) || is.name.test(column.name) || is.name.test(column.nameEn)),
  );
  return found && cells[found.key];
}

const textOf = (cell: KeptCell | undefined) => String(cell ?? '').trim();

/** In one line, and cut where it is longer than a title may be. */
function shortened(text: string): string {
  const letters = [...text.replace(/\s+/g, ' ')];
  return letters.length <= LONGEST_TITLE ? letters.join('') : `${letters.slice(0, LONGEST_TITLE - 1).join('')}…`;
}

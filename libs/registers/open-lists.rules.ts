import type { RegisterColumn } from '@convener/register-presets';
import { completenessOf, type Tally } from './completeness.rules';
import { personalColumns } from './privacy.rules';

/** Keys under which ready lists say of a row that what it costs is paid. */
const PAID_KEYS: ReadonlySet<string> = new Set(['paid', 'settled']);

/** What a list still lacks before its project can be closed. */
export interface ListLacks {
  /** Rows in which a required cell is empty, at the column where they are most; 1 for a list without rows. */
  incomplete: number;
  /** Rows that are not paid or settled, in lists that say so. */
  unpaid: number;
  /** Nobody has said how long its personal cells are kept, and there are some. */
  daysUnsaid: boolean;
}

/** The column that says of a row that it is paid or settled; null where none does. What is personal says nothing here. */
export function paidColumn(columns: readonly Pick<RegisterColumn, 'key' | 'type' | 'personal'>[]): string | null {
  return columns.find(({ key, type, personal }) => PAID_KEYS.has(key) && type === 'yes-no' && !personal)?.key ?? null;
}

/** `yes`: in how many rows each column says yes. */
export function listLacks(
  { columns, personalDays }: { columns: readonly RegisterColumn[]; personalDays: number | null },
  tally: Tally,
  yes: ReadonlyMap<string, number>,
): ListLacks {
  const { complete, empty } = completenessOf(columns, tally);
  const paid = paidColumn(columns);
  const keeps = tally.rows > tally.erased && personalColumns(columns).some(({ key }) => tally.cells.has(key));
  return {
    incomplete: complete ? 0 : Math.max(1, ...empty.map(({ rows }) => rows)),
    unpaid: paid === null ? 0 : tally.rows - (yes.get(paid) ?? 0),
    daysUnsaid: personalDays === null && keeps,
  };
}

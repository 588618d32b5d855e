import { addDays, type Day } from '@convener/kernel';
import type { GivenCell, NewRegister } from '@convener/registers';

export interface List {
  about: NewRegister & { teamKey?: string };
  /** Keys of columns. Cells of one with `Days` behind it count days from today. */
  columns: string;
  /** `{1}` in a text is the second day of the event. */
  rows: readonly (readonly (string | number | null)[])[];
}

const COUNTED = /Days$/;

/** The rows as they are typed in on a day. */
export function cellsOf({ columns, rows }: List, { today, opening }: { today: Day; opening: Day }) {
  const keys = columns.split(' ');
  return rows.map((row) =>
    Object.fromEntries(
      row.map((value, at): [string, GivenCell] => {
        const key = keys[at]!;
        if (COUNTED.test(key)) return [key.replace(COUNTED, ''), value === null ? null : addDays(today, Number(value))];
        return [
          key,
          typeof value === 'string'
            ? value.replace(/\{(-?\d+)\}/g, (_, days) => addDays(opening, Number(days)))
            : value,
        ];
      }),
    ),
  );
}

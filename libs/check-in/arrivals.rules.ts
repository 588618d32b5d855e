import { dayAt, timeAt } from '@convener/kernel';
import type { RegisterColumn } from '@convener/register-presets';
import type { DeskRow } from './desk-row.rules';
import type { Fields } from './fields.rules';

export interface ArrivalsTable {
  headings: string[];
  /** In letters of the narrow kind. */
  widths: number[];
  rows: (string | number | null)[][];
}

const SHOWN = ['number', 'name', 'organisation', 'kind', 'receipt'] as const;
const WIDTHS = { number: 14, name: 20, organisation: 32, kind: 14, receipt: 16 };

/** 實際報到人員名單: whoever is there, in the order in which they came, under the list's own headings. */
export function arrivalsTable(
  columns: readonly RegisterColumn[],
  fields: Fields,
  rows: readonly DeskRow[],
  { deskCodes, zone }: { deskCodes: ReadonlyMap<string, string>; zone: string },
): ArrivalsTable {
  const shown = SHOWN.flatMap((field) => {
    const column = columns.find(({ key }) => key === fields[field]);
    return column ? [{ field, column }] : [];
  });
  const textOf = ({ field, column }: (typeof shown)[number], row: DeskRow) => {
    const value = row[field];
    return column.choices.find(({ key }) => key === value)?.name ?? value;
  };
  const there = rows.filter(({ arrivedAt }) => arrivedAt !== null);
  there.sort((a, b) => a.arrivedAt! - b.arrivedAt!);
  return {
    headings: [...shown.map(({ column }) => column.name), '報到日期', '報到時間', '報到台'],
    widths: [...shown.map(({ field }) => WIDTHS[field]), 14, 12, 10],
    rows: there.map((row) => [
      ...shown.map((one) => textOf(one, row)),
      ...[dayAt(row.arrivedAt!, zone), timeAt(row.arrivedAt!, zone)],
      deskCodes.get(row.deskId ?? '') ?? null,
    ]),
  };
}

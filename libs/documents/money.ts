import type { Cell, CellTone } from '@convener/papers';

/** Amounts are counted in hundredths, as they are kept: sums of dollars would gather floating dust. */
export type Hundredths = number;

/** As it is written: `NT$1,200`; of another currency its code (ISO 4217) and the amount. */
export function amount(hundredths: Hundredths, currency = 'TWD'): string {
  const units = Math.abs(hundredths) / 100;
  const digits = Number.isInteger(units) ? 0 : 2;
  const written = units.toLocaleString('en-US', { minimumFractionDigits: digits, maximumFractionDigits: digits });
  return `${hundredths < 0 ? '-' : ''}${currency === 'TWD' ? 'NT$' : `${currency} `}${written}`;
}

/** An amount in a table: a number to a workbook. Empty where there is none. */
export function moneyCell(hundredths: Hundredths | null, tone?: CellTone, currency?: string): Cell {
  if (hundredths === null) return null;
  return { value: hundredths / 100, shown: amount(hundredths, currency), ...(tone && { tone }) };
}

/** The sum of what is known; null where nothing is: zero would say that nothing was spent. */
export function sumOf(amounts: readonly (Hundredths | null)[]): Hundredths | null {
  const known = amounts.filter((one) => one !== null);
  return known.length === 0 ? null : known.reduce((sum, one) => sum + one, 0);
}

/** How much `part` is of `whole` in percent, to a tenth; null where there is nothing to compare with. */
export function percentOf(part: number | null, whole: number | null): number | null {
  return part === null || !whole ? null : Math.round((part * 1000) / whole) / 10;
}

/** A share in a table: a number to a workbook. */
export function percentCell(percent: number | null, tone?: CellTone): Cell {
  return percent === null ? null : { value: percent, shown: `${percent}%`, ...(tone && { tone }) };
}

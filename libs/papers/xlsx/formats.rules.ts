import type { TableColumn } from '../paper';

export interface NumberLook {
  value: number;
  /** As Excel writes formats. */
  format: string;
}

/** What stands before the figures and behind them, where the figures are the number itself. */
const AROUND = /^(-?)([^\d-]*)([\d,]+(?:\.\d+)?)([^\d]*)$/s;

/**
 * A number that is counted with and is read as print writes it: an amount with its currency, a share as a percentage (a
 * hundredth, as Excel keeps them), a count with its unit. What print says beside the number is left to print.
 */
export function numberLook(value: number, shown: string | undefined, kind: TableColumn['kind']): NumberLook {
  const around = AROUND.exec(shown ?? '');
  const [, minus = '', before = '', figures = '', behind = ''] = around ?? [];
  const same = around !== null && Number(`${minus}${figures.replaceAll(',', '')}`) === value;
  if (same && before === '' && behind === '%') return { value: hundredth(value), format: '0.0%' };
  const figure = kind === 'number' || kind === 'money' ? grouped(value, kind) : '0.####';
  return { value, format: same ? `${literal(before)}${figure}${literal(behind)}` : figure };
}

/** Without the dust of a division. */
function hundredth(percent: number): number {
  return Number((percent / 100).toFixed(8));
}

function grouped(value: number, kind: 'number' | 'money'): string {
  if (Number.isInteger(value)) return '#,##0';
  return kind === 'money' ? '#,##0.00' : '#,##0.0###';
}

function literal(text: string): string {
  return text === '' ? '' : `"${text.replaceAll('"', '')}"`;
}

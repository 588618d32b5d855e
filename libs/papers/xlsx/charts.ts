import type { CellObject } from 'write-excel-file/node';
import { gridRow, type Scale, scaleOf, stepAt } from '../gantt.rules';
import { BAR_TONES, COLOURS, STATES } from '../looks';
import type { Bars, Gantt, GanttRow, Paper } from '../paper';
import { GROUP, HEAD, letters, LINES, text, valueOf, width } from './cells';
import type { WorkSheet } from './work-sheet';

const MOST_WEEKS = 105;
/** A week is as wide as it takes to shade it; what week it is stands upright above it. */
const STEP = { width: 3, height: 34 };

export function ganttSheet(gantt: Gantt, { language }: Paper): Omit<WorkSheet, 'sheet'> {
  const scale = scaleOf(gantt, language, MOST_WEEKS);
  const titles = language === 'zh-TW' ? ['項目', '開始', '期限'] : ['Item', 'Start', 'Due'];
  const labels = [...gantt.marks, ...gantt.rows].map((row) => ('group' in row ? '' : row.label));
  return {
    data: [
      [...titles.map(() => ({ ...HEAD })), ...spanCells(scale)],
      [...titles.map((title) => text(title, HEAD)), ...stepCells(scale, stepAt(gantt.today, scale))],
      ...gantt.marks.map((mark) => markCells(mark, scale)),
      ...gantt.rows.map((row) => ('group' in row ? groupCells(row.group, scale) : barCells(row, scale))),
    ],
    columns: [
      { width: width(labels) },
      { width: 12 },
      { width: 12 },
      ...scale.steps.map(() => ({ width: STEP.width })),
    ],
    stickyRowsCount: 2,
    stickyColumnsCount: 3,
    outlined: outlinedOf(gantt.rows, 2 + gantt.marks.length),
  };
}

type Cells = (CellObject | null)[];
const day = (value: string | null) => valueOf(value, { kind: 'day' }, LINES);

function stepCells({ steps }: Scale, today: number): Cells {
  const look = { ...HEAD, fontSize: 8, align: 'center', textRotation: 90, height: STEP.height } as const;
  return steps.map(({ label }, at) =>
    text(label, { ...look, ...(at === today && { textColor: `#${COLOURS.today}` }) }),
  );
}

function markCells(mark: Gantt['marks'][number], scale: Scale): Cells {
  const at = stepAt(mark.day, scale);
  const look = { ...LINES, textColor: `#${COLOURS.accent}` };
  const cells = scale.steps.map((_, step) => (step === at ? text('◆', { ...look, align: 'center' }) : { ...LINES }));
  return [text(mark.label, look), { ...LINES }, day(mark.day), ...cells];
}

function groupCells(group: string, { steps }: Scale): Cells {
  return [text(group, GROUP), ...Array.from({ length: 2 + steps.length }, () => ({ ...GROUP }))];
}

function barCells(row: GanttRow, scale: Scale): Cells {
  const cells = gridRow(row, scale).map((held): CellObject | null => {
    if (held === null) return { ...LINES };
    if (held === 'baseline') return { ...LINES, bottomBorderStyle: 'thick', bottomBorderColor: '#6B7280' };
    if (held.mark) return text('◆', { ...LINES, textColor: `#${STATES[held.state]}`, align: 'center' });
    return { ...LINES, backgroundColor: `#${STATES[held.state]}` };
  });
  return [text(row.label, LINES), day(row.start), day(row.due), ...cells];
}

/** Months over their weeks, or years over their months: a week belongs to the month of its Monday, which is named where there is room. */
function spanCells({ spans, steps }: Scale): Cells {
  return spans.flatMap(({ label, from, to }, at) => {
    const own = steps.filter((step) => (at === 0 || step.from >= from) && step.from < to).length;
    if (own === 0) return [];
    const said = letters(label) < own * STEP.width ? label : '';
    const head = { ...text(said, { ...HEAD, align: 'center' }), columnSpan: own };
    return [head, ...Array.from({ length: own - 1 }, () => null)];
  });
}

/** The rows below a heading of their own, to be folded. */
export function outlinedOf(rows: readonly object[], first: number): ReadonlySet<number> {
  const begins = rows.findIndex((row) => 'group' in row);
  return new Set(rows.flatMap((row, at) => (begins >= 0 && at > begins && !('group' in row) ? [first + at] : [])));
}

const PARTS = 20;

export function barsSheet({ items, of }: Bars): Omit<WorkSheet, 'sheet'> {
  const gap = {
    topBorderStyle: 'thick',
    topBorderColor: '#FFFFFF',
    bottomBorderStyle: 'thick',
    bottomBorderColor: '#FFFFFF',
  };
  // Where the number says it all, it is said once.
  const more = items.some(({ value, shown }) => shown !== `${value}%`);
  const data = items.map(({ label, value, shown, tone }) => {
    const share = of > 0 ? Math.min(1, Math.max(0, value / of)) : 0;
    const filled = Math.round(share * PARTS);
    const bar = Array.from({ length: PARTS }, (_, at) =>
      at < filled ? ({ ...gap, backgroundColor: `#${BAR_TONES[tone ?? 'plain']}` } as CellObject) : null,
    );
    const middle = { alignVertical: 'center' } as const;
    const number = valueOf({ value: Number.isFinite(value) ? value : null, shown }, { kind: 'number' }, middle);
    return [text(label, middle), number, ...(more ? [text(shown, middle)] : []), ...bar];
  });
  return {
    data,
    columns: [
      { width: width(items.map(({ label }) => label)) },
      { width: 10 },
      ...(more ? [{ width: width(items.map(({ shown }) => shown)) }] : []),
      ...Array.from({ length: PARTS }, () => ({ width: 2 })),
    ],
  };
}

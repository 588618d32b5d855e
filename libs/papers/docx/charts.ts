import { Paragraph } from 'docx';
import { barOf, gridRow, type GridCell, type Scale, scaleOf, stepAt, type Step } from '../gantt.rules';
import { measured } from '../glyphs';
import { BAR_TONES, COLOURS, SIZES, STATES } from '../looks';
import type { Bars, Gantt, GanttRow, PaperLanguage } from '../paper';
import { oneLine } from '../text.rules';
import { wordsOf } from '../words';
import { cell, gap, paragraph, row, runs, table } from './atoms';
import { captionOf, type Made } from './tables';

const TIGHT = { spacing: { before: 0, after: 0 } };
const LABEL_SIZE = 8;
/** Steps that stay wide enough for a mark in them. */
const MOST_WEEKS = 40;

/** A chart that whoever edits the document can go on with: shaded cells, one a week or a month. */
export function ganttBlock(gantt: Gantt, language: PaperLanguage, room: number): Made {
  const scale = scaleOf(gantt, language, MOST_WEEKS);
  const labels = [...gantt.marks, ...gantt.rows].map((each) =>
    'group' in each ? 0 : measured(oneLine(each.label)) * LABEL_SIZE,
  );
  const label = Math.min(Math.max(80, ...labels) + 12, room * 0.36);
  const step = (room - label) / scale.steps.length;
  const widths = [label, ...scale.steps.map(() => step)];
  const today = stepAt(gantt.today, scale);
  const rows = [
    ...headRows(scale, label, step),
    ...gantt.marks.map((mark) => markRow(mark, scale, { label, step, today })),
    ...gantt.rows.map((each) =>
      'group' in each ? groupRow(each.group, widths.length, room) : barRow(each, scale, { label, step, today }),
    ),
  ];
  return [...captionOf(gantt.caption), table(widths, rows), legend(gantt, language), gap()];
}

function headRows({ spans, steps }: Scale, label: number, step: number) {
  const widest = Math.max(...steps.map((each) => measured(each.label) * 7)) * 1.2 + 3;
  const stride = Math.max(1, Math.ceil(widest / step));
  const named: { label: string; span: number }[] = [];
  for (let at = 0; at < steps.length; at += stride)
    named.push({ label: steps[at]!.label, span: Math.min(stride, steps.length - at) });
  const months = spansOver(spans, steps);
  return [months, named].map((names, at) =>
    row(
      [
        cell([paragraph('', { size: 7 }, { ...TIGHT, keepNext: true })], { width: label, fill: COLOURS.head }),
        ...names.map(({ label: name, span }) => {
          const fits = measured(name, at === 0) * 7 * 1.1 + 2 <= span * step;
          const text = paragraph(fits ? name : '', { size: 7, bold: at === 0 }, { ...TIGHT, keepNext: true });
          return cell([text], { width: span * step, span, fill: COLOURS.head, padding: 1 });
        }),
      ],
      { head: true },
    ),
  );
}

/** Months over weeks: a week belongs to the month of its Monday. */
function spansOver(spans: readonly Step[], steps: readonly Step[]): { label: string; span: number }[] {
  return spans
    .map(({ label, from, to }) => ({ label, span: steps.filter((step) => step.from >= from && step.from < to).length }))
    .filter(({ span }) => span > 0);
}

interface Places {
  label: number;
  step: number;
  today: number;
}

function groupRow(group: string, columns: number, room: number) {
  const text = paragraph(group, { size: LABEL_SIZE, bold: true }, { ...TIGHT, keepNext: true });
  return row([cell([text], { width: room, span: columns, fill: COLOURS.group })]);
}

function markRow({ day, label }: Gantt['marks'][number], scale: Scale, places: Places) {
  const at = stepAt(day, scale);
  const cells = scale.steps.map((_, step) =>
    chartCell(step === at ? { state: 'open', mark: true } : null, step, places, COLOURS.accent),
  );
  return row([labelCell(`${label} ${day.slice(5).replace('-', '/')}`, places, COLOURS.accent), ...cells]);
}

function barRow(each: GanttRow, scale: Scale, places: Places) {
  const cells = gridRow(each, scale).map((held, at) => chartCell(held, at, places, STATES[each.state]));
  return row([labelCell(each.label, places), ...cells]);
}

function labelCell(label: string, places: Places, colour: string = COLOURS.ink) {
  return cell([paragraph(label, { size: LABEL_SIZE, colour }, TIGHT)], { width: places.label });
}

function chartCell(held: GridCell, at: number, { step, today }: Places, colour: string) {
  const mark = held !== null && held !== 'baseline' && held.mark;
  const fill = held === null || held === 'baseline' || mark ? undefined : colour;
  const borders = {
    ...(held === 'baseline' && { bottom: { color: '6B7280', size: 18 } }),
    ...(at === today && { left: { color: COLOURS.today, size: 12 } }),
  };
  const inside = new Paragraph({
    ...TIGHT,
    alignment: 'center',
    children: mark ? runs('◆', { size: Math.min(7, step), colour }) : runs('', { size: 5 }),
  });
  return cell([inside], { width: step, fill, borders, padding: 0 });
}

function legend({ rows, today, from, to }: Gantt, language: PaperLanguage): Paragraph {
  const words = wordsOf(language);
  const bars = rows.filter((each) => 'state' in each);
  const states = (Object.keys(STATES) as GanttRow['state'][]).filter((state) =>
    bars.some((each) => each.state === state),
  );
  const scale = scaleOf({ from, to }, language, MOST_WEEKS);
  const parts = states.flatMap((state) => [
    ...runs('■ ', { size: 8, colour: STATES[state] }),
    ...runs(`${words.states[state]}　`, { size: 8 }),
  ]);
  if (bars.some(({ baseline }) => baseline && barOf(baseline, scale)))
    parts.push(...runs('▁ ', { size: 8, colour: '6B7280' }), ...runs(`${words.baseline}　`, { size: 8 }));
  if (today !== null)
    parts.push(
      ...runs('│ ', { size: 8, colour: COLOURS.today }),
      ...runs(`${words.today} ${today.slice(5).replace('-', '/')}`, { size: 8 }),
    );
  return new Paragraph({ children: parts, spacing: { before: 40, after: 0 } });
}

/** Fortieths of a whole bar. */
const PARTS = 40;

export function barsBlock(bars: Bars, room: number): Made {
  if (bars.items.length === 0) return captionOf(bars.caption);
  const labels = bars.items.map(({ label }) => measured(oneLine(label)) * SIZES.table * 1.06);
  const label = Math.min(Math.max(60, ...labels) + 12, room * 0.4);
  const end = Math.min(
    Math.max(30, ...bars.items.map(({ shown }) => measured(shown, true) * SIZES.table * 1.06)) + 12,
    room * 0.25,
  );
  const part = (room - label - end) / PARTS;
  const rows = bars.items.map(({ label: name, value, shown, tone }, at) => {
    const near = { ...TIGHT, keepNext: at < bars.items.length - 1 };
    const share = bars.of > 0 ? Math.min(1, Math.max(0, value / bars.of)) : 0;
    const filled = Math.round(share * PARTS);
    const bar = [
      { span: filled, fill: BAR_TONES[tone ?? 'plain'] },
      { span: PARTS - filled, fill: 'E9ECF0' },
    ].filter(({ span }) => span > 0);
    const line = { top: { color: 'FFFFFF', size: 24 }, bottom: { color: 'FFFFFF', size: 24 } };
    return row([
      cell([paragraph(name, { size: SIZES.table }, near)], { width: label, lines: false }),
      ...bar.map(({ span, fill }) =>
        cell([paragraph('', {}, TIGHT)], { width: span * part, span, fill, lines: false, borders: line, padding: 0 }),
      ),
      cell([paragraph(shown, { size: SIZES.table, bold: tone === 'bad' }, { ...near, align: 'right' })], {
        width: end,
        lines: false,
      }),
    ]);
  });
  const widths = [label, ...Array.from({ length: PARTS }, () => part), end];
  return [...captionOf(bars.caption), table(widths, rows, { lines: false }), gap()];
}

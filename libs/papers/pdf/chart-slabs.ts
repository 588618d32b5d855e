import { barOf, dayNumber, type Scale, scaleOf, type Step } from '../gantt.rules';
import { inOurFont } from '../glyphs';
import { BAR_TONES, COLOURS, SIZES, STATES } from '../looks';
import type { Bars, Gantt, GanttRow, PaperLanguage } from '../paper';
import { oneLine } from '../text.rules';
import { wordsOf } from '../words';
import { shortened } from './lines.rules';
import type { Slab } from './pager.rules';
import { type Ink, leading, type Pen, widthIn } from './pen';
import { captionSlabs } from './table-slabs';
import type { Frame } from './text-slabs';

const ROW = 17;
/** Bars that stay together. */
const SHORT = 15;
const SMALL: Ink = { size: 7, colour: COLOURS.quiet };
const LABEL: Ink = { size: 8.5 };

/** Places of days in one chart. */
interface Chart {
  scale: Scale;
  gantt: Gantt;
  label: number;
  width: number;
  at(day: number): number;
}

/** Labels on the left, never over a bar; the scale is repeated on each page. Marks are rows of their own, and a line through all. */
export function ganttSlabs(gantt: Gantt, language: PaperLanguage, frame: Frame): Slab[] {
  const scale = scaleOf(gantt, language);
  const labels = [...gantt.marks, ...gantt.rows].map((row) =>
    widthIn(LABEL)(inOurFont('group' in row ? '' : row.label)),
  );
  const label = Math.min(Math.max(80, ...labels.map((width) => width + 10)), frame.width * 0.36);
  const width = frame.width - label;
  const at = (day: number) => label + ((day - scale.from) / (scale.to - scale.from)) * width;
  const chart: Chart = { scale, gantt, label, width: frame.width, at };
  const head: Slab = { height: 2 * 14, draw: (pen, x, y) => drawScale(pen, x, y, chart) };
  const marks = gantt.marks.map((mark) => markSlab(mark, chart));
  const rows = gantt.rows.map((row) => ('group' in row ? groupSlab(row.group, chart) : barSlab(row, chart)));
  const body = [...marks, ...rows].map((slab) => ({ ...slab, head: [head] }));
  // The legend is never alone, nor with a single bar.
  for (const slab of body.slice(-3)) slab.keep = true;
  const legend = legendSlab(gantt, language, frame);
  return [...captionSlabs(gantt.caption, frame), { ...head, gap: 6, keep: true }, ...body, legend];
}

function drawScale(pen: Pen, x: number, y: number, { scale, label, width, at }: Chart): void {
  pen.fill(x, y, width, 28, COLOURS.head);
  drawSteps(pen, scale.spans, { x, y, at, ink: { size: 8, bold: true } });
  drawSteps(pen, scale.steps, { x, y: y + 14, at, ink: { size: 7 } });
  pen.rule(x + label, y + 14, x + width, y + 14);
  pen.rule(x + label, y, x + label, y + 28);
  pen.frame(x, y, width, 28, COLOURS.rule);
}

/** Where steps are too narrow for their labels, only each second, third … is written. */
function drawSteps(
  pen: Pen,
  steps: readonly Step[],
  { x, y, at, ink }: { x: number; y: number; at: (day: number) => number; ink: Ink },
): void {
  const widest = Math.max(...steps.map(({ label }) => widthIn(ink)(label))) + 4;
  const narrowest = steps.length > 2 ? at(steps[1]!.to) - at(steps[1]!.from) : widest;
  const stride = Math.max(1, Math.ceil(widest / Math.max(narrowest, 0.1)));
  steps.forEach(({ from, to, label }, index) => {
    const room = at(to) - at(from);
    if (index > 0) pen.rule(x + at(from), y, x + at(from), y + 14);
    const written =
      stride === 1 ? widthIn(ink)(label) + 2 <= room : index % stride === 0 && index + stride <= steps.length;
    if (written) pen.line(label, x + at(from) + 2, y + (14 - leading(ink.size)) / 2, room, ink);
  });
}

/** Ground of each row: lines of steps, today, marks. */
function drawGround(pen: Pen, x: number, y: number, { scale, gantt, label, width, at }: Chart): void {
  for (const { from } of scale.steps) pen.rule(x + at(from), y, x + at(from), y + ROW, 'E6E9ED', 0.3);
  for (const { day } of gantt.marks)
    if (inside(day, scale))
      pen.rule(x + at(dayNumber(day) + 0.5), y, x + at(dayNumber(day) + 0.5), y + ROW, COLOURS.accent, 0.4);
  if (gantt.today !== null && inside(gantt.today, scale)) {
    const today = x + at(dayNumber(gantt.today) + 0.5);
    pen.rule(today, y, today, y + ROW, COLOURS.today, 0.9);
  }
  pen.rule(x, y + ROW, x + width, y + ROW, COLOURS.rule, 0.4);
  for (const edge of [0, label, width]) pen.rule(x + edge, y, x + edge, y + ROW, COLOURS.rule, 0.5);
}

function inside(day: string, { from, to }: Scale): boolean {
  return dayNumber(day) >= from && dayNumber(day) < to;
}

function groupSlab(group: string, { width }: Chart): Slab {
  const ink: Ink = { ...LABEL, bold: true };
  const text = shortened(inOurFont(oneLine(group)), width - 10, widthIn(ink));
  return {
    height: ROW,
    keep: true,
    draw: (pen, x, y) => {
      pen.fill(x, y, width, ROW, COLOURS.group);
      pen.frame(x, y, width, ROW, COLOURS.rule, 0.5);
      pen.line(text, x + 4, y + (ROW - leading(ink.size)) / 2, width, ink);
    },
  };
}

function rowLabel(text: string, { label }: Chart): string {
  return shortened(inOurFont(oneLine(text)), label - 8, widthIn(LABEL));
}

function markSlab({ day, label }: Gantt['marks'][number], chart: Chart): Slab {
  const text = rowLabel(label, chart);
  return {
    height: ROW,
    draw: (pen, x, y) => {
      drawGround(pen, x, y, chart);
      pen.line(text, x + 4, y + (ROW - leading(LABEL.size)) / 2, chart.label, { ...LABEL, colour: COLOURS.accent });
      if (!inside(day, chart.scale)) return;
      pen.diamond(x + chart.at(dayNumber(day) + 0.5), y + ROW / 2, 4, COLOURS.accent);
      drawDays(pen, shortDay(day), x, y, { start: dayNumber(day), end: dayNumber(day) + 1.5 }, chart);
    },
  };
}

function barSlab(row: GanttRow, chart: Chart): Slab {
  const text = rowLabel(row.label, chart);
  const bar = barOf(row, chart.scale);
  const planned = row.baseline ? barOf(row.baseline, chart.scale) : null;
  const days = [...new Set([row.start, row.due].filter((day) => day !== null))].map(shortDay).join('–');
  return {
    height: ROW,
    draw: (pen, x, y) => {
      drawGround(pen, x, y, chart);
      pen.line(text, x + 4, y + (ROW - leading(LABEL.size)) / 2, chart.label, LABEL);
      if (planned)
        pen.fill(
          x + chart.at(planned.start),
          y + ROW - 4,
          chart.at(planned.end) - chart.at(planned.start),
          1.6,
          '6B7280',
        );
      if (!bar) return;
      const left = x + chart.at(bar.start);
      const width = Math.max(chart.at(bar.end) - chart.at(bar.start), 1.5);
      if (bar.mark) pen.diamond(left + width / 2, y + ROW / 2 - 1, 3.5, STATES[row.state]);
      else pen.fill(left, y + 3.5, width, 8, STATES[row.state]);
      drawDays(pen, days, x, y, bar, chart);
    },
  };
}

function shortDay(day: string): string {
  return `${Number(day.slice(5, 7))}/${Number(day.slice(8, 10))}`;
}

/** Behind the bar, else before it, else not at all. */
function drawDays(
  pen: Pen,
  days: string,
  x: number,
  y: number,
  bar: { start: number; end: number },
  chart: Chart,
): void {
  const room = widthIn(SMALL)(days);
  const end = chart.at(bar.end) + 4;
  const top = y + (ROW - leading(SMALL.size)) / 2 - 1;
  const before = chart.at(bar.start) - room - 4;
  const left = end + room < chart.width - 2 ? end : before > chart.label ? before : null;
  if (left === null) return;
  // No line of a mark runs through the figures.
  pen.fill(x + left - 1, y + 2, room + 2, ROW - 5, 'FFFFFF');
  pen.line(days, x + left, top, room, SMALL);
}

function legendSlab(gantt: Gantt, language: PaperLanguage, frame: Frame): Slab {
  const words = wordsOf(language);
  const rows = gantt.rows.filter((row) => 'state' in row);
  const states = (Object.keys(STATES) as GanttRow['state'][]).filter((state) =>
    rows.some((row) => row.state === state),
  );
  const entries = states.map((state) => ({ text: words.states[state], colour: STATES[state], high: 6 }));
  if (rows.some(({ baseline }) => baseline)) entries.push({ text: words.baseline, colour: '6B7280', high: 1.6 });
  if (gantt.today !== null)
    entries.push({ text: `${words.today} ${shortDay(gantt.today)}`, colour: COLOURS.today, high: 1 });
  const ink: Ink = { size: 8, colour: COLOURS.quiet };
  return {
    height: 18,
    draw: (pen, x, y) => {
      let left = x + 2;
      for (const { text, colour, high } of entries) {
        pen.fill(left, y + 9 - high / 2, 14, high, colour);
        pen.line(text, left + 18, y + 9 - leading(ink.size) / 2, frame.width, ink);
        left += 18 + widthIn(ink)(text) + 14;
      }
    },
  };
}

export function barsSlabs(bars: Bars, frame: Frame): Slab[] {
  const ink: Ink = { size: SIZES.table };
  const widthOf = widthIn(ink);
  const shown = bars.items.map((item) => shortened(inOurFont(oneLine(item.shown)), frame.width * 0.25, widthOf));
  const label = Math.min(
    Math.max(60, ...bars.items.map((item) => widthOf(inOurFont(item.label)) + 8)),
    frame.width * 0.4,
  );
  const end = Math.max(30, ...shown.map((text) => widthOf(text) + 8));
  const full = frame.width - label - end;
  const rows = bars.items.map((item, at): Slab => {
    const text = shortened(inOurFont(oneLine(item.label)), label - 8, widthOf);
    const share = bars.of > 0 ? Math.min(1, Math.max(0, item.value / bars.of)) : 0;
    return {
      height: 18,
      draw: (pen, x, y) => {
        const top = y + 9 - leading(ink.size) / 2;
        pen.line(text, x, top, label, ink);
        pen.fill(x + label, y + 4, full, 10, 'E9ECF0');
        if (share > 0) pen.fill(x + label, y + 4, full * share, 10, BAR_TONES[item.tone ?? 'plain']);
        pen.line(shown[at]!, x + label + full, top, end, { ...ink, align: 'right', bold: item.tone === 'bad' });
      },
    };
  });
  // A short chart is not torn over two pages.
  const whole = rows.length <= SHORT;
  return [
    ...captionSlabs(bars.caption, frame),
    ...rows.map((row, at) => ({
      ...row,
      ...(at === 0 && { gap: 4 }),
      keep: at === 0 || (whole && at < rows.length - 1),
    })),
  ];
}

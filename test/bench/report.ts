import type { Figure } from './gauge';
import type { Spread } from './stats';
import { judge } from './targets';

export interface Run {
  kind: 'sqlite' | 'postgres';
  figures: readonly Figure[];
}

const NAMES = { sqlite: 'SQLite', postgres: 'PostgreSQL + Redis' } as const;
const HEAD = [
  'job',
  'database',
  'ours',
  'spread',
  'bare',
  '× bare',
  'target',
  '',
  'CPU a request',
  'load',
  'beside it',
];

/** The one table, as Markdown. */
export function tableOf(runs: readonly Run[]): string {
  const jobs = [...new Set(runs.flatMap(({ figures }) => figures.map(({ job }) => job)))];
  const rows = jobs.flatMap((job) =>
    runs.flatMap(({ kind, figures }) =>
      figures.filter((figure) => figure.job === job).map((figure) => rowOf(figure, kind, figures)),
    ),
  );
  const widths = HEAD.map((head, column) =>
    Math.max(...[HEAD, ...rows].map((row) => row[column]!.length), head.length),
  );
  const line = (cells: readonly string[]) =>
    `| ${cells.map((cell, column) => cell.padEnd(widths[column]!)).join(' | ')} |`;
  return [line(HEAD), line(widths.map((width) => '-'.repeat(width))), ...rows.map(line)].join('\n');
}

function rowOf(figure: Figure, kind: Run['kind'], all: readonly Figure[]): string[] {
  const { job, unit, ours, floor, ratio, processorMs, more, load } = figure;
  const { asked, held } = judge(figure, kind, all);
  return [
    job,
    NAMES[kind],
    withUnit(ours.median, unit),
    spread(ours),
    floor ? withUnit(floor.median, unit) : '–',
    ratio === null ? '–' : ratio.toFixed(1),
    asked || '–',
    held === null ? '' : held ? 'ok' : 'miss',
    processorMs === null ? '–' : `${short(processorMs)} ms`,
    load.toFixed(1),
    more,
  ];
}

function withUnit(value: number, unit: Figure['unit']): string {
  return unit === '/s' ? `${short(value)}/s` : `${short(value)} ${unit}`;
}

function spread({ least, greatest }: Spread): string {
  return least === greatest ? '–' : `${short(least)}–${short(greatest)}`;
}

function short(value: number): string {
  if (Number.isNaN(value)) return '?';
  return value >= 100 ? value.toFixed(0) : value >= 10 ? value.toFixed(1) : value.toFixed(2);
}

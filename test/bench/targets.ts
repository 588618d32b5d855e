import type { Figure } from './gauge';

/** What must hold, by the beginning of the job's name: the most milliseconds, seconds or MB, or the least a second. */
interface Target {
  job: string;
  sqlite: number;
  postgres: number;
}

const TARGETS: readonly Target[] = [
  { job: 'start the full conference', sqlite: 100, postgres: 200 },
  { job: 'preview', sqlite: 25, postgres: 25 },
  { job: 're-plan', sqlite: 200, postgres: 200 },
  { job: 'tick, one client', sqlite: 5, postgres: 10 },
  { job: 'ticks/s', sqlite: 800, postgres: 350 },
  { job: 'tap to painted tick', sqlite: 100, postgres: 100 },
  { job: 'my work,', sqlite: 10, postgres: 15 },
  { job: "one project's checklist", sqlite: 20, postgres: 25 },
  { job: 'its progress', sqlite: 5, postgres: 10 },
  { job: 'reminders', sqlite: 1000, postgres: 1000 },
  { job: 'a guest of', sqlite: 100, postgres: 100 },
  { job: 'stall of the main thread', sqlite: 50, postgres: 50 },
  { job: 'start-up', sqlite: 2, postgres: 2 },
  { job: 'memory', sqlite: 250, postgres: 250 },
];

const START_FLOORS = 5;
const SLOWEST_TICK_MS = 60;

export interface Verdict {
  /** Such as `≤ 5 ms`; empty where nothing is asked. */
  asked: string;
  held: boolean | null;
}

/** Whether a figure is as good as it has to be. `all`: the figures of the same run, for those that depend on others. */
export function judge(figure: Figure, kind: 'sqlite' | 'postgres', all: readonly Figure[]): Verdict {
  const target = TARGETS.find(({ job }) => figure.job.startsWith(job))?.[kind];
  if (target === undefined) return { asked: '', held: null };
  const got = figure.ours.median;
  if (figure.unit === '/s') return rate(figure, target, got);
  const most = `≤ ${target} ${figure.unit}`;
  const preview = all.find(({ job }) => job === 'preview')?.ours.median;
  if (kind === 'postgres' || !figure.job.startsWith('start the') || !figure.floor || preview === undefined)
    return { asked: most, held: got <= target };
  const floors = START_FLOORS * figure.floor.median + preview;
  return { asked: `${most}, ≤ ${START_FLOORS} × floor + preview`, held: got <= target && got <= floors };
}

function rate({ job, more }: Figure, target: number, got: number): Verdict {
  if (!job.startsWith('ticks')) return { asked: `≥ ${target}/s`, held: got >= target };
  const [, p99, errors] = /p99 ([\d.]+) ms, (\d+) errors/.exec(more) ?? [];
  const held = got >= target && Number(p99) <= SLOWEST_TICK_MS && Number(errors) === 0;
  return { asked: `≥ ${target}/s, p99 ≤ ${SLOWEST_TICK_MS} ms, 0 errors`, held };
}

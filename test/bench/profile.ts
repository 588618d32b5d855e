import { readdirSync, readFileSync, rmSync } from 'node:fs';
import { join } from 'node:path';

interface CpuProfile {
  nodes: { id: number; callFrame: { functionName: string; url: string; lineNumber: number } }[];
  startTime: number;
  samples: number[];
  timeDeltas: number[];
}

const SHOWN = 40;

/**
 * Prints where the time of a process went between two moments of this machine's monotonic clock (ns), which V8 stamps its
 * samples with too. Takes the profiles away.
 */
export function printProfile(folder: string, title: string, from: bigint, to: bigint): void {
  for (const file of readdirSync(folder)) {
    const path = join(folder, file);
    const profile = JSON.parse(readFileSync(path, 'utf8')) as CpuProfile;
    rmSync(path);
    const times = selfTimes(profile, Number(from / 1000n), Number(to / 1000n));
    if (times.size > 0) process.stdout.write(`\n${tellTimes(title, times)}\n`);
  }
}

/** Microseconds by function and place. */
function selfTimes(
  { nodes, startTime, samples, timeDeltas }: CpuProfile,
  from: number,
  to: number,
): Map<string, number> {
  const names = new Map(nodes.map(({ id, callFrame }) => [id, nameOf(callFrame)]));
  const times = new Map<string, number>();
  let at = startTime;
  for (const [index, id] of samples.entries()) {
    const delta = timeDeltas[index] ?? 0;
    at += delta;
    if (at < from || at > to) continue;
    const name = names.get(id)!;
    times.set(name, (times.get(name) ?? 0) + delta);
  }
  return times;
}

function nameOf({ functionName, url, lineNumber }: CpuProfile['nodes'][number]['callFrame']): string {
  const file = url.replace(/^file:\/\//, '').replace(/^.*\/(node_modules|dist)\//, '$1/');
  return `${functionName || '(anonymous)'}\t${file ? `${file}:${lineNumber + 1}` : ''}`;
}

function tellTimes(title: string, times: ReadonlyMap<string, number>): string {
  const total = [...times.values()].reduce((sum, time) => sum + time, 0);
  const idle = times.get('(idle)\t') ?? 0;
  const busy = total - idle;
  const share = (time: number) => `${((time / busy) * 100).toFixed(1).padStart(5)} %`;
  const top = (entries: Iterable<readonly [string, number]>, most: number) =>
    [...entries]
      .filter(([name]) => name !== '(idle)\t')
      .sort(([, a], [, b]) => b - a)
      .slice(0, most)
      .map(([name, time]) => `${share(time)}  ${name.replace('\t', '  ')}`);
  const packages = new Map<string, number>();
  for (const [name, time] of times) packages.set(packageOf(name), (packages.get(packageOf(name)) ?? 0) + time);
  return [
    `${title}: busy ${(busy / 1e6).toFixed(2)} s of ${(total / 1e6).toFixed(2)} s`,
    'self time by package',
    ...top(packages, 20),
    'self time by function',
    ...top(times, SHOWN),
  ].join('\n');
}

function packageOf(name: string): string {
  const [called = '', file = ''] = name.split('\t');
  if (file === '') return `${called}\t`;
  const [, scoped] = /node_modules\/((?:@[^/]+\/)?[^/]+)/.exec(file) ?? [];
  const [, own] = /^dist\/((?:libs|apps)\/[^/]+)/.exec(file) ?? [];
  return `${scoped ?? own ?? (file.startsWith('node:') ? 'node itself' : file)}\t`;
}

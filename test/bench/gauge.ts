import { loadavg } from 'node:os';
import { performance } from 'node:perf_hooks';
import type { Bare } from './bare';
import type { Load } from './load';
import type { LoadClient } from './load.types';
import type { Sink } from './sink';
import { median, percentile, type Spread, spreadOf } from './stats';
import type { BuiltProcess } from './site';
import type { World } from './world';

/** What every job works with. */
export interface Gauge {
  world: World;
  load: Load;
  sink: Sink;
  /** API first, then the worker where there is one. */
  servers: BuiltProcess[];
  /** A further connection to the bare database. */
  openBare: () => Promise<Bare>;
  rounds: number;
  /** Less of everything, to see that it runs. */
  small: boolean;
  /** Stops the servers, starts them again and answers the milliseconds until the API was ready. */
  restart: () => Promise<number>;
}

export interface Figure {
  job: string;
  unit: 'ms' | '/s' | 's' | 'MB';
  ours: Spread;
  floor: Spread | null;
  /** Ours to the bare database's, in the same round; for rates the other way round. The median of the rounds. */
  ratio: number | null;
  /** Processor time (ms) of the API a request, which a busy machine falsifies less than the time on the clock. */
  processorMs: number | null;
  /** What else belongs to it, such as the 99th percentile. */
  more: string;
  /** The machine's load (1 minute) when it was measured. */
  load: number;
}

export interface Job {
  name: string;
  run(gauge: Gauge): Promise<Figure[]>;
}

interface Measured {
  job: string;
  unit: Figure['unit'];
  ours: () => Promise<number>;
  floor?: () => Promise<number>;
  more?: () => string;
}

/** One round that doesn't count, then the rounds, each of them first ours and then the bare database. */
export async function measure(gauge: Gauge, { job, unit, ours, floor, more }: Measured): Promise<Figure> {
  const { rounds, small } = gauge;
  if (!small) await ours();
  const meter = meterOf(gauge);
  const pairs: { ours: number; floor: number | null }[] = [];
  for (let round = 0; round < rounds; round += 1) {
    const figure = await meter.around(ours);
    pairs.push({ ours: figure, floor: floor ? await floor() : null });
  }
  const floors = pairs.flatMap((pair) => pair.floor ?? []);
  const ratios = pairs.flatMap((pair) => {
    if (pair.floor === null) return [];
    return unit === '/s' ? pair.floor / pair.ours : pair.ours / pair.floor;
  });
  return {
    job,
    unit,
    ours: spreadOf(pairs.map((pair) => pair.ours)),
    floor: floors.length > 0 ? spreadOf(floors) : null,
    ratio: ratios.length > 0 ? median(ratios) : null,
    processorMs: meter.aRequest(),
    more: more?.() ?? '',
    load: loadavg()[0]!,
  };
}

/** Counts the requests of some work and the API's processor time. */
function meterOf({ load, servers }: Gauge) {
  let sent = 0;
  let ms = 0;
  const around = async <T>(work: () => Promise<T>): Promise<T> => {
    const [sentBefore, server, msBefore] = [load.sent, servers[0], servers[0]!.processorMs()];
    const result = await work();
    sent += load.sent - sentBefore;
    if (server === servers[0]) ms += server!.processorMs() - msBefore;
    return result;
  };
  return { around, aRequest: () => (sent === 0 ? null : ms / sent) };
}

/** The median latency (ms) of one client that sends so many requests. */
export async function p50Of({ load, servers }: Gauge, client: LoadClient, each: number): Promise<number> {
  const { ms } = await load.run({ host: '127.0.0.1', port: servers[0]!.port, clients: [client], each });
  return percentile(ms, 0.5);
}

/** The median time (ms) of so many runs. */
export async function p50OfRuns(times: number, work: () => Promise<unknown>): Promise<number> {
  const ms: number[] = [];
  for (let i = 0; i < times; i += 1) {
    const start = performance.now();
    await work();
    ms.push(performance.now() - start);
  }
  return percentile(ms, 0.5);
}

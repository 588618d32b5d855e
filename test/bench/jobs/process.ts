import { loadavg } from 'node:os';
import { type Job, measure } from '../gauge';
import { spreadOf } from '../stats';

/** From the start of the process on an existing database until it is ready. */
export const startUp: Job = {
  name: 'start-up',
  run: async (gauge) => {
    const ours = async () => (await gauge.restart()) / 1000;
    return [await measure(gauge, { job: 'start-up on an existing database', unit: 's', ours })];
  },
};

/** What the processes hold after all the jobs before. */
export const memory: Job = {
  name: 'memory',
  run: async ({ servers }) => {
    const [api = NaN, worker] = servers.map((server) => server.memory());
    const more = worker === undefined ? '' : `worker ${worker.toFixed(0)} MB`;
    const figure = {
      job: 'memory after the bench',
      unit: 'MB' as const,
      floor: null,
      ratio: null,
      processorMs: null,
      more,
    };
    return [{ ...figure, ours: spreadOf([api]), load: loadavg()[0]! }];
  },
};

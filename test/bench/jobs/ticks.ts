import type { Bare } from '../bare';
import { bareTick, ticksASecond } from '../bare-tick';
import { type Gauge, type Job, measure, p50Of, p50OfRuns } from '../gauge';
import type { LoadClient, LoadRequest } from '../load.types';
import { percentile } from '../stats';
import { CREW } from '../sizes';
import type { Person, World } from '../world';

const CLIENTS = 16;
const FLOOR_PROJECT = 40;
const FLOOR_RUNS = 100;

/** One client ticks and takes back checks of different work items, so that every request writes. */
export const tick: Job = {
  name: 'tick',
  run: async (gauge) => {
    const { world, small } = gauge;
    const project = world.project(1);
    const client = await ticking(world, project, world.member(project, 0));
    const each = small ? 6 : 200;
    const floor = await bareTick(world.bare, world.project(FLOOR_PROJECT));
    const figure = await proved(gauge, () =>
      measure(gauge, {
        job: 'tick, one client, p50',
        unit: 'ms',
        ours: async () => {
          const ms = await p50Of(gauge, client, each);
          client.from += each;
          return ms;
        },
        floor: () => p50OfRuns(small ? 5 : FLOOR_RUNS, floor),
      }),
    );
    return [figure];
  },
};

/** Sixteen people at once: each in a project of their own, then all in one. */
export const ticks: Job = {
  name: 'ticks',
  run: async (gauge) => {
    const { world } = gauge;
    const apart: LoadClient[] = [];
    for (let place = 0; place < CLIENTS; place += 1) {
      const project = world.project(2 + place);
      apart.push(await ticking(world, project, world.member(project, 0)));
    }
    const together = await crewOf(world, world.project(2 + CLIENTS));
    return [
      await many(gauge, 'ticks/s, 16 clients, a project each', apart),
      await many(gauge, 'ticks/s, 16 clients, one project', together),
    ];
  },
};

async function many(gauge: Gauge, job: string, at: LoadClient[]) {
  const { load, servers, small } = gauge;
  const forMs = small ? 300 : 4000;
  const floor = await bareCrowd(gauge);
  const all: number[] = [];
  let errors = 0;
  let firstError: string | null = null;
  const ours = async () => {
    const result = await load.try({ host: '127.0.0.1', port: servers[0]!.port, clients: at, forMs });
    for (const [index, sent] of result.sent.entries()) at[index]!.from += sent;
    all.push(...result.ms);
    errors += result.errors;
    firstError ??= result.firstError;
    return result.ms.length / (result.wallMs / 1000);
  };
  const more = () => {
    const first = firstError === null ? '' : ` (${firstError.slice(0, 120)})`;
    return `p50 ${percentile(all, 0.5).toFixed(1)}, p99 ${percentile(all, 0.99).toFixed(1)} ms, ${errors} errors${first}`;
  };
  try {
    return await proved(gauge, () => measure(gauge, { job, unit: '/s', ours, floor: floor.measure, more }));
  } finally {
    await floor.close();
  }
}

/** The bare database under as many hands: over a connection each on PostgreSQL; SQLite has one writer. */
async function bareCrowd({ world, openBare, small }: Gauge) {
  const connections: Bare[] = [];
  for (let place = 0; place < (world.bare.kind === 'sqlite' ? 1 : CLIENTS); place += 1)
    connections.push(await openBare());
  const ticks = await Promise.all(
    connections.map((bare, place) => bareTick(bare, world.project(FLOOR_PROJECT + place))),
  );
  return {
    measure: () => ticksASecond(ticks, small ? 5 : FLOOR_RUNS),
    close: () => Promise.all(connections.map((bare) => bare.close())),
  };
}

/** CLIENTS people of one project, each at their own work items. */
async function crewOf(world: World, project: string): Promise<LoadClient[]> {
  const clients: LoadClient[] = [];
  for (let place = 1; place < CREW && clients.length < CLIENTS; place += 1) {
    const client = await ticking(world, project, world.member(project, place), 'own');
    if (client.requests.length > 0) clients.push(client);
  }
  return clients;
}

/**
 * Ticks one check of each of the person's work items, then takes them all back, and so on. Only work items with an
 * open deliverable: the last tick of others would finish them.
 */
async function ticking(
  world: World,
  project: string,
  person: Person,
  whose: 'all' | 'own' = 'all',
): Promise<LoadClient> {
  const rows = await world.bare.all(
    `SELECT MIN(c.id) AS id FROM checks c JOIN work_items w ON w.id = c.work_item_id
      WHERE c.project_id = ? AND c.state = 'open' AND w.status IN ('to-do', 'doing')
        AND EXISTS (SELECT 1 FROM deliverables d WHERE d.work_item_id = w.id AND d.status = 'open')
        ${whose === 'all' ? '' : 'AND w.assignee_id = ?'}
      GROUP BY w.id ORDER BY w.id`,
    whose === 'all' ? [project] : [project, person.id],
  );
  const path = (move: string) =>
    rows.map(({ id }): LoadRequest => ({ method: 'POST', path: `/api/checks/${id}/${move}` }));
  return { cookie: await world.cookieOf(person), requests: [...path('tick'), ...path('untick')], from: 0 };
}

/** Runs the measurement and throws unless the activity has grown by as many entries as it says it wrote at least. */
async function proved<T>({ world }: Gauge, work: () => Promise<T>): Promise<T> {
  const count = async () =>
    Number((await world.bare.all("SELECT COUNT(*) AS n FROM activity WHERE action LIKE 'check.%'"))[0]!.n);
  const before = await count();
  const result = await work();
  if ((await count()) === before) throw new Error('The ticks wrote nothing');
  return result;
}

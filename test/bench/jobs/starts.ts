import { type Gauge, type Job, measure, p50Of, p50OfRuns } from '../gauge';
import { insertRows, renamed, rowsOfProject, type TableRows } from '../rows';
import { median } from '../stats';
import { aConference } from '../model';

/** The plan of the full conference, without writing anything: there is no bare database to compare it with. */
export const preview: Job = {
  name: 'preview',
  run: async (gauge) => {
    const client = await starting(gauge, '/api/projects/preview');
    return [
      await measure(gauge, { job: 'preview', unit: 'ms', ours: () => p50Of(gauge, client, gauge.small ? 2 : 20) }),
    ];
  },
};

/** The full conference: 58 work items, 89 deliverables, 196 checks, and everything beside them. */
export const start: Job = {
  name: 'start',
  run: async (gauge) => {
    const { world, small } = gauge;
    const times = small ? 1 : 6;
    const client = await starting(gauge, '/api/projects');
    const rows = await startedRows(gauge);
    return [
      await measure(gauge, {
        job: 'start the full conference',
        unit: 'ms',
        ours: () => p50Of(gauge, client, times),
        floor: async () => {
          const ms: number[] = [];
          for (let i = 0; i < times; i += 1) {
            const fresh = renamed(rows);
            ms.push(await p50OfRuns(1, () => insertRows(world.bare, fresh)));
          }
          return median(ms);
        },
        more: () => `${rows.reduce((sum, { rows: own }) => sum + own.length, 0)} rows`,
      }),
    ];
  },
};

async function starting({ world }: Gauge, path: string) {
  const cookie = await world.cookieOf(world.crew[0]!);
  const request = { method: 'POST' as const, path, body: JSON.stringify(aConference()) };
  return { cookie, requests: [request], from: 0 };
}

/** What a start of the product writes, table by table. */
async function startedRows(gauge: Gauge): Promise<TableRows[]> {
  const { bare } = gauge.world;
  await p50Of(gauge, await starting(gauge, '/api/projects'), 1);
  const [newest] = await bare.all('SELECT id FROM projects ORDER BY id DESC LIMIT 1');
  return rowsOfProject(bare, String(newest!.id));
}

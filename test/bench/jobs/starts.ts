import { newId } from '@convener/kernel';
import type { Bare, Row, Value } from '../bare';
import { projectTables } from '../copy';
import { type Gauge, type Job, measure, p50Of, p50OfRuns } from '../gauge';
import { aConference } from '../world';

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
            ms.push(await p50OfRuns(1, () => insertAll(world.bare, fresh)));
          }
          return ms.sort((a, b) => a - b)[Math.floor((times - 1) / 2)]!;
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

interface TableRows {
  table: string;
  columns: string[];
  rows: Row[];
}

/** What a start of the product writes, table by table. */
async function startedRows(gauge: Gauge): Promise<TableRows[]> {
  const { bare } = gauge.world;
  await p50Of(gauge, await starting(gauge, '/api/projects'), 1);
  const [newest] = await bare.all('SELECT id FROM projects ORDER BY id DESC LIMIT 1');
  const found: TableRows[] = [];
  for (const { name, columns, of } of await projectTables(bare)) {
    found.push({
      table: name,
      columns,
      rows: await bare.all(`SELECT t.* FROM ${name} t WHERE ${of}`, [newest!.id as Value]),
    });
  }
  return found;
}

/** The same rows under new ids. */
function renamed(tables: readonly TableRows[]): TableRows[] {
  const ids = new Map(tables.flatMap(({ rows }) => rows.flatMap(({ id }) => (id ? [[id, newId()] as const] : []))));
  const fresh = (value: Value): Value => ids.get(value as string) ?? value;
  return tables.map(({ rows, ...table }) => ({
    ...table,
    rows: rows.map((row) => Object.fromEntries(Object.entries(row).map(([column, value]) => [column, fresh(value)]))),
  }));
}

/** As fast as each database takes them: row by row on SQLite, a statement a table on PostgreSQL. */
async function insertAll(bare: Bare, tables: readonly TableRows[]): Promise<void> {
  await bare.durable(async () => {
    for (const { table, columns, rows } of tables) {
      const tuple = `(${columns.map(() => '?').join(',')})`;
      const into = `INSERT INTO ${table} (${columns.map((column) => `"${column}"`).join(',')}) VALUES `;
      const values = (row: Row) => columns.map((column) => row[column] as Value);
      if (bare.kind === 'sqlite') for (const row of rows) await bare.run(into + tuple, values(row));
      else if (rows.length > 0) await bare.run(into + rows.map(() => tuple).join(','), rows.flatMap(values));
    }
  });
}

import { randomUUID } from 'node:crypto';
import { aSheet, csv } from '../../support/sheets';
import { type Gauge, type Job, measure, p50Of, p50OfRuns } from '../gauge';
import type { LoadClient } from '../load.types';
import { percentile } from '../stats';
import type { Client } from '../../support/client';
import { cookieOf, send, signIn } from '../visitor';
import { searching } from './desk-page';

const HEADS = ['註冊編號', '姓名', '服務單位', '電子郵件', '報名身份', '註冊費', '繳費'];
const DESKS = 4;

interface List {
  id: string;
  client: Client;
  cookie: string;
  rows: number;
}

/** Somebody's registration as a file has it; `round` changes the organisation of everybody. */
const guest = (at: number, round: number) => [
  ...[`T${String(at).padStart(5, '0')}`, `來賓${at}`, `臺灣大學 ${round}`, `guest${at}@example.test`],
  ...['會員', '1200', '是'],
];

/** A list of registrations, empty yet. */
async function aList({ world }: Gauge, rows: number): Promise<List> {
  const project = world.project(21);
  const client = await signIn(world.address, world.member(project, 0).email);
  const body = { preset: 'registrations', deliverables: [] };
  const { id } = await send<{ id: string }>(client, `/api/projects/${project}/registers`, body);
  return { id, client, cookie: cookieOf(client), rows };
}

/** Reads a file in whose rows are all new, or all changed: the same file twice would write nothing. */
async function importFile({ id, client, rows }: List, kind: 'csv' | 'xlsx', round: number) {
  const guests = Array.from({ length: rows }, (_, at) => guest(at, round));
  const content =
    kind === 'csv' ? csv(HEADS.join(','), ...guests.map((row) => row.join(','))) : aSheet([HEADS, ...guests]);
  const form = new FormData();
  form.append('mapping', JSON.stringify(['number', 'name', 'organisation', 'email', 'kind', 'fee', 'paid']));
  form.append('key', 'number');
  form.append('file', new Blob([content]), `list.${kind}`);
  const start = performance.now();
  await send(client, `/api/registers/${id}/import`, form);
  return performance.now() - start;
}

/** A list of ten thousand registrations: read in, taken out, paged through, written to. */
export const registers: Job = {
  name: 'registers',
  run: async (gauge) => {
    const { world, small } = gauge;
    const list = await aList(gauge, small ? 200 : 10_000);
    const what = `${list.rows.toLocaleString('en')} rows`;
    let round = 0;
    const importing = (kind: 'csv' | 'xlsx') => () => importFile(list, kind, (round += 1));
    const bare = () => bareRows(gauge, list);
    const read = (path: string) => ({ cookie: list.cookie, requests: [{ method: 'GET' as const, path }], from: 0 });
    const page = read(`/api/registers/${list.id}/rows?limit=100&sort=organisation`);
    const taken = read(`/api/registers/${list.id}/export?format=xlsx`);
    const added = await importing('csv')();
    const figures = [
      await measure(gauge, {
        ...{ job: `import of a list, CSV, ${what} changed`, unit: 'ms', ours: importing('csv'), floor: bare },
        more: () => `the first time, all new: ${Math.round(added)} ms`,
      }),
      await measure(gauge, { job: `import of a list, XLSX, ${what} changed`, unit: 'ms', ours: importing('xlsx') }),
      await measure(gauge, {
        job: 'export of a list, XLSX',
        unit: 'ms',
        ours: () => p50Of(gauge, taken, small ? 1 : 3),
      }),
      await measure(gauge, {
        ...{ job: "a page of a list's grid, sorted", unit: 'ms', ours: () => p50Of(gauge, page, small ? 3 : 40) },
        floor: () => p50OfRuns(small ? 3 : 40, () => world.bare.all(PAGE, [list.id])),
      }),
    ];
    return [...figures, await writing(gauge, list)];
  },
};

const PAGE =
  'SELECT id, position, status, cells, version FROM register_rows WHERE register_id = ? ORDER BY position LIMIT 100';

/** The same rows bare: each changed in one transaction, then back. */
async function bareRows({ world }: Gauge, { id }: List): Promise<number> {
  const rows = await world.bare.all('SELECT id, cells FROM register_rows WHERE register_id = ?', [id]);
  const start = performance.now();
  await world.bare.durable(async () => {
    for (const row of rows)
      await world.bare.run('UPDATE register_rows SET cells = ? WHERE id = ?', [row.cells!, row.id!]);
  });
  return performance.now() - start;
}

async function writing(gauge: Gauge, { id, cookie }: List) {
  const rows = await gauge.world.bare.all('SELECT id FROM register_rows WHERE register_id = ? LIMIT 100', [id]);
  const edit = (row: unknown, title: string) => ({
    ...{ method: 'PATCH' as const, path: `/api/register-rows/${String(row)}`, ifMatch: '*' },
    body: JSON.stringify({ cells: { title } }),
  });
  const requests = ['教授', '醫師'].flatMap((title) => rows.map((row) => edit(row.id, title)));
  const client: LoadClient = { cookie, requests, from: 0 };
  const each = gauge.small ? 4 : 100;
  const ours = async () => {
    const ms = await p50Of(gauge, client, each);
    client.from += each;
    return ms;
  };
  return measure(gauge, { job: 'a cell of the grid written, p50', unit: 'ms', ours });
}

/** Four desks check people in, each their own, one entry a request, as a queue comes. */
export const checkIn: Job = {
  name: 'check-in',
  run: async (gauge) => {
    const { world, load, servers, small } = gauge;
    const list = await aList(gauge, small ? 200 : 5000);
    await importFile(list, 'csv', 0);
    await send(list.client, `/api/registers/${list.id}/check-in`);
    const rows = await world.bare.all('SELECT id FROM register_rows WHERE register_id = ?', [list.id]);
    const clients = await desksOf(
      list,
      rows.map(({ id }) => String(id)),
    );
    const all: number[] = [];
    let errors = 0;
    const ours = async () => {
      const forMs = small ? 300 : 3000;
      const result = await load.try({ host: '127.0.0.1', port: servers[0]!.port, clients, forMs });
      for (const [at, sent] of result.sent.entries()) clients[at]!.from += sent;
      all.push(...result.ms);
      errors += result.errors;
      return result.ms.length / (result.wallMs / 1000);
    };
    const more = () =>
      `p50 ${percentile(all, 0.5).toFixed(1)}, p99 ${percentile(all, 0.99).toFixed(1)} ms, ${errors} errors`;
    const read = { cookie: list.cookie, requests: [{ method: 'GET' as const, path: listPath(list.id) }], from: 0 };
    return [
      await measure(gauge, { job: 'check-ins/s, four desks', unit: '/s', ours, more }),
      await measure(gauge, {
        ...{ job: `a desk's whole list, ${list.rows.toLocaleString('en')} guests`, unit: 'ms' },
        ours: () => p50Of(gauge, read, small ? 2 : 20),
      }),
      ...(await searching(gauge, list)),
    ];
  },
};

const listPath = (id: string) => `/api/registers/${id}/check-in/list`;

/** Every guest arrives, leaves and arrives again, so that each request is an entry of its own for a long while. */
async function desksOf({ id, client, cookie }: List, rows: readonly string[]): Promise<LoadClient[]> {
  const clients: LoadClient[] = [];
  for (let place = 0; place < DESKS; place += 1) {
    const body = { name: `台 ${place}` };
    const desk = await send<{ id: string }>(client, `/api/registers/${id}/check-in/desks`, body);
    const own = rows.filter((_, at) => at % DESKS === place);
    const entries = ['arrival', 'undo', 'arrival', 'undo', 'arrival'].flatMap((kind) =>
      own.map((rowId) => ({ id: randomUUID(), kind, rowId, at: Date.now() })),
    );
    const requests = entries.map((entry) => ({
      ...{ method: 'POST' as const, path: `/api/registers/${id}/check-in/entries` },
      body: JSON.stringify({ deskId: desk.id, entries: [entry] }),
    }));
    clients.push({ cookie, requests, from: 0 });
  }
  return clients;
}

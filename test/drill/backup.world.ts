import { type Config } from '@convener/platform';
import type { DataSource } from 'typeorm';
import { PASSWORD } from '../support/app';
import { Client, ok } from '../support/client';
import { connect } from '../support/migrating';
import { ServerProcess, SETUP_TOKEN } from '../support/server-process';
import { until } from '../support/until';

const EMAIL = 'admin@example.test';
const WRITERS = 8;

/** Something that the product has answered as done. */
export interface Answered {
  what: 'added' | 'ticked';
  /** Of the work item, or of the check. */
  id: string;
  /** Epoch ms. */
  at: number;
}

/** A running API with a project in it, and people who write without pause. */
export class WritingOffice {
  readonly answered: Answered[] = [];
  private writing = false;
  private writers: Promise<void>[] = [];

  private constructor(
    readonly server: ServerProcess,
    readonly admin: Client,
    readonly projectId: string,
  ) {}

  static async open(config: Config): Promise<WritingOffice> {
    const server = await serve(config);
    // The link is made after the API has begun to answer.
    await until(() => server.output.includes('/setup?token='), 'the set-up link');
    const admin = new Client(server.address);
    ok(await admin.post('/api/setup', { token: SETUP_TOKEN, name: '管理者', email: EMAIL, password: PASSWORD }));
    const project = { template: 'conference', name: '亞洲會展年會', opening: '2028-06-12', closing: '2028-06-14' };
    const { id } = ok(await admin.post<{ id: string }>('/api/projects', project)).body;
    return new WritingOffice(server, admin, id);
  }

  write(): void {
    this.writing = true;
    this.writers = Array.from({ length: WRITERS }, (_, index) => this.writer(index));
  }

  async rest(): Promise<void> {
    this.writing = false;
    await Promise.all(this.writers);
  }

  private async writer(index: number): Promise<void> {
    const client = new Client(this.server.address);
    for (const [name, value] of this.admin.cookies) client.cookies.set(name, value);
    for (let count = 0; this.writing; count += 1) {
      const item = {
        title: `w${index}-${count}`,
        stage: 'before',
        checks: ['看過 👀'],
        deliverables: [{ title: '紀錄' }],
      };
      const added = ok(await client.post<Item>(`/api/projects/${this.projectId}/work-items`, item)).body;
      this.answered.push({ what: 'added', id: added.id, at: Date.now() });
      const check = added.checkList[0]!.id;
      ok(await client.post(`/api/checks/${check}/tick`));
      this.answered.push({ what: 'ticked', id: check, at: Date.now() });
    }
  }
}

interface Item {
  id: string;
  checkList: { id: string }[];
}

function serve({ databaseUrl, dataDir }: Config): Promise<ServerProcess> {
  return ServerProcess.api({ DATABASE_URL: databaseUrl ?? '', DATA_DIR: dataDir });
}

/** Starts the product on a restored database, signs in and ticks; answers what it shows of the project. */
export async function useRestored(
  config: Config,
  projectId: string,
  checkId: string,
): Promise<{ name: string; state: string }> {
  const server = await serve(config);
  try {
    const client = new Client(server.address);
    ok(await client.post('/api/session', { email: EMAIL, password: PASSWORD }));
    const { name } = ok(await client.get<{ name: string }>(`/api/projects/${projectId}`)).body;
    ok(await client.post(`/api/checks/${checkId}/untick`));
    const { state } = ok(await client.post<{ state: string }>(`/api/checks/${checkId}/tick`)).body;
    return { name, state };
  } finally {
    await server.end();
  }
}

/** What would show that a transaction is there by half: each counts 0 in any moment's state. */
const HALVES: Record<string, string> = {
  'added item without its check': `SELECT COUNT(*) AS n FROM work_items i WHERE i.title LIKE 'w%-%'
    AND NOT EXISTS (SELECT 1 FROM checks c WHERE c.work_item_id = i.id)`,
  'added item without its deliverable': `SELECT COUNT(*) AS n FROM work_items i WHERE i.title LIKE 'w%-%'
    AND NOT EXISTS (SELECT 1 FROM deliverables d WHERE d.work_item_id = i.id)`,
  'added item without its entry': `SELECT COUNT(*) AS n FROM work_items i WHERE i.title LIKE 'w%-%'
    AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.subject_id = i.id AND a.action = 'work-item.added')`,
  'entry without its item': `SELECT COUNT(*) AS n FROM activity a WHERE a.action = 'work-item.added'
    AND NOT EXISTS (SELECT 1 FROM work_items i WHERE i.id = a.subject_id)`,
  'tick without its entry': `SELECT COUNT(*) AS n FROM checks c WHERE c.state = 'ticked'
    AND NOT EXISTS (SELECT 1 FROM activity a WHERE a.subject_id = c.id AND a.action = 'check.ticked')`,
  'entry without its tick': `SELECT COUNT(*) AS n FROM activity a WHERE a.action = 'check.ticked'
    AND NOT EXISTS (SELECT 1 FROM checks c WHERE c.id = a.subject_id AND c.state = 'ticked')`,
};

export interface Found {
  halves: Record<string, number>;
  /** Of the answered writes. */
  kept: Answered[];
}

/** Looks into a restored database. */
export async function lookInto(config: Config, answered: readonly Answered[]): Promise<Found> {
  const dataSource = await connect(config);
  try {
    const halves: Record<string, number> = {};
    for (const [name, sql] of Object.entries(HALVES)) halves[name] = Number((await rows(dataSource, sql))[0]?.n);
    const items = new Set((await rows(dataSource, 'SELECT id FROM work_items')).map(({ id }) => id));
    const ticked = new Set(
      (await rows(dataSource, `SELECT id FROM checks WHERE state = 'ticked'`)).map(({ id }) => id),
    );
    return { halves, kept: answered.filter(({ what, id }) => (what === 'added' ? items : ticked).has(id)) };
  } finally {
    await dataSource.destroy();
  }
}

/** None of anything. */
export const NO_HALVES = Object.fromEntries(Object.keys(HALVES).map((name) => [name, 0]));

async function rows(dataSource: DataSource, sql: string): Promise<Record<string, unknown>[]> {
  return dataSource.query(sql);
}

const ID_COLUMNS: Record<string, readonly string[]> = {
  projects: ['id'],
  teams: ['id', 'project_id'],
  work_items: ['id', 'project_id', 'team_id'],
  work_item_predecessors: ['work_item_id', 'predecessor_id'],
  deliverables: ['id', 'project_id', 'work_item_id'],
  checks: ['id', 'project_id', 'work_item_id'],
  reminders: ['id', 'project_id', 'subject_id'],
};

/** Copies every project so many times, by SQL: an office of years. */
export async function growBy(config: Config, copies: number): Promise<number> {
  const dataSource = await connect(config);
  const suffixes = Array.from({ length: copies }, (_, index) => `('x${String(index).padStart(3, '0')}')`).join(',');
  for (const [table, ids] of Object.entries(ID_COLUMNS)) {
    const all = await columnsOf(dataSource, table);
    // The last four of an id are random, and the rest is enough to tell rows apart; an x is in no id of the product.
    const values = all.map((name) => (ids.includes(name) ? `substr(t."${name}", 1, 32) || n.k` : `t."${name}"`));
    await dataSource.query(
      `INSERT INTO ${table} (${all.map((name) => `"${name}"`).join(',')}) SELECT ${values.join(',')}
        FROM ${table} t CROSS JOIN (SELECT column1 AS k FROM (VALUES ${suffixes}) v) n`,
    );
  }
  let total = 0;
  for (const table of Object.keys(ID_COLUMNS))
    total += Number((await rows(dataSource, `SELECT COUNT(*) AS n FROM ${table}`))[0]?.n);
  await dataSource.destroy();
  return total;
}

async function columnsOf(dataSource: DataSource, table: string): Promise<string[]> {
  const sql =
    dataSource.options.type === 'postgres'
      ? `SELECT column_name AS name FROM information_schema.columns WHERE table_name = '${table}' ORDER BY ordinal_position`
      : `SELECT name FROM pragma_table_info('${table}')`;
  return (await rows(dataSource, sql)).map(({ name }) => String(name));
}

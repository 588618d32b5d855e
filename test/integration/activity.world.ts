import { PeopleQueries, Person } from '@convener/access';
import {
  ActivityEntry,
  ActivityLog,
  ActivityPersonal,
  ActivityQueries,
  type BrokenChain,
  type Change,
  type ShownActivity,
  verifyActivity,
} from '@convener/activity';
import { newId } from '@convener/kernel';
import { type Database, InProcessLive } from '@convener/platform';
import type { DataSource } from 'typeorm';
import type { DatabaseKind, TestDatabase } from '../support/database';
import { FakeClock } from '../support/fake-clock';

export const ENTITIES = [ActivityEntry, ActivityPersonal, Person];

/** Projects with nothing but activity in them. */
export class ActivityWorld {
  readonly clock = new FakeClock();
  readonly log = new ActivityLog(this.clock, new InProcessLive());
  private readonly reads: ActivityQueries;

  constructor(
    readonly dataSource: DataSource,
    readonly database: Database,
    readonly personId: string,
  ) {
    this.reads = new ActivityQueries(new PeopleQueries(database));
  }

  project(): Promise<string> {
    return addProject(this.dataSource, this.personId);
  }

  /** A project with one entry of each kind that matters: plain, with personal text before and after, of a member, in a batch. */
  async recordedProject(): Promise<string> {
    const projectId = await this.project();
    const batchId = newId();
    await this.record(aChange(projectId, { actorId: this.personId, batchId }));
    await this.record(aChange(projectId, { actorId: this.personId, batchId }), aChange(projectId, { batchId }));
    const subject = { type: 'member' as const, id: this.personId, title: '王小明' };
    const after = { role: 'viewer', reason: '請假' };
    await this.record(aChange(projectId, { actorId: this.personId, batchId, subject, before: null, after }));
    const fields = { before: { client: '陳先生' }, after: { client: '李小姐' } };
    await this.record(aChange(projectId, { actorId: this.personId, batchId, ...fields }));
    return projectId;
  }

  record(...changes: Change[]): Promise<void> {
    return this.database.write((em) => this.log.record(em, ...changes));
  }

  /** As its readers see it, oldest first. */
  async shown(projectId: string): Promise<ShownActivity[]> {
    const page = await this.database.read((em) => this.reads.page(em, projectId, { before: null, limit: 10_000 }));
    return page.reverse();
  }

  entries(projectId: string): Promise<ActivityEntry[]> {
    return this.dataSource.manager.find(ActivityEntry, { where: { projectId }, order: { seq: 'ASC' } });
  }

  /** What the check says of one project; null where it is as it was written. */
  async broken(projectId: string): Promise<BrokenChain | null> {
    const { broken } = await verifyActivity(this.database);
    return broken.find((chain) => chain.projectId === projectId) ?? null;
  }

  /** Somebody who owns the database takes its guards away, and foreign keys with them. */
  async unguard(): Promise<void> {
    for (const sql of UNGUARD[this.database.kind]) await this.dataSource.query(sql);
  }

  /** SQL by hand, written with `?`. */
  async sql(sql: string, ...values: unknown[]): Promise<unknown> {
    let place = 0;
    const numbered = this.database.kind === 'postgres' ? sql.replace(/\?/g, () => `$${(place += 1)}`) : sql;
    return this.dataSource.query(numbered, values);
  }
}

const TRIGGERS = [
  ...['activity_no_update', 'activity_no_delete', 'activity_no_replace'],
  ...['activity_personal_no_update', 'activity_personal_no_replace'],
];
const UNGUARD = {
  sqlite: ['PRAGMA foreign_keys = OFF', ...TRIGGERS.map((name) => `DROP TRIGGER ${name}`)],
  postgres: [
    ...['activity', 'activity_personal'].map((table) => `ALTER TABLE ${table} DISABLE TRIGGER USER`),
    'ALTER TABLE activity_personal DROP CONSTRAINT activity_personal_entry_id_fkey',
    'ALTER TABLE activity DROP CONSTRAINT activity_project_id_seq_key',
  ],
};

export async function anActivityWorld({ open }: DatabaseKind): Promise<{ world: ActivityWorld; db: TestDatabase }> {
  const db = await open(ENTITIES);
  return { db, world: new ActivityWorld(db.dataSource, db.database, await addPerson(db.dataSource)) };
}

/** A check that is ticked, by the product itself, unless told otherwise. */
export function aChange(projectId: string, given: Partial<Change> = {}): Change {
  const subject = { type: 'check' as const, id: newId(), title: 'P1.1.1 確認講者名單' };
  const fields = { before: { state: 'open' }, after: { state: 'ticked' } };
  return { projectId, actorId: null, action: 'check.ticked', subject, ...fields, ...given };
}

export async function addPerson(dataSource: DataSource): Promise<string> {
  const id = newId();
  const columns = 'id, name, email, password_hash, created_at';
  await dataSource.query(`INSERT INTO people (${columns}) VALUES ('${id}', '經理 林', '${id}@example.test', '-', 1)`);
  return id;
}

/** The row alone: the log asks no more of a project. */
export async function addProject(dataSource: DataSource, personId: string): Promise<string> {
  const id = newId();
  await dataSource.query(`INSERT INTO template_versions (id, slug, version, content, digest, published_at)
    VALUES ('${id}', '${id}', 1, '{}', '-', 1)`);
  await dataSource.query(`INSERT INTO projects (id, name, zone, template_slug, template_version, opening_day, closing_day,
      anchors, options, left_out, status, created_by, created_at)
    VALUES ('${id}', '亞洲會展年會', 'Asia/Taipei', '${id}', 1, '2028-06-12', '2028-06-14', '[]', '{}', '[]', 'running',
      '${personId}', 1)`);
  return id;
}

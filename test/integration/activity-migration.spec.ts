import { PeopleQueries } from '@convener/access';
import { ActivityQueries, verifyActivity } from '@convener/activity';
import { newId } from '@convener/kernel';
import { createDataSource, Database, dataSourceOptions, MIGRATIONS, migrate } from '@convener/platform';
import type { DataSource } from 'typeorm';
import { databaseKinds, type OwnDatabase } from '../support/database';
import { addPerson, addProject, ENTITIES } from './activity.world';

/** Rows a project: more than the migration takes at once. */
const ROWS = 700;
const CHAIN = MIGRATIONS.findIndex(({ name }) => name === 'ActivityChain1764000000000');

type Row = Record<string, unknown>;

describe.each(databaseKinds())('activity from before there was a chain, on $name', ({ create }) => {
  let own: OwnDatabase;
  beforeEach(async () => {
    own = await create();
  });
  afterEach(() => own.drop());

  /** Does `work` on the database as the first `migrations` of all make it. */
  async function at<T>(migrations: number, work: (dataSource: DataSource) => Promise<T>): Promise<T> {
    const options = { ...dataSourceOptions(own.config), entities: ENTITIES };
    const dataSource = createDataSource({ ...options, migrations: MIGRATIONS.slice(0, migrations) });
    await dataSource.initialize();
    try {
      await migrate(dataSource);
      return await work(dataSource);
    } finally {
      await dataSource.destroy();
    }
  }

  const allRows = (dataSource: DataSource): Promise<Row[]> => dataSource.query('SELECT * FROM activity ORDER BY id');
  const parsed = (rows: Row[]): Row[] =>
    rows.map(({ before, after, at, ...row }) => ({
      ...row,
      at: Number(at),
      before: JSON.parse(String(before)) as unknown,
      after: JSON.parse(String(after)) as unknown,
    }));

  async function seed(dataSource: DataSource): Promise<Row[]> {
    const person = await addPerson(dataSource);
    const projects = [await addProject(dataSource, person), await addProject(dataSource, person)];
    await addProject(dataSource, person);
    const columns = Object.keys(OLD[0]!);
    const tuples = Array.from({ length: ROWS * 2 }, (_, n) => {
      const row = OLD[n % OLD.length]!;
      const own = [newId(), projects[n % 2]!, n % 3 ? person : null, person, 1_795_395_600_000 + n];
      const values = [...own, ...columns.map((column) => row[column])];
      return `(${values.map((value) => (value === null ? 'NULL' : `'${String(value)}'`)).join()})`;
    });
    await dataSource.query(`INSERT INTO activity (id, project_id, actor_id, subject_id, at, ${columns.join()})
      VALUES ${tuples.join()}`);
    return parsed(await allRows(dataSource));
  }

  it('becomes a chain a project that is right, and reads as before', async () => {
    const old = await at(CHAIN, seed);
    await at(MIGRATIONS.length, async (dataSource) => {
      const database = new Database(dataSource);
      const report = await verifyActivity(database);
      expect(report).toEqual({ projects: 2, entries: ROWS * 2, erased: 0, broken: [] });
      const reads = new ActivityQueries(new PeopleQueries(database));
      for (const projectId of new Set(old.map(({ project_id }) => String(project_id)))) {
        const shown = await database.read((em) => reads.page(em, projectId, { before: null, limit: ROWS * 2 }));
        const told = shown.reverse().map(({ id, at: instant, subject, before, after }) => ({
          ...{ id, at: instant, before, after, subject_title: subject.title },
        }));
        expect(told).toEqual(
          old
            .filter(({ project_id }) => project_id === projectId)
            .map(({ id, at: instant, before, after, subject_title }) => ({
              ...{ id, at: instant, before, after, subject_title },
            })),
        );
      }
      const chain = JSON.stringify(await allRows(dataSource));
      for (const text of PERSONAL) expect(chain).not.toContain(text);
      await expect(dataSource.query('DELETE FROM activity')).rejects.toThrow(/kept as they were written/);
    });
  }, 120_000);

  it('comes back as it was when the migration is taken back', async () => {
    const old = await at(CHAIN, seed);
    await at(CHAIN + 1, (dataSource) => dataSource.undoLastMigration());
    expect(parsed(await at(CHAIN, allRows))).toEqual(old);
  }, 120_000);
});

const PERSONAL = ['王小明', '等場地回覆', '陳先生', '改期了', '數量核對', 'example.test', '請補附件'];

/** The kinds of entries that the first schema holds, with JSON that our own writer would space otherwise. */
const OLD: Row[] = [
  ...[
    { action: 'check.ticked', before: '{ "state": "open" }', after: '{"state":"ticked"}' },
    {
      action: 'work-item.status',
      before: '{"waitingFor":null}',
      after: '{"status":"waiting","waitingFor":"等場地回覆"}',
    },
    { action: 'project.edited', before: '{"client":"陳先生","name":"年會"}', after: '{"client":null,"name":"大會"}' },
    { action: 'work-item.reopened', before: null, after: '{"why":"改期了"}' },
    { action: 'deliverable.evidence', before: null, after: '{"note":"數量核對","link":"https://example.test/kept"}' },
    { action: 'deliverable.returned', before: '{"status":"submitted"}', after: '{"reason":"請補附件"}' },
    { action: 'team.added', before: null, after: null },
  ].map((row) => ({ subject_type: 'work-item', subject_title: '場地分析', batch_id: null, ...row })),
  {
    ...{ subject_type: 'member', subject_title: '王小明', batch_id: '01890000-0000-7000-8000-000000000000' },
    ...{ action: 'member.joined', before: null, after: '{"role":"member","teamId":null,"lead":false}' },
  },
];

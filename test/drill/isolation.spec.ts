import { DataSource, type QueryRunner } from 'typeorm';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aStart, type Cast, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { sized, tell } from '../support/drill';
import { countsOf } from '../support/every-table';
import { FailingQueries } from '../support/failing-queries';

const AT_ONCE = 20;
const FAILING = 9;
const ROUNDS = sized(1, 10);
/** How many statements after its own row each failing start gets to; the last ones reach the COMMIT. */
const DEPTHS = [0, 1, 2, 4, 5, 6, 8, 99, 99];

/** What a project has from its first moment on, and what it then must have as a whole. */
const PARTS = ['work_items', 'deliverables', 'checks', 'teams', 'project_members', 'reminders', 'activity'];
const WHOLE = `SELECT p.id, ${PARTS.map((table) => `(SELECT COUNT(*) FROM ${table} t WHERE t.project_id = p.id) AS ${table}`).join(', ')} FROM projects p`;

type Counts = Record<string, number>;

describe.each(databaseKinds())(`${AT_ONCE} starts at once of which ${FAILING} fail, on $name`, ({ name, ...kind }) => {
  let app: TestApp;
  let cast: Cast;
  let dataSource: DataSource;
  let queries: FailingQueries;
  /** What one whole project adds to every table. */
  let one: Counts;

  beforeAll(async () => {
    app = await startTestApp({ database: { name, ...kind } });
    cast = await aCast(app);
    dataSource = app.app.get(DataSource);
    queries = new FailingQueries(dataSource);
    const before = await countsOf(dataSource);
    ok(await start('先開的'));
    one = minus(await countsOf(dataSource), before);
  });
  afterAll(() => app.close());

  const start = (title: string) => {
    const teams = [{ team: 'programme', leads: [cast.lead.id], members: [cast.member.id] }];
    return cast.manager.client.post<{ id: string }>('/api/projects', aStart({ name: title, teams }));
  };

  it('leaves the whole of the others, nothing of those that failed, and shows no half project meanwhile', async () => {
    const figures = { starts: 0, failed: 0, projects: 0, reads: 0, 'half seen': 0, 'rows left': 0 };
    for (let round = 0; round < ROUNDS; round += 1) {
      const before = await countsOf(dataSource);
      const reader = watchProjects();
      const fails = doomed();
      // A reader begins while a transaction stands between two of its statements: that is when a half would show.
      const decide: typeof fails = (...statement) => {
        reader.look();
        return fails(...statement);
      };
      const answers = await queries.failing(decide, () => Promise.all(names(round).map(start)));
      const { reads, halves } = await reader.stop();
      expect(answers.map(told).filter((text) => text !== '201')).toEqual(Array(FAILING).fill('500 internal'));
      const added = minus(await countsOf(dataSource), before);
      const wanted = Object.fromEntries(Object.entries(one).map(([table, n]) => [table, n * (AT_ONCE - FAILING)]));
      figures.starts += answers.length;
      figures.failed += answers.filter(({ status }) => status === 500).length;
      figures.projects += added.projects ?? 0;
      figures.reads += reads;
      figures['half seen'] += halves;
      figures['rows left'] += sum(minus(added, wanted));
      expect(added).toEqual(wanted);
      expect(reads).toBeGreaterThan(0);
      expect(halves).toBe(0);
    }
    tell(`isolation on ${name}`, figures);
  });

  /** Looks at all projects whenever asked to, and counts those that are not whole. */
  function watchProjects() {
    const result = { reads: 0, halves: 0 };
    let looking: Promise<void> | null = null;
    const whole = (row: Counts) => PARTS.every((table) => Number(row[table]) === one[table]);
    const look = async () => {
      const runner = dataSource.createQueryRunner('slave');
      const rows = (await runner.query(WHOLE).finally(() => runner.release())) as Counts[];
      result.reads += 1;
      result.halves += rows.filter((row) => !whole(row)).length;
    };
    return {
      look: () => {
        looking ??= look().finally(() => (looking = null));
      },
      stop: async () => {
        await looking;
        return result;
      },
    };
  }
});

function names(round: number): string[] {
  return Array.from({ length: AT_ONCE }, (_, n) =>
    n % 2 === 1 && n < 2 * FAILING ? `失敗 ${n >> 1}` : `成功 ${round}/${n}`,
  );
}

/** Fails in the transaction of each project whose name says so, some statements after its row was written. */
function doomed() {
  const left = new Map<QueryRunner, number>();
  return (sql: string, parameters: readonly unknown[], runner: QueryRunner): boolean => {
    const mark = sql.startsWith('INSERT INTO "projects"')
      ? parameters.find((value) => typeof value === 'string' && value.startsWith('失敗 '))
      : undefined;
    if (typeof mark === 'string') {
      left.set(runner, DEPTHS[Number(mark.split(' ')[1])] ?? 0);
      return false;
    }
    const statements = left.get(runner);
    if (statements === undefined) return false;
    left.set(runner, statements - 1);
    const fails = statements === 0 || sql === 'COMMIT';
    if (fails) left.delete(runner);
    return fails;
  };
}

function minus(counts: Counts, others: Counts): Counts {
  return Object.fromEntries(Object.entries(counts).map(([table, n]) => [table, n - (others[table] ?? 0)]));
}

function sum(counts: Counts): number {
  return Object.values(counts).reduce((total, n) => total + n, 0);
}

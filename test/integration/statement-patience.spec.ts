import { databaseFault } from '@convener/platform';
import { boundStatements } from '../support/patience';
import { databaseKinds, type TestDatabase } from '../support/database';
import { Child, clearProbeTables, createProbeTables, Parent } from '../support/probe-tables';

// SQLite answers inside this process: there is nobody who could fall silent.
const servers = databaseKinds().filter(({ name }) => name === 'PostgreSQL');

if (servers.length === 0) it.todo('a statement that gets no answer: needs PostgreSQL');
for (const { name, open } of servers)
  describe(`a statement that gets no answer on ${name}`, () => {
    let db: TestDatabase;
    beforeAll(async () => {
      db = await open([Parent, Child]);
      await createProbeTables(db.dataSource);
    });
    afterAll(() => db.close());
    beforeEach(() => clearProbeTables(db.dataSource));

    it('counts as a database that is away, and hands nothing of its transaction on', async () => {
      const runner = boundStatements(db.dataSource.createQueryRunner('master'), 200);
      await runner.startTransaction();
      await runner.manager.insert(Parent, { id: 'a' });
      const failure: unknown = await runner.query('SELECT pg_sleep(20)').catch((error: unknown) => error);
      expect(databaseFault(failure)).toBe('away');
      await runner.release();
      await Promise.all(
        Array.from({ length: 12 }, (_, n) => db.database.write((em) => em.insert(Parent, { id: `b${n}` }))),
      );
      const left = await db.dataSource.manager.find(Parent);
      expect(left.map(({ id }) => id)).not.toContain('a');
      expect(left).toHaveLength(12);
    });

    it('leaves those alone that are answered in time', async () => {
      const runner = boundStatements(db.dataSource.createQueryRunner('master'), 200);
      for (let n = 0; n < 3; n += 1) await runner.query('SELECT pg_sleep(0.08)');
      await new Promise((resolve) => setTimeout(resolve, 250));
      expect(await runner.query('SELECT 1 AS one')).toEqual([{ one: 1 }]);
      await runner.release();
    });
  });

import { insertAll, migrate } from '@convener/platform';
import { databaseKinds, type TestDatabase } from '../support/database';
import { Child, clearProbeTables, Counter, createProbeTables, Parent } from '../support/probe-tables';

const failure = new Error('by order of the test');

describe.each(databaseKinds())('the rules of the database on $name', ({ name, open }) => {
  let db: TestDatabase;

  beforeAll(async () => {
    db = await open([Parent, Child, Counter]);
    await createProbeTables(db.dataSource);
  });
  afterAll(() => db.close());
  beforeEach(() => clearProbeTables(db.dataSource));

  const parents = () => db.dataSource.manager.count(Parent);

  it('refuses a write inside a write, and undoes the outer one with it', async () => {
    const outer = db.database.write(async (em) => {
      await em.insert(Parent, { id: 'outer' });
      await db.database.write((inner) => inner.insert(Parent, { id: 'inner' }));
    });
    await expect(outer).rejects.toThrow('second writing transaction');
    expect(await parents()).toBe(0);
  });

  it('refuses a read inside a write and a write inside a read', async () => {
    await expect(db.database.write(() => db.database.read((em) => em.count(Parent)))).rejects.toThrow('would not see');
    await expect(db.database.read(() => db.database.write((em) => em.count(Parent)))).rejects.toThrow(
      'inside Database.read',
    );
  });

  it('joins a read inside a read', async () => {
    await db.database.read(async (outer) => {
      await db.database.read(async (inner) => expect(inner).toBe(outer));
    });
  });

  it('keeps more readers waiting than there are connections, and serves them all', async () => {
    const counts = await Promise.all(Array.from({ length: 40 }, () => db.database.read((em) => em.count(Parent))));
    expect(counts).toEqual(counts.map(() => 0));
  });

  it('fails what writes through a read', async () => {
    await expect(db.database.read((em) => em.insert(Parent, { id: 'x' }))).rejects.toThrow(/read-?only/);
    expect(await parents()).toBe(0);
  });

  it('lets work that a transaction left behind open its own later', async () => {
    let later: Promise<unknown> = Promise.resolve();
    await db.database.write(async (em) => {
      await em.insert(Parent, { id: 'now' });
      later = new Promise((resolve) => setTimeout(resolve, 20)).then(() =>
        db.database.write((own) => own.insert(Parent, { id: 'later' })),
      );
    });
    await later;
    expect(await parents()).toBe(2);
  });

  it('undoes the part that still runs when another part of the transaction fails', async () => {
    let straggler: Promise<unknown> = Promise.resolve();
    const whole = db.database.write((em) => {
      straggler = (async () => {
        for (let n = 0; n < 50; n += 1) await em.insert(Parent, { id: `s${n}` });
      })();
      straggler.catch(() => undefined);
      const other = em.insert(Parent, { id: 'other' }).then(() => Promise.reject(failure));
      return Promise.all([straggler, other]);
    });
    await expect(whole).rejects.toBe(failure);
    await expect(straggler).rejects.toThrow();
    expect(await parents()).toBe(0);
  });

  it('keeps an inner savepoint apart from its transaction', async () => {
    await db.database.write(async (em) => {
      await em.insert(Parent, { id: 'kept' });
      const inner = em.transaction(async (savepoint) => {
        await savepoint.insert(Parent, { id: 'undone' });
        throw failure;
      });
      await expect(inner).rejects.toBe(failure);
    });
    expect(await parents()).toBe(1);
  });

  it('holds foreign keys', async () => {
    await expect(db.dataSource.manager.insert(Child, { id: 'c', name: 'x', parent: { id: 'none' } })).rejects.toThrow(
      /foreign key/i,
    );
  });

  it('inserts more rows than one statement can carry', async () => {
    const rows = Array.from({ length: 40_000 }, (_, n) => ({ id: `row${n}`, n }));
    await db.database.write((em) => insertAll(em, Counter, rows));
    expect(await db.dataSource.manager.count(Counter)).toBe(40_000);
    expect(await db.dataSource.manager.findOneBy(Counter, { id: 'row39999' })).toMatchObject({ n: 39_999 });
  });

  it('migrates once when several ask at the same time', async () => {
    await Promise.all([migrate(db.dataSource), migrate(db.dataSource), migrate(db.dataSource)]);
    const rows: unknown[] = await db.dataSource.query('SELECT name FROM migrations');
    expect(rows).toEqual(db.dataSource.migrations.map((migration) => ({ name: migration.name })));
  });

  it('goes back to nothing and forth again', async () => {
    const { dataSource } = db;
    for (const _ of dataSource.migrations) await dataSource.undoLastMigration();
    await expect(dataSource.query('SELECT count(*) FROM people')).rejects.toThrow();
    await migrate(dataSource);
    expect(await dataSource.query('SELECT id FROM people')).toEqual([]);
  });

  if (name === 'SQLite') {
    it('runs with WAL, synchronous=FULL and foreign keys', async () => {
      const pragma = async (key: string) =>
        Object.values((await db.dataSource.query(`PRAGMA ${key}`))[0] as object)[0] as unknown;
      expect(await pragma('journal_mode')).toBe('wal');
      expect(await pragma('synchronous')).toBe(2);
      expect(await pragma('foreign_keys')).toBe(1);
    });

    it('refuses a plain save inside a transaction, which would wait for itself', async () => {
      const nested = db.database.write(() => db.dataSource.getRepository(Parent).save({ id: 'x' }));
      await expect(nested).rejects.toThrow('second writing transaction');
    });
  }
});

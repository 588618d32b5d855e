import { InstantColumn, JsonColumn, plainChange, plainRows, readAll, updateRow, updateRows } from '@convener/platform';
import { Column, Entity, PrimaryColumn } from 'typeorm';
import { databaseKinds, type TestDatabase } from '../support/database';

@Entity('probe_things')
class Thing {
  @PrimaryColumn({ type: 'varchar', length: 36 })
  id!: string;

  @Column({ name: 'is_open', type: 'boolean' })
  isOpen!: boolean;

  @InstantColumn({ name: 'seen_at', nullable: true })
  seenAt!: number | null;

  @JsonColumn()
  lines!: string[];

  @Column({ type: 'text', nullable: true })
  note!: string | null;

  @Column({ type: 'integer' })
  version!: number;
}

const thing = (id: string, over: Partial<Thing> = {}): Thing => ({
  id,
  isOpen: false,
  seenAt: null,
  lines: [],
  note: null,
  version: 1,
  ...over,
});

describe.each(databaseKinds())('plain SQL on $name', ({ open }) => {
  let db: TestDatabase;
  const all = (tail = 'ORDER BY t.id', parameters: unknown[] = []) =>
    db.database.read((em) => readAll(em, Thing, tail, parameters));

  beforeAll(async () => {
    db = await open([Thing]);
    await db.dataSource.query(
      'CREATE TABLE probe_things (id varchar(36) PRIMARY KEY, is_open boolean NOT NULL, seen_at bigint, lines text NOT NULL, note text, version integer NOT NULL)',
    );
  });
  afterAll(() => db.close());
  beforeEach(async () => {
    await db.dataSource.query('DELETE FROM probe_things');
    const rows = [
      thing('a', { isOpen: true, seenAt: 1_793_000_000_000, lines: ['一', 'two'] }),
      thing('b'),
      thing('c'),
    ];
    await db.database.write((em) => em.insert(Thing, rows));
  });

  it('answers what TypeORM would, with booleans, instants and JSON as the entity has them', async () => {
    const hydrated = await db.database.read((em) => em.find(Thing, { order: { id: 'ASC' } }));
    expect(await all()).toEqual(hydrated.map((row) => ({ ...row })));
  });

  it('takes a list as one parameter, also an empty one', async () => {
    const ids = (rows: Thing[]) => rows.map(({ id }) => id);
    expect(ids(await all('WHERE t.id IN ?* AND t.version = ? ORDER BY t.id', [['a', 'c', 'x'], 1]))).toEqual([
      'a',
      'c',
    ]);
    expect(await all('WHERE t.id IN ?*', [[]])).toEqual([]);
  });

  it('takes text that looks like SQL as text', async () => {
    const sneaky = `x' OR '1'='1`;
    expect(await db.database.read((em) => plainRows(em, 'SELECT id FROM probe_things WHERE id = ?', [sneaky]))).toEqual(
      [],
    );
    expect(await all('WHERE t.id IN ?*', [[sneaky, '"a"]']])).toEqual([]);
  });

  it('changes one row where its version still stands, and says so', async () => {
    const seen = { id: 'a', version: 1 };
    const change = { note: '王小姐？', isOpen: false, lines: ['x'], version: 2 };
    expect(await db.database.write((em) => updateRow(em, Thing, change, seen))).toBe(1);
    expect(await db.database.write((em) => updateRow(em, Thing, { note: 'late' }, seen))).toBe(0);
    expect((await all())[0]).toEqual(thing('a', { ...change, seenAt: 1_793_000_000_000 }));
  });

  it('changes many rows alike and counts their versions up', async () => {
    expect(await db.database.write((em) => updateRows(em, Thing, { isOpen: true }, ['a', 'b', 'x']))).toBe(2);
    expect((await all()).map(({ isOpen, version }) => [isOpen, version])).toEqual([
      [true, 2],
      [true, 2],
      [false, 1],
    ]);
  });

  it('is undone with the rest of its transaction', async () => {
    const failing = db.database.write(async (em) => {
      await plainChange(em, 'DELETE FROM probe_things WHERE id = ?', ['a']);
      throw new Error('by order of the test');
    });
    await expect(failing).rejects.toThrow('by order of the test');
    expect(await all()).toHaveLength(3);
  });

  it('keeps its answers when a statement is asked so often that it is prepared', async () => {
    for (let time = 0; time < 12; time += 1) {
      const id = ['a', 'b', 'c'][time % 3]!;
      expect((await all('WHERE t.id = ? AND t.is_open IN (TRUE, FALSE)', [id])).map((row) => row.id)).toEqual([id]);
    }
  });

  it('refuses a property that the entity does not have', async () => {
    const wrong = { nonsense: 1 } as Partial<Thing>;
    await expect(db.database.write((em) => updateRow(em, Thing, wrong, { id: 'a' }))).rejects.toThrow('nonsense');
  });
});

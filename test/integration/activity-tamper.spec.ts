import { type ActivityEntry, verifyActivity } from '@convener/activity';
import { newId } from '@convener/kernel';
import { databaseKinds, type TestDatabase } from '../support/database';
import { aChange, type ActivityWorld, addPerson, anActivityWorld } from './activity.world';

/** Each column of an entry, and what a forger would write there. */
const FORGED: Record<string, (world: ActivityWorld, entry: ActivityEntry) => unknown> = {
  id: () => newId(),
  project_id: (world) => world.project(),
  seq: () => 99,
  at: (_world, { at }) => at + 1,
  actor_id: (world) => addPerson(world.dataSource),
  action: () => 'check.ticke',
  subject_type: () => 'project',
  subject_id: () => newId(),
  subject_title: (_world, { subjectTitle }) => `${subjectTitle}.`,
  before: (_world, { before }) => (before === null ? '{}' : before.replace('{', '{ ')),
  after: (_world, { after }) => after?.replace('}', ' }'),
  batch_id: () => newId(),
  personal_digest: () => '0'.repeat(64),
  hash: (_world, { hash }) => hash.replace(/^./, (digit) => (digit === '0' ? '1' : '0')),
};
const NULLABLE = ['actor_id', 'before', 'after', 'batch_id', 'personal_digest'];
/** Places in the project: first, amid, with personal text, last. */
const PLACES = [1, 2, 4, 5];

describe.each(databaseKinds())('activity that somebody with the database in hand tampers with, on $name', (kind) => {
  let db: TestDatabase;
  let world: ActivityWorld;
  beforeAll(async () => {
    ({ db, world } = await anActivityWorld(kind));
    await world.unguard();
  });
  afterAll(() => db.close());

  /** A project of its own, and the entry at a place of it. */
  const entryAt = async (place: number) => {
    const projectId = await world.recordedProject();
    return { projectId, entry: (await world.entries(projectId))[place - 1]! };
  };

  it('is as it was written before', async () => {
    const { projectId } = await entryAt(1);
    expect(await world.broken(projectId)).toBeNull();
  });

  it('is tried in every column there is', async () => {
    const { entry } = await entryAt(1);
    const [row] = (await world.sql('SELECT * FROM activity WHERE id = ?', entry.id)) as [object];
    expect(Object.keys(row).sort()).toEqual(Object.keys(FORGED).sort());
  });

  it.each(Object.keys(FORGED))('is found where %s was changed', async (column) => {
    const expected: object[] = [];
    for (const place of PLACES) {
      const { projectId, entry } = await entryAt(place);
      const forged = await FORGED[column]!(world, entry);
      await world.sql(`UPDATE activity SET ${column} = ? WHERE id = ?`, forged, entry.id);
      const moved = column === 'seq' || column === 'project_id';
      expected.push(expect.objectContaining({ projectId, seq: place, what: moved ? 'missing' : 'content' }));
    }
    expect((await verifyActivity(world.database)).broken).toEqual(expect.arrayContaining(expected));
  });

  it.each(NULLABLE)('is found where %s was emptied', async (column) => {
    // The last entry's change names a client alone, so that what the chain has of it is `{}`, which is not nothing.
    const { projectId, entry } = await entryAt(5);
    await world.sql(`UPDATE activity SET ${column} = NULL WHERE id = ?`, entry.id);
    expect(await world.broken(projectId)).toMatchObject({ seq: 5, what: 'content' });
  });

  it.each([1, 3, 5])('is found where entry %d of 5 was deleted', async (place) => {
    const { projectId, entry } = await entryAt(place);
    await world.sql('DELETE FROM activity_personal WHERE entry_id = ?', entry.id);
    await world.sql('DELETE FROM activity WHERE id = ?', entry.id);
    expect(await world.broken(projectId)).toEqual({ projectId, seq: place, entryId: null, what: 'missing', faults: 1 });
  });

  it('is found where the last entry was deleted and the head set back', async () => {
    const { projectId, entry } = await entryAt(5);
    await world.sql('DELETE FROM activity WHERE id = ?', entry.id);
    await world.sql('UPDATE activity_heads SET seq = 4 WHERE project_id = ?', projectId);
    expect(await world.broken(projectId)).toMatchObject({ seq: 4, what: 'head' });
  });

  it('is found where two entries changed places', async () => {
    const { projectId, entry } = await entryAt(2);
    await world.sql('UPDATE activity SET seq = 99 WHERE project_id = ? AND seq = 3', projectId);
    await world.sql('UPDATE activity SET seq = 3 WHERE id = ?', entry.id);
    await world.sql('UPDATE activity SET seq = 2 WHERE project_id = ? AND seq = 99', projectId);
    expect(await world.broken(projectId)).toMatchObject({ seq: 2, what: 'content' });
  });

  it.each([
    ['behind the last one', 6, 'content'],
    ['before the first one', 0, 'order'],
  ])('is found where an entry was put %s', async (_where, seq, what) => {
    const { projectId } = await entryAt(1);
    const insert = `INSERT INTO activity (id, project_id, seq, at, action, subject_type, subject_id, subject_title, hash)
      VALUES (?, ?, ?, 1, 'forged', 'check', ?, 'x', ?)`;
    await world.sql(insert, newId(), projectId, seq, newId(), '0'.repeat(64));
    expect(await world.broken(projectId)).toMatchObject({ seq, what });
  });

  it.each([
    ['hash', "hash = 'x'", 5, 'head'],
    ['seq, to a later one', 'seq = 6', 6, 'missing'],
    ['seq, to an earlier one', 'seq = 3', 5, 'head'],
  ])('is found where the head got another %s', async (_what, set, seq, what) => {
    const { projectId } = await entryAt(1);
    await world.sql(`UPDATE activity_heads SET ${set} WHERE project_id = ?`, projectId);
    expect(await world.broken(projectId)).toMatchObject({ seq, what, faults: 1 });
  });

  it('is found where the head is gone, and where all entries are', async () => {
    const [headless, empty] = [await world.recordedProject(), await world.recordedProject()];
    await world.sql('DELETE FROM activity_heads WHERE project_id = ?', headless);
    await world.sql('DELETE FROM activity WHERE project_id = ?', empty);
    expect(await world.broken(headless)).toMatchObject({ seq: 5, what: 'head' });
    expect(await world.broken(empty)).toMatchObject({ seq: 1, what: 'missing' });
  });

  it.each(['content', 'salt'])('is found where the %s of a personal text was changed', async (column) => {
    const { projectId, entry } = await entryAt(4);
    const set = `${column} = REPLACE(${column}, SUBSTR(${column}, 12, 1), 'X')`;
    await world.sql(`UPDATE activity_personal SET ${set} WHERE entry_id = ?`, entry.id);
    expect(await world.broken(projectId)).toEqual({
      ...{ projectId, seq: 4, entryId: entry.id, what: 'personal', faults: 1 },
    });
  });

  it('is found where a personal text was put to an entry that has none', async () => {
    const { projectId, entry } = await entryAt(2);
    await world.sql("INSERT INTO activity_personal (entry_id, content, salt) VALUES (?, '{}', '')", entry.id);
    expect(await world.broken(projectId)).toMatchObject({ seq: 2, what: 'personal' });
  });

  it('is found in a chain that is longer than what is read at once, and in that project only', async () => {
    const [long, whole] = [await world.project(), await world.project()];
    await world.record(...Array.from({ length: 2500 }, () => aChange(long)), aChange(whole));
    expect([await world.broken(long), await world.broken(whole)]).toEqual([null, null]);
    await world.sql("UPDATE activity SET action = 'x' WHERE project_id = ? AND seq IN (1001, 2400)", long);
    expect(await world.broken(long)).toMatchObject({ seq: 1001, what: 'content', faults: 2 });
    expect(await world.broken(whole)).toBeNull();
    expect((await verifyActivity(world.database)).entries).toBeGreaterThan(2500);
  });
});

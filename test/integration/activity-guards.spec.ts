import { type ActivityEntry, verifyActivity } from '@convener/activity';
import { newId } from '@convener/kernel';
import { databaseKinds, type TestDatabase } from '../support/database';
import { type ActivityWorld, anActivityWorld } from './activity.world';

const KEPT = /activity entries are kept as they were written/;
const KEPT_TEXT = /can be deleted, not changed/;

describe.each(databaseKinds())('the database itself, on $name', (kind) => {
  let db: TestDatabase;
  let world: ActivityWorld;
  let projectId: string;
  let entry: ActivityEntry;
  let other: ActivityEntry;
  beforeAll(async () => {
    ({ db, world } = await anActivityWorld(kind));
    projectId = await world.recordedProject();
    const entries = await world.entries(projectId);
    [entry, other] = [entries[3]!, entries[1]!];
  });
  afterAll(() => db.close());
  afterEach(async () => {
    expect(await world.entries(projectId)).toHaveLength(5);
    expect(await verifyActivity(world.database)).toMatchObject({ entries: 5, erased: 0, broken: [] });
  });

  const COLUMNS = 'id, project_id, seq, at, action, subject_type, subject_id, subject_title, hash';
  const insert = (verb: string, id: string, seq: number, conflict = '') =>
    world.sql(
      `${verb} INTO activity (${COLUMNS}) VALUES (?, ?, ?, 1, 'forged', 'check', ?, 'x', 'x') ${conflict}`,
      ...[id, projectId, seq, newId()],
    );

  it('refuses to change an entry', async () => {
    await expect(world.sql('UPDATE activity SET action = ? WHERE id = ?', 'x', entry.id)).rejects.toThrow(KEPT);
    await expect(world.sql('UPDATE activity SET hash = hash')).rejects.toThrow(KEPT);
  });

  it('refuses to delete an entry, or all of them', async () => {
    await expect(world.sql('DELETE FROM activity WHERE id = ?', other.id)).rejects.toThrow(KEPT);
    await expect(world.sql('DELETE FROM activity')).rejects.toThrow(KEPT);
  });

  it('refuses to delete a project that has activity', async () => {
    await expect(world.sql('DELETE FROM projects WHERE id = ?', projectId)).rejects.toThrow(/foreign key/i);
  });

  it('refuses to put an entry in the place of another by ON CONFLICT', async () => {
    const forge = "DO UPDATE SET action = 'forged'";
    await expect(insert('INSERT', other.id, 99, `ON CONFLICT (id) ${forge}`)).rejects.toThrow(KEPT);
    await expect(insert('INSERT', newId(), other.seq, `ON CONFLICT (project_id, seq) ${forge}`)).rejects.toThrow(KEPT);
  });

  it('refuses to change the personal text of an entry', async () => {
    const change = world.sql("UPDATE activity_personal SET content = '{}' WHERE entry_id = ?", entry.id);
    await expect(change).rejects.toThrow(KEPT_TEXT);
    const replace = `INSERT INTO activity_personal (entry_id, content, salt) VALUES (?, '{}', '')
      ON CONFLICT (entry_id) DO UPDATE SET content = '{}'`;
    await expect(world.sql(replace, entry.id)).rejects.toThrow(KEPT_TEXT);
  });

  if (kind.name === 'SQLite') {
    it('refuses to REPLACE an entry by its id, its place or its row', async () => {
      await expect(insert('REPLACE', other.id, 99)).rejects.toThrow(KEPT);
      await expect(insert('INSERT OR REPLACE', newId(), other.seq)).rejects.toThrow(KEPT);
      const byRow = `REPLACE INTO activity (rowid, ${COLUMNS}) VALUES (1, ?, ?, 99, 1, 'x', 'check', 's', 'x', 'x')`;
      await expect(world.sql(byRow, newId(), projectId)).rejects.toThrow(KEPT);
      await expect(world.sql("UPDATE OR REPLACE activity SET action = 'x'")).rejects.toThrow(KEPT);
    });

    it('refuses to REPLACE a personal text', async () => {
      const replace = "REPLACE INTO activity_personal (entry_id, content, salt) VALUES (?, '{}', '')";
      await expect(world.sql(replace, entry.id)).rejects.toThrow(KEPT_TEXT);
      const byRow = "REPLACE INTO activity_personal (rowid, entry_id, content, salt) VALUES (1, ?, '{}', '')";
      await expect(world.sql(byRow, other.id)).rejects.toThrow(KEPT_TEXT);
    });
  } else {
    it('refuses to TRUNCATE the activity, also in the company of the tables that stand on it', async () => {
      await expect(world.sql('TRUNCATE activity CASCADE')).rejects.toThrow(KEPT);
      await expect(world.sql('TRUNCATE projects CASCADE')).rejects.toThrow(KEPT);
    });

    it('refuses to MERGE over an entry', async () => {
      const merge = `MERGE INTO activity a USING (SELECT ? AS id) n ON a.id = n.id
        WHEN MATCHED THEN UPDATE SET action = 'forged'`;
      await expect(world.sql(merge, other.id)).rejects.toThrow(KEPT);
    });
  }
});

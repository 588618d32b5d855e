import { ActivityEntry, verifyActivity } from '@convener/activity';
import { beforeCommit } from '@convener/platform';
import fc from 'fast-check';
import { databaseKinds, type TestDatabase } from '../support/database';
import { aChange, type ActivityWorld, anActivityWorld } from './activity.world';

describe.each(databaseKinds())('recording activity on $name', (kind) => {
  let db: TestDatabase;
  let world: ActivityWorld;
  beforeAll(async () => {
    ({ db, world } = await anActivityWorld(kind));
  });
  afterAll(() => db.close());

  const failure = new Error('by order of the test');
  const places = async (projectId: string) => (await world.entries(projectId)).map(({ seq }) => seq);
  const upTo = (last: number) => Array.from({ length: last }, (_, index) => index + 1);

  it('gives readers what was told, personal or not, in the order in which it was told', async () => {
    const projectId = await world.recordedProject();
    const shown = await world.shown(projectId);
    expect(shown.map(({ subject, before, after }) => [subject.title, before, after])).toEqual([
      ...upTo(3).map(() => ['P1.1.1 確認講者名單', { state: 'open' }, { state: 'ticked' }]),
      ['王小明', null, { role: 'viewer', reason: '請假' }],
      ['P1.1.1 確認講者名單', { client: '陳先生' }, { client: '李小姐' }],
    ]);
    expect(shown[0]?.actor).toEqual({ id: world.personId, name: '經理 林' });
    expect(shown[2]?.actor).toBeNull();
  });

  it('keeps personal text out of the chain; erased, it is gone for good and nothing is broken', async () => {
    const projectId = await world.recordedProject();
    const stored = JSON.stringify(await world.entries(projectId));
    for (const text of ['王小明', '請假', '陳先生', '李小姐']) expect(stored).not.toContain(text);
    const { erased } = await verifyActivity(world.database);
    const own = '(SELECT id FROM activity WHERE project_id = ?)';
    await world.sql(`DELETE FROM activity_personal WHERE entry_id IN ${own}`, projectId);
    expect(await verifyActivity(world.database)).toMatchObject({ erased: erased + 2, broken: [] });
    const [member, client] = (await world.shown(projectId)).slice(3);
    expect(member).toMatchObject({ subject: { id: world.personId, title: '' }, after: { role: 'viewer' } });
    expect([client?.before, client?.after]).toEqual([{}, {}]);
  });

  it('chains what several services record in one transaction, and several projects', async () => {
    const [one, two] = [await world.project(), await world.project()];
    await world.database.write(async (em) => {
      await world.log.record(em, aChange(one), aChange(two));
      await world.log.record(em);
      await world.log.record(em, aChange(one, { action: 'check.na' }));
    });
    expect((await world.entries(one)).map(({ action }) => action)).toEqual(['check.ticked', 'check.na']);
    expect([await places(two), await world.broken(one), await world.broken(two)]).toEqual([[1], null, null]);
  });

  it('keeps nothing of a transaction that fails, and the chain goes on without a gap', async () => {
    const projectId = await world.recordedProject();
    const failing = world.database.write(async (em) => {
      await world.log.record(em, aChange(projectId));
      throw failure;
    });
    await expect(failing).rejects.toBe(failure);
    await world.record(aChange(projectId));
    expect([await places(projectId), await world.broken(projectId)]).toEqual([upTo(6), null]);
  });

  it('fails the change with it when an entry can not be written', async () => {
    const projectId = await world.project();
    const orphan = world.database.write(async (em) => {
      await world.log.record(em, aChange(projectId));
      await em.query(`UPDATE projects SET name = 'changed' WHERE id = '${projectId}'`);
      await world.log.record(em, aChange('no such project'));
    });
    await expect(orphan).rejects.toThrow(/foreign key/i);
    expect(await world.entries(projectId)).toEqual([]);
    const [row] = (await world.sql('SELECT name FROM projects WHERE id = ?', projectId)) as [{ name: string }];
    expect(row.name).toBe('亞洲會展年會');
  });

  it('refuses to record outside a transaction, and after its end', async () => {
    const projectId = await world.project();
    const refusal = /needs the EntityManager of an open Database.write/;
    await expect(world.log.record(db.dataSource.manager, aChange(projectId))).rejects.toThrow(refusal);
    const late = await world.database.write(async (em) => () => world.log.record(em, aChange(projectId)));
    await expect(late()).rejects.toThrow(refusal);
    expect(await world.entries(projectId)).toEqual([]);
  });

  it('is one unforked chain when twenty write at once, the very first entries and with some that fail', async () => {
    const projectId = await world.project();
    const writers = upTo(20).map((n) =>
      world.database.write(async (em) => {
        await world.log.record(em, aChange(projectId), aChange(projectId, { after: { reason: `第 ${n} 個` } }));
        // Now and then one fails with the end of the chain in hand.
        if (n % 5 === 0) beforeCommit(em, () => Promise.reject(failure));
      }),
    );
    const outcomes = await Promise.allSettled(writers);
    expect(outcomes.filter(({ status }) => status === 'rejected')).toHaveLength(4);
    expect([await places(projectId), await world.broken(projectId)]).toEqual([upTo(32), null]);
  });

  it('is found whole by those who check it while people write', async () => {
    const projectId = await world.project();
    const writers = Promise.all(upTo(40).map(() => world.record(aChange(projectId))));
    for (let round = 0; round < 5; round += 1)
      expect(await verifyActivity(world.database)).toMatchObject({ broken: [] });
    await writers;
    expect(await places(projectId)).toEqual(upTo(40));
  });

  it('does not hang when two write in the same two projects, named in turn', async () => {
    const [one, two] = [await world.project(), await world.project()];
    const pairs = upTo(20).map((n) => (n % 2 ? [one, two] : [two, one]));
    await Promise.all(pairs.map((pair) => world.record(...pair.map((id) => aChange(id)))));
    expect([await places(one), await places(two)]).toEqual([upTo(20), upTo(20)]);
  });

  it('comes out right whatever the texts are', async () => {
    // PostgreSQL takes no NUL in text; the rest of Unicode, lone surrogates among it, goes in.
    const text = fc.string({ unit: 'binary' }).map((any) => any.replaceAll('\0', ''));
    const half = fc.constantFrom('\ud83d', 'x\udc00y', '"\\', '\u2028');
    const fields = fc.option(
      fc.dictionary(
        fc.oneof(text, fc.constantFrom('reason', 'client')),
        fc.oneof(text, half, fc.integer(), fc.constant(null)),
      ),
    );
    const change = fc.record({
      title: fc.oneof(text, half),
      type: fc.constantFrom('check' as const, 'member' as const),
      before: fields,
      after: fields,
    });
    await fc.assert(
      fc.asyncProperty(fc.array(fc.array(change, { minLength: 1, maxLength: 3 }), { maxLength: 4 }), async (calls) => {
        const projectId = await world.project();
        for (const call of calls)
          await world.record(
            ...call.map(({ title, type, ...fields }) =>
              aChange(projectId, { subject: { type, id: world.personId, title }, ...fields }),
            ),
          );
        expect(await world.broken(projectId)).toBeNull();
        expect(await db.dataSource.manager.countBy(ActivityEntry, { projectId })).toBe(calls.flat().length);
      }),
      { numRuns: 25 },
    );
  });
});

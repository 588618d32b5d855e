import { randomUUID } from 'node:crypto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aConference } from '../support/builders';
import { databaseKinds } from '../support/database';
import { CheckInWorld } from './check-in.world';

describe.each(databaseKinds())('the columns of a list with desks on $name', (database) => {
  let app: TestApp;
  let world: CheckInWorld;

  beforeAll(async () => {
    app = await startTestApp({ database });
    world = new CheckInWorld(app, await aConference(app));
  });
  afterAll(() => app.close());

  const remove = async (...keys: string[]) => {
    const { columns } = ok(await world.manager.get<Register>(`/api/registers/${world.list}`)).body;
    const left = columns.filter(({ key }) => !keys.includes(key)).map(({ masked: _, ...column }) => column);
    ok(
      await world.manager.put(`/api/registers/${world.list}/columns`, { columns: left, throwAway: keys }, ANY_VERSION),
    );
  };
  const walkIn = (cells: object, more: object = {}) => world.entry('walk-in', randomUUID(), { cells, ...more });

  it('may go, and guests still come and pay', async () => {
    await world.beginReady();
    ok(await world.manager.patch(world.path, { consent: { text: '僅供報到使用。' } }, ANY_VERSION));
    const { id } = await world.register('001');
    await remove('way', 'consentVersion', 'consentDay', 'paid', 'receipt');
    const came = walkIn({ name: '李大同', number: 'WA001', fee: 600 }, { consentVersion: 1 });
    const paid = world.entry('payment', id, { receipt: 'A-0001', amount: 1200 });
    const back = world.entry('void', id, { receipt: 'A-0001' });
    const { items } = ok(await world.send([came, paid, back])).body;
    expect(items.map(({ outcome, reason }) => reason?.zh ?? outcome)).toEqual(['done', 'done', 'done']);
    expect((await world.listed()).rows).toMatchObject([
      { name: '來賓 001', paid: null, receipt: null },
      { name: '李大同', number: 'WA001' },
    ]);
    const { fields } = await world.look();
    expect(Object.keys(fields)).not.toEqual(expect.arrayContaining(['paid']));
    // What is left can be saved again as it is shown.
    ok(await world.manager.patch(world.path, { fields }, ANY_VERSION));
  });

  it('hold names elsewhere once the column of names is gone', async () => {
    const columns = [
      { key: 'who', name: '姓名', type: 'person' },
      { key: 'nickname', name: '暱稱', type: 'text' },
    ];
    await world.begin({ name: '志工', columns });
    world.desks = [await world.openDesk('大門', world.manager)];
    await remove('who');
    const { items } = ok(await world.send([walkIn({ nickname: '阿明' })], undefined, world.manager)).body;
    expect(items.map(({ outcome, reason }) => reason?.zh ?? outcome)).toEqual(['done']);
    expect((await world.listed(undefined, world.manager)).rows).toMatchObject([{ name: '阿明' }]);
  });

  it('may number guests by figures: walk-ins of a desk then have none, unless they are given one', async () => {
    const columns = [
      { key: 'no', name: '編號', type: 'number', unique: true },
      { key: 'who', name: '姓名', type: 'person' },
    ];
    await world.begin({ name: '貴賓', columns });
    expect((await world.look()).fields).toEqual({ name: 'who', number: 'no' });
    world.desks = [await world.openDesk('大門', world.manager)];
    const entries = [
      walkIn({ who: '甲', no: 'WA001' }),
      walkIn({ who: '乙', no: '17' }),
      walkIn({ who: '丙', no: '17' }),
    ];
    const { items } = ok(await world.send(entries, undefined, world.manager)).body;
    expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'done', 'refused']);
    expect((await world.listed(undefined, world.manager)).rows).toMatchObject([
      { name: '甲', number: null },
      { name: '乙', number: '17' },
    ]);
  });
});

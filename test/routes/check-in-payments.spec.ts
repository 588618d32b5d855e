import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aConference } from '../support/builders';
import { databaseKinds } from '../support/database';
import { CheckInWorld } from './check-in.world';

describe.each(databaseKinds())('money at the desks on $name', (database) => {
  let app: TestApp;
  let world: CheckInWorld;

  beforeAll(async () => {
    app = await startTestApp({ database });
    world = new CheckInWorld(app, await aConference(app));
  });
  beforeEach(() => world.beginReady());
  afterAll(() => app.close());

  it('takes payments with receipt numbers of the desk, and says them in the list', async () => {
    const { id } = await world.register('001');
    ok(await world.manager.patch(world.path, { receiptPrefix: '117-' }, ANY_VERSION));
    const payment = world.entry('payment', id, { receipt: '117-A-0001', amount: 1200 });
    expect(await world.take(payment)).toMatchObject({ outcome: 'done' });
    expect((await world.rowOf(id)).cells).toMatchObject({ paid: true, receipt: '117-A-0001' });
    expect((await world.look()).desks[0]).toMatchObject({ receipts: 1, amount: 1200 });
    const twice = await world.take(
      world.entry('payment', id, { receipt: '117-B-0001', amount: 1200 }),
      world.desks[1]!,
    );
    expect(twice.outcome).toBe('double');
    expect((await world.rowOf(id)).cells.receipt).toBe('117-A-0001');
    expect((await world.look()).doubles).toMatchObject([{ kind: 'payment', receipt: '117-B-0001', amount: 1200 }]);
  });

  it('refuses receipts of another desk, those without an amount, and numbers that were given out', async () => {
    const [one, two] = [await world.register('001'), await world.register('002')];
    const paid = (rowId: string, receipt: string, more: object = { amount: 500 }) =>
      world.take(world.entry('payment', rowId, { receipt, ...more }));
    const wrong = [await paid(one.id, 'B-0001'), await paid(one.id, 'A-0001', {}), await paid(one.id, 'A-1')];
    expect(wrong.map(({ outcome }) => outcome)).toEqual(['refused', 'refused', 'refused']);
    await paid(one.id, 'A-0001');
    expect(await paid(two.id, 'A-0001')).toMatchObject({ outcome: 'refused', reason: { type: 'receipt-taken' } });
    expect((await world.rowOf(two.id)).cells.paid).toBe(false);
  });

  it('takes a payment back, and keeps its number as used', async () => {
    const { id } = await world.register('001');
    await world.take(world.entry('payment', id, { receipt: 'A-0001', amount: 1200 }));
    expect(await world.take(world.entry('void', id, { receipt: 'A-0001' }))).toMatchObject({ outcome: 'done' });
    const { cells } = await world.rowOf(id);
    expect([cells.paid, cells.receipt]).toEqual([false, undefined]);
    expect((await world.look()).desks[0]).toMatchObject({ receipts: 0, amount: 0 });
    const again = await world.take(world.entry('payment', id, { receipt: 'A-0001', amount: 1200 }));
    expect(again.reason?.type).toBe('receipt-taken');
  });

  it('leaves whoever has paid twice paid when one of the receipts is taken back, whichever it is', async () => {
    const [one, two] = [await world.register('001'), await world.register('002')];
    for (const [at, { id }] of [one, two].entries()) {
      await world.take(world.entry('payment', id, { receipt: `A-000${at + 1}`, amount: 1200 }));
      await world.take(world.entry('payment', id, { receipt: `B-000${at + 1}`, amount: 1200 }), world.desks[1]!);
    }
    await world.take(world.entry('void', one.id, { receipt: 'A-0001' }));
    expect((await world.rowOf(one.id)).cells).toMatchObject({ paid: true, receipt: 'B-0001' });
    await world.take(world.entry('void', two.id, { receipt: 'B-0002' }), world.desks[1]!);
    expect((await world.rowOf(two.id)).cells).toMatchObject({ paid: true, receipt: 'A-0002' });
    const { desks: told, doubles } = await world.look();
    expect(told.map(({ receipts, amount }) => [receipts, amount])).toEqual([
      [1, 1200],
      [1, 1200],
    ]);
    // What was taken back is nobody's trouble any more.
    expect(doubles.map(({ receipt }) => receipt)).toEqual(['B-0001']);
    await world.take(world.entry('void', one.id, { receipt: 'B-0001' }), world.desks[1]!);
    expect((await world.rowOf(one.id)).cells.paid).toBe(false);
  });

  it('takes back several receipts of the same guest in one request', async () => {
    const { id } = await world.register('001');
    const { items } = ok(
      await world.send([
        world.entry('payment', id, { receipt: 'A-0001', amount: 1200 }),
        world.entry('payment', id, { receipt: 'A-0002', amount: 1200 }),
        world.entry('void', id, { receipt: 'A-0001' }),
        world.entry('void', id, { receipt: 'A-0001' }),
        world.entry('void', id, { receipt: 'A-0002' }),
      ]),
    ).body;
    expect(items.map(({ outcome }) => outcome)).toEqual(['done', 'double', 'done', 'double', 'done']);
    const { cells } = await world.rowOf(id);
    expect([cells.paid, cells.receipt]).toEqual([false, undefined]);
    expect((await world.look()).desks[0]).toMatchObject({ receipts: 0, amount: 0 });
  });

  it('leaves paid what the list said before a desk took the money by mistake', async () => {
    const { id } = await world.register('001', { paid: 'yes', receipt: '匯款 12' });
    expect((await world.take(world.entry('payment', id, { receipt: 'A-0001', amount: 1200 }))).outcome).toBe('double');
    await world.take(world.entry('void', id, { receipt: 'A-0001' }));
    expect((await world.rowOf(id)).cells).toMatchObject({ paid: true, receipt: '匯款 12' });
  });

  it('takes receipts that were handed out without a network before what stands in front of them was changed', async () => {
    const { id } = await world.register('001');
    ok(await world.manager.patch(world.path, { receiptPrefix: '117-' }, ANY_VERSION));
    expect(await world.take(world.entry('payment', id, { receipt: '116-A-0001', amount: 1200 }))).toMatchObject({
      outcome: 'done',
    });
    expect(await world.take(world.entry('void', id, { receipt: '116-A-0001' }))).toMatchObject({ outcome: 'done' });
  });
});

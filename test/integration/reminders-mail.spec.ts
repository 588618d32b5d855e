import { SweepService } from '@convener/delivery';
import { InboxQueries } from '@convener/inbox';
import { QUEUED_FOR_MS, World } from './reminders.world';
import { worldKinds } from './reminders.worlds';

describe.each(worldKinds())('reminders on $database with $queue', ({ kind, url }) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start(kind, url);
  });
  afterEach(() => world.stop());

  it('whose mail fails stand in the inbox and are tried again under the same key', async () => {
    await world.add('congress', '2026-10-16', world.people.an);
    world.mailer.failNext(2);
    await world.morning('2026-10-15');
    expect(world.mailer.sent).toEqual([]);
    const [message] = (await world.app.get(InboxQueries).page(world.people.an, { limit: 50 })).items;
    expect(message).toMatchObject({ subject: '場地評估報告：明天到期' });
    await world.sweep();
    expect(await world.messages()).toMatchObject([{ mailAttempts: 1 }]);
    for (const seconds of [5, 15]) {
      world.clock.advance(seconds * 1000);
      await world.sweep();
    }
    expect(world.mailer.sent).toMatchObject([{ key: `message-${message?.id}`, to: 'an@convener.test' }]);
    expect(await world.messages()).toMatchObject([
      { mailAttempts: 2, mailStatus: 'sent', leaseToken: null, leaseUntil: null },
    ]);
  });

  it('whose mail is refused for good are given up at once, and stand in the inbox', async () => {
    await world.add('congress', '2026-10-16', world.people.an);
    await world.add('congress', '2026-10-16', world.people.bo);
    world.mailer.refuse('an@convener.test');
    await world.morning('2026-10-15');
    const byPerson = new Map((await world.messages()).map((message) => [message.personId, message]));
    expect(byPerson.get(world.people.an)).toMatchObject({ status: 'ready', mailStatus: 'failed', mailAttempts: 1 });
    expect(byPerson.get(world.people.bo)).toMatchObject({ status: 'ready', mailStatus: 'sent' });
    expect(await world.reminders('claimed')).toEqual([]);
  });

  it('that a slow mail server leaves waiting are looked at again before they are mailed', async () => {
    const ids = await Promise.all(
      Object.values(world.people).map((person) => world.add('congress', '2026-10-16', person)),
    );
    const more = await world.addPeople(20);
    for (const person of more) ids.push(await world.add('congress', '2026-10-16', person));
    world.mailer.onSend = () => world.clock.advance(15_000);
    world.clock.set('2026-10-15T09:00:00+08:00');
    await world.app.get(SweepService).sweep();
    await world.quiet();
    const told = world.mailer.sent.length;
    expect(told).toBeGreaterThan(0);
    expect(told).toBeLessThan(ids.length);
    for (const id of ids) world.change(id, { open: false });
    world.mailer.onSend = () => undefined;
    world.clock.advance(QUEUED_FOR_MS);
    await world.sweep();
    expect(world.mailer.sent).toHaveLength(told);
    expect((await world.messages()).filter(({ status }) => status === 'empty')).toHaveLength(ids.length - told);
  });

  it('whose mail fails for a whole day are given up, and work that is done meanwhile is not mailed', async () => {
    await world.add('congress', '2026-10-16', world.people.an);
    const done = await world.add('congress', '2026-10-16', world.people.bo);
    world.mailer.failNext(1000);
    await world.morning('2026-10-15');
    world.change(done, { open: false });
    for (let hour = 0; hour < 14; hour += 1) {
      world.clock.advance(3_600_000);
      await world.sweep();
    }
    const byPerson = new Map((await world.messages()).map((message) => [message.personId, message]));
    expect(byPerson.get(world.people.an)).toMatchObject({ status: 'ready', mailStatus: 'failed', mailAttempts: 14 });
    expect(byPerson.get(world.people.bo)).toMatchObject({ status: 'empty', mailStatus: 'none', mailAttempts: 1 });
    world.mailer.failNext(0);
    await world.morning('2026-10-16', '20:00');
    expect(world.mailer.sent).toEqual([]);
  });
});

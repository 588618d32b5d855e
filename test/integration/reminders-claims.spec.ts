import { Message, SweepService } from '@convener/delivery';
import { InboxQueries } from '@convener/inbox';
import type { SubjectNow } from '@convener/reminders';
import { DeafQueue, QUEUED_FOR_MS, World } from './reminders.world';
import { worldKinds } from './reminders.worlds';

describe.each(worldKinds())('reminders on $database with $queue', ({ kind, url }) => {
  let world: World;
  beforeEach(async () => {
    world = await World.start(kind, url);
  });
  afterEach(() => world.stop());

  describe('between claim and send', () => {
    /** A process claims what is due on the day before, and is killed before any job runs. */
    async function claimAndDie(): Promise<void> {
      world.clock.set('2026-10-15T09:00:00+08:00');
      const killed = await world.addProcess(new DeafQueue());
      await killed.get(SweepService).sweep();
      world.clock.advance(QUEUED_FOR_MS);
    }

    it('a kill loses nothing: the next sweep sends it, once', async () => {
      await world.add('congress', '2026-10-16', world.people.an);
      await claimAndDie();
      expect(world.mailsTo('an')).toEqual([]);
      await world.sweep();
      await world.sweep();
      expect(world.mailsTo('an')).toEqual(['場地評估報告：明天到期']);
    });

    it.each<[string, Partial<SubjectNow>]>([
      ['done or closed', { open: false }],
      ['due on another day', { dueDay: '2026-10-30' }],
      ['nobody’s', { personId: null }],
    ])('what has become %s is dropped', async (_what, change) => {
      const id = await world.add('congress', '2026-10-16', world.people.an);
      await claimAndDie();
      world.change(id, change);
      await world.sweep();
      expect(world.mailer.sent).toEqual([]);
      expect(await world.messages()).toMatchObject([{ status: 'empty', mailStatus: 'none' }]);
      expect(await world.app.get(InboxQueries).page(world.people.an, { limit: 50 })).toEqual({
        items: [],
        next: null,
        unread: 0,
      });
    });

    it('what has become another person’s goes to that person', async () => {
      const id = await world.add('congress', '2026-10-16', world.people.an, '議程');
      await world.add('congress', '2026-10-16', world.people.an, '邀請函');
      await world.add('fair', '2026-10-16', world.people.bo, '攤位圖');
      await claimAndDie();
      world.change(id, { personId: world.people.bo });
      await world.sweep();
      expect(world.mailsTo('an')).toEqual(['邀請函：明天到期']);
      const texts = world.mailer.to('bo@convener.test').map(({ text }) => text);
      expect(
        texts
          .join()
          .match(/議程|攤位圖/g)
          ?.sort(),
      ).toEqual(['攤位圖', '議程']);
      expect(await world.reminders('claimed')).toEqual([]);
    });

    it('a job that is killed while it holds the message keeps others away until its lease runs out', async () => {
      await world.add('congress', '2026-10-16', world.people.an);
      await claimAndDie();
      const held = { leaseToken: 'dead', leaseUntil: world.clock.now() + 60_000 };
      await world.database.write((em) => em.update(Message, { mailStatus: 'waiting' }, held));
      await world.app.get(SweepService).sweep();
      expect(world.mailer.sent).toEqual([]);
      world.clock.advance(60_000);
      await world.sweep();
      expect(world.mailsTo('an')).toHaveLength(1);
    });
  });

  it('are sent once when several sweeps come at the same moment', async () => {
    const titles = Array.from({ length: 20 }, (_, index) => `工作 ${index}`);
    for (const title of titles) await world.add('congress', '2026-10-16', world.people.an, title);
    await world.add('congress', '2026-10-16', world.people.bo);
    // SQLite serves one process; two data sources of one test would wait for each other in one thread.
    const other = kind.name === 'SQLite' ? world.app : await world.addProcess();
    world.clock.set('2026-10-15T09:00:00+08:00');
    await Promise.all([world.sweep(), world.sweep(other), world.sweep(), world.sweep(other)]);
    expect(world.mailsTo('an')).toEqual(['20 件工作要留意']);
    expect(world.mailsTo('bo')).toHaveLength(1);
    expect(await world.messages()).toHaveLength(2);
  });

  it('that people hand to each other at the same moment all arrive', async () => {
    const { an, bo } = world.people;
    const pairs: [string, string][] = [];
    for (let index = 0; index < 10; index += 1) {
      pairs.push([await world.add('congress', '2026-10-16', an, `甲 ${index}。`), bo]);
      pairs.push([await world.add('congress', '2026-10-16', bo, `乙 ${index}。`), an]);
    }
    world.clock.set('2026-10-15T09:00:00+08:00');
    await (await world.addProcess(new DeafQueue())).get(SweepService).sweep();
    for (const [id, personId] of pairs) world.change(id, { personId });
    const messages = (await world.messages()).map(({ id }) => id);
    await world.ring(world.app, messages);
    for (let round = 0; round < 3; round += 1) {
      world.clock.advance(QUEUED_FOR_MS);
      await world.sweep();
    }
    const text = (name: 'an' | 'bo') =>
      world.mailer
        .to(`${name}@convener.test`)
        .map((mail) => mail.text)
        .join();
    expect(
      text('an')
        .match(/乙 \d。/g)
        ?.sort(),
    ).toEqual(pairs.slice(0, 10).map((_, index) => `乙 ${index}。`));
    expect(
      text('bo')
        .match(/甲 \d。/g)
        ?.sort(),
    ).toEqual(pairs.slice(0, 10).map((_, index) => `甲 ${index}。`));
    expect(await world.reminders('claimed')).toEqual([]);
  });
});

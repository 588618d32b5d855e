import { InboxQueries, InboxService, Message, type SubjectNow, SweepService } from '@convener/reminders';
import { databaseKinds } from '../support/database';
import { redisUrl } from '../support/services';
import { DeafQueue, QUEUED_FOR_MS, World } from './reminders.world';

const redis = redisUrl();
const queues = [{ queue: 'in-process queue', url: null }, ...(redis === null ? [] : [{ queue: 'BullMQ', url: redis }])];
const worlds = databaseKinds().flatMap((kind) => queues.map((queue) => ({ kind, database: kind.name, ...queue })));

// Every test has a database of its own and a whole process on it.
jest.setTimeout(30_000);

describe.each(worlds)('reminders on $database with $queue', ({ kind, url }) => {
  let world: World;

  beforeEach(async () => {
    world = await World.start(kind, url);
  });

  afterEach(() => world.stop());

  it('nudge three times, at nine: a week before, the day before, and the working day after', async () => {
    await world.add('congress', '2026-10-16', world.people.an);
    await world.morning('2026-10-09', '08:59');
    expect(world.mailsTo('an')).toEqual([]);
    await world.morning('2026-10-09');
    expect(world.mailsTo('an')).toEqual(['場地評估報告：即將到期']);
    await world.morning('2026-10-15');
    await world.morning('2026-10-17');
    expect(world.mailsTo('an').slice(1)).toEqual(['場地評估報告：明天到期']);
    await world.morning('2026-10-19');
    expect(world.mailsTo('an').slice(2)).toEqual(['場地評估報告：已逾期']);
    await world.morning('2026-11-30');
    expect(world.mailsTo('an')).toHaveLength(3);
    expect(await world.reminders('sent')).toHaveLength(3);
  });

  it('come as one message a person and morning, over all projects, most urgent first', async () => {
    await world.add('fair', '2026-10-21', world.people.an, '攤位圖');
    await world.add('congress', '2026-10-15', world.people.an, '邀請函');
    await world.add('congress', '2026-10-21', world.people.an, '議程');
    await world.add('congress', '2026-10-15', world.people.cy, 'Badges');
    await world.morning('2026-10-14');
    expect(world.mailsTo('an')).toEqual(['3 件工作要留意']);
    expect(world.mailsTo('cy')).toEqual(['Badges: due tomorrow']);
    const [mail] = world.mailer.to('an@convener.test');
    const order = ['congress', '邀請函', '議程', 'fair', '攤位圖'].map((word) => mail?.text.indexOf(word) ?? -1);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
    expect(mail?.text).toContain('明天到期');
    expect(mail?.text).toMatch(/https:\/\/convener\.test\/projects\/[\w-]+\/items\/[\w-]+/);
  });

  it('that were missed while the server was off travel together, each subject once', async () => {
    await world.add('congress', '2026-10-16', world.people.an, '議程');
    await world.add('congress', '2026-10-20', world.people.an, '邀請函');
    await world.morning('2026-10-19', '10:30');
    expect(world.mailsTo('an')).toEqual(['2 件工作要留意，其中 1 件已逾期']);
    expect(world.mailer.sent[0]?.text).toContain('已逾期 3 天');
    expect(world.mailer.sent[0]?.text.match(/議程/g)).toHaveLength(1);
  });

  it('follow a new assignee, a new date and the end of the work', async () => {
    const moved = await world.add('congress', '2026-10-16', world.people.an, '議程');
    const later = await world.add('congress', '2026-10-16', world.people.an, '邀請函');
    const done = await world.add('congress', '2026-10-16', world.people.an, '名牌');
    await world.edit(moved, { personId: world.people.bo });
    await world.edit(later, { dueDay: '2026-10-23' });
    await world.edit(done, { open: false });
    await world.morning('2026-10-15');
    expect(world.mailsTo('an')).toEqual([]);
    expect(world.mailsTo('bo')).toEqual(['議程：明天到期']);
    await world.morning('2026-10-22');
    expect(world.mailsTo('an')).toEqual(['邀請函：明天到期']);
  });

  it('end with the project', async () => {
    await world.add('congress', '2026-10-16', world.people.an);
    await world.add('fair', '2026-10-16', world.people.an, '攤位圖');
    await world.close('congress');
    await world.morning('2026-10-15');
    expect(world.mailsTo('an')).toEqual(['攤位圖：明天到期']);
    expect(await world.reminders('cancelled')).toHaveLength(3);
  });

  it('are never planned for a morning that has passed', async () => {
    await world.add('congress', '2026-09-20', world.people.an);
    expect(await world.reminders('planned')).toEqual([]);
    await world.morning('2026-10-05');
    expect(world.mailsTo('an')).toEqual([]);
  });

  it('due while nothing swept go to whoever has the work by then', async () => {
    const id = await world.add('congress', '2026-10-16', world.people.an);
    await world.add('congress', '2026-10-16', world.people.bo, '議程');
    world.clock.set('2026-10-15T09:30:00+08:00');
    await world.edit(id, { personId: world.people.bo });
    await world.sweep();
    expect(world.mailsTo('an')).toEqual([]);
    expect(world.mailsTo('bo')).toEqual(['2 件工作要留意']);
  });

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

  it('fill an inbox that is paged, read, and one’s own', async () => {
    world.clock.set('2026-10-10T12:00:00+08:00');
    for (const day of ['2026-10-12', '2026-10-13', '2026-10-14'])
      await world.add('congress', day, world.people.an, `到期 ${day}`);
    for (const day of ['2026-10-11', '2026-10-12', '2026-10-13']) await world.morning(day);
    const [queries, inbox] = [world.app.get(InboxQueries), world.app.get(InboxService)];
    const first = await queries.page(world.people.an, { limit: 2 });
    expect(first).toMatchObject({ unread: 3, items: [{ readAt: null }, { readAt: null }] });
    const second = await queries.page(world.people.an, { limit: 2, after: first.next ?? '' });
    expect(second).toMatchObject({ next: null, items: [{ subject: '到期 2026-10-12：明天到期' }] });

    const id = second.items[0]?.id ?? '';
    await expect(inbox.markRead(world.people.bo, id)).rejects.toMatchObject({ status: 404 });
    const readAt = world.clock.now();
    expect(await inbox.markRead(world.people.an, id)).toMatchObject({ id, readAt });
    world.clock.advance(1000);
    expect(await inbox.markRead(world.people.an, id)).toMatchObject({ id, readAt });
    expect((await queries.page(world.people.an, { limit: 50, unreadOnly: true })).items).toHaveLength(2);
    await inbox.markAllRead(world.people.an);
    expect(await queries.unread(world.people.an)).toBe(0);
  });
});

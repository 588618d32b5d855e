import { InboxQueries, InboxService } from '@convener/inbox';
import { World } from './reminders.world';
import { worldKinds } from './reminders.worlds';

describe.each(worldKinds())('reminders on $database with $queue', ({ kind, url }) => {
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

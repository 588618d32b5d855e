import { OperationsQueries, OperationsService } from '@convener/delivery';
import { InboxQueries } from '@convener/inbox';
import { newId } from '@convener/kernel';
import { NotificationPreferences, PreferencesService } from '@convener/notifications';
import { CantWait, Reminder } from '@convener/reminders';
import { databaseKinds } from '../support/database';
import { World } from './reminders.world';

describe.each(databaseKinds())('how reminders reach people on $name', (kind) => {
  let world: World;

  beforeEach(async () => {
    world = await World.start(kind, null);
    // So that what falls due on the 15th is spoken of the day before alone.
    world.clock.set('2026-10-13T12:00:00+08:00');
  });
  afterEach(() => world.stop());

  const prefer = (name: keyof World['people'], own: Partial<NotificationPreferences>) =>
    world.app.get(PreferencesService).change(world.people[name], own, null);

  /** As `prefer`, past what the screens refuse: who may stand in depends on rows that these tests do not have. */
  const write = (name: keyof World['people'], own: Partial<NotificationPreferences>) =>
    world.database.write((em) => em.update(NotificationPreferences, { personId: world.people[name] }, own));

  const away = async (name: keyof World['people'], standIn: keyof World['people']) => {
    await prefer(name, { mail: true });
    await write(name, { standInId: world.people[standIn], awayFrom: '2026-10-10', awayUntil: '2026-10-20' });
  };

  const join = (project: keyof World['projects'], name: keyof World['people']) =>
    world.database.write((em) =>
      em.query(
        `INSERT INTO project_members (project_id, person_id, role, created_at)
         VALUES ('${world.projects[project]}', '${world.people[name]}', 'member', 0)`,
      ),
    );

  const inbox = async (name: keyof World['people']) =>
    (await world.app.get(InboxQueries).page(world.people[name], { limit: 50 })).items;

  it('waits for the hour of the digest, where it has been chosen, and is looked at again then', async () => {
    await prefer('an', { digestAt: '11:00' });
    await world.add('congress', '2026-10-15', world.people.an, '議程');
    const done = await world.add('congress', '2026-10-15', world.people.an, '名牌');
    await world.morning('2026-10-14');
    expect([world.mailsTo('an'), await inbox('an')]).toEqual([[], []]);
    world.change(done, { open: false });
    await world.morning('2026-10-14', '10:59');
    expect(world.mailsTo('an')).toEqual([]);
    await world.morning('2026-10-14', '11:00');
    expect(world.mailsTo('an')).toEqual(['議程：明天到期']);
    expect((await inbox('an')).map(({ createdAt }) => createdAt)).toEqual([world.clock.now()]);
    await world.morning('2026-10-14', '12:00');
    expect(world.mailsTo('an')).toHaveLength(1);
  });

  it('holds through quiet hours, and what they held travels as one message', async () => {
    await prefer('an', { quietFrom: '08:00', quietTo: '14:00' });
    await world.add('congress', '2026-10-15', world.people.an, '議程');
    await world.morning('2026-10-14');
    await world.add('fair', '2026-10-21', world.people.an, '攤位圖');
    await world.database.write((em) => em.update(Reminder, { status: 'planned' }, { fireAt: world.clock.now() }));
    await world.morning('2026-10-14', '13:59');
    expect(world.mailsTo('an')).toEqual([]);
    await world.morning('2026-10-14', '14:00');
    expect(world.mailsTo('an')).toEqual(['2 件工作要留意']);
    expect(await world.reminders('claimed')).toEqual([]);
  });

  it('holds a mail that is tried again until the night is over', async () => {
    await prefer('an', { quietFrom: '09:00', quietTo: '13:00', mail: true });
    await write('an', { quietFrom: '09:10', quietTo: '13:00' });
    await world.add('congress', '2026-10-15', world.people.an, '議程');
    world.mailer.failNext(1);
    await world.morning('2026-10-14');
    await world.morning('2026-10-14', '09:30');
    expect(world.mailsTo('an')).toEqual([]);
    await world.morning('2026-10-14', '13:00');
    expect(world.mailsTo('an')).toEqual(['議程：明天到期']);
  });

  it('rests on weekends until the digest of the next working day', async () => {
    await prefer('an', { restOnDaysOff: true });
    await world.add('congress', '2026-10-18', world.people.an, '議程');
    await world.morning('2026-10-17');
    await world.morning('2026-10-18');
    expect(world.mailsTo('an')).toEqual([]);
    await world.morning('2026-10-19', '08:59');
    expect(world.mailsTo('an')).toEqual([]);
    await world.morning('2026-10-19');
    expect(world.mailsTo('an')).toEqual(['議程：已逾期']);
  });

  it('comes singly where it can’t wait, up to the cap of a day', async () => {
    await prefer('an', { dailyCap: 2 });
    const urgent = await Promise.all(
      ['甲', '乙', '丙'].map((title) => world.add('congress', '2026-10-15', world.people.an, title)),
    );
    await world.add('congress', '2026-10-15', world.people.an, '丁');
    const marks = urgent.map((subjectId) => ({
      personId: world.people.an,
      subjectId,
      subjectType: 'work-item' as const,
    }));
    await world.database.write((em) => em.insert(CantWait, marks));
    await world.morning('2026-10-14');
    const first = world.mailsTo('an');
    expect(first.filter((subject) => /^[甲乙丙]/.test(subject))).toHaveLength(2);
    expect(first.filter((subject) => subject.startsWith('丁'))).toHaveLength(1);
    await world.morning('2026-10-15');
    expect(world.mailsTo('an')).toHaveLength(4);
    expect(await world.reminders('claimed')).toEqual([]);
  });

  it('goes to the stand-in of who is away, as far as that one takes part in the project', async () => {
    await away('an', 'bo');
    await join('congress', 'bo');
    await world.add('congress', '2026-10-15', world.people.an, '議程');
    await world.add('fair', '2026-10-15', world.people.an, '攤位圖');
    await world.morning('2026-10-14');
    expect(world.mailsTo('bo')).toEqual(['代an：議程：明天到期']);
    expect(world.mailsTo('an')).toEqual(['攤位圖：明天到期']);
    expect((await inbox('bo')).map(({ forName }) => forName)).toEqual(['an']);
    expect(await world.reminders('claimed')).toEqual([]);
  });

  it('goes to who is away after all where the stand-in is inactive or away too', async () => {
    await join('congress', 'bo');
    await away('an', 'bo');
    await world.database.write((em) => em.query(`UPDATE people SET active = false WHERE id = '${world.people.bo}'`));
    const told = await world.add('congress', '2026-10-15', world.people.an, '議程');
    await world.morning('2026-10-14');
    expect([world.mailsTo('an'), world.mailsTo('bo')]).toEqual([['議程：明天到期'], []]);
    await world.edit(told, { open: false });
    await world.database.write((em) => em.query(`UPDATE people SET active = true WHERE id = '${world.people.bo}'`));
    await away('bo', 'cy');
    await world.add('congress', '2026-10-17', world.people.an, '名牌');
    await world.morning('2026-10-16');
    expect(world.mailsTo('an')).toContain('名牌：明天到期');
  });

  it('handed over to somebody with hours of their own, waits for those', async () => {
    await prefer('bo', { digestAt: '11:00' });
    const item = await world.add('congress', '2026-10-15', world.people.an, '議程');
    world.change(item, { personId: world.people.bo });
    await world.morning('2026-10-14');
    await world.morning('2026-10-14', '09:01');
    expect([world.mailsTo('an'), world.mailsTo('bo')]).toEqual([[], []]);
    await world.morning('2026-10-14', '11:00');
    expect([world.mailsTo('an'), world.mailsTo('bo')]).toEqual([[], ['議程：明天到期']]);
  });

  it('told too late says so in the digest', async () => {
    await world.add('congress', '2026-10-15', world.people.an, '議程');
    const expiresAt = Date.parse('2026-10-14T12:00:00+08:00');
    await world.database.write((em) => em.update(Reminder, { status: 'planned' }, { expiresAt }));
    await world.morning('2026-10-14', '12:00');
    expect(world.mailer.sent[0]?.text).toContain('congress・錯過的提醒\n- 議程');
    expect((await inbox('an'))[0]?.projects[0]?.lines[0]?.missed).toBe(true);
  });

  it('comes to the inbox alone where mail was ended, also by the link in a mail', async () => {
    await world.add('congress', '2026-10-15', world.people.an, '議程');
    await world.add('congress', '2026-10-17', world.people.an, '名牌');
    await world.morning('2026-10-14');
    const [mail] = world.mailer.to('an@convener.test');
    const [, token] = /unsubscribe\/([\w-]+)>/.exec(mail?.headers?.['List-Unsubscribe'] ?? '') ?? [];
    expect(mail?.headers).toMatchObject({ 'List-Unsubscribe-Post': 'List-Unsubscribe=One-Click' });
    await world.app.get(PreferencesService).unsubscribe(token!);
    await world.app.get(PreferencesService).unsubscribe(token!);
    await world.morning('2026-10-16');
    expect(world.mailer.to('an@convener.test')).toHaveLength(1);
    expect(await inbox('an')).toHaveLength(2);
    await prefer('an', { mail: true });
    await expect(world.app.get(PreferencesService).unsubscribe(token!)).rejects.toMatchObject({ status: 404 });
  });

  it('goes on past a message that nobody can look at, which is tried ever more rarely', async () => {
    const people = await world.addPeople(20);
    const items = await Promise.all(people.map((id) => world.add('congress', '2026-10-15', id)));
    const look = world.subjects.look.bind(world.subjects);
    world.subjects.look = (em, refs) =>
      refs.some(({ id }) => id === items[7]) ? Promise.reject(new Error('no such thing')) : look(em, refs);
    await world.morning('2026-10-14');
    expect(world.mailer.sent).toHaveLength(19);
    const [broken] = await world.app.get(OperationsQueries).troubled(undefined, 5);
    expect(broken).toMatchObject({ attempts: 1, dead: false, lastError: 'Error: no such thing' });
    world.subjects.look = look;
    await world.morning('2026-10-14', '09:01');
    expect(world.mailer.sent).toHaveLength(20);
    expect(await world.reminders('claimed')).toEqual([]);
  });

  it('that failed for good says why, and is tried again or given up by an operator', async () => {
    await world.add('congress', '2026-10-15', world.people.an, '議程');
    await world.add('congress', '2026-10-15', world.people.bo, '名牌');
    world.mailer.refuse('an@convener.test');
    world.mailer.refuse('bo@convener.test');
    await world.morning('2026-10-14');
    const queries = world.app.get(OperationsQueries);
    const failed = await queries.troubled(undefined, 10);
    expect(failed.map(({ person, dead, lastError }) => [person, dead, lastError])).toEqual([
      ['bo', true, 'No such mailbox (by order of the test)'],
      ['an', true, 'No such mailbox (by order of the test)'],
    ]);
    expect(await queries.figures()).toMatchObject({ deadMails: 2, sentMails: 0, lastSweepAt: world.clock.now() });
    world.mailer.accept('an@convener.test');
    const operations = world.app.get(OperationsService);
    const idOf = (name: string) => failed.find(({ person }) => person === name)!.id;
    await operations.retry(idOf('an'));
    await operations.skip(idOf('bo'));
    await expect(operations.skip(idOf('bo'))).rejects.toMatchObject({ status: 409 });
    await expect(operations.retry(newId())).rejects.toMatchObject({ status: 404 });
    await world.sweep();
    expect([world.mailsTo('an'), world.mailsTo('bo')]).toEqual([['議程：明天到期'], []]);
    expect(await queries.figures()).toMatchObject({ deadMails: 0, sentMails: 1 });
    expect(await world.reminders('claimed')).toEqual([]);
    expect(await inbox('bo')).toHaveLength(1);
  });
});

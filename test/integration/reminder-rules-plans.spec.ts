import { Message, SweepService } from '@convener/delivery';
import { Database } from '@convener/platform';
import { Reminder } from '@convener/reminders';
import type { Milestone } from '../../apps/api/planning/milestones.dto';
import type { ReplanDone } from '../../apps/api/planning/replan.dto';
import type { ReminderRules } from '../../apps/api/reminders/reminder-rules.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject } from '../support/builders';
import { databaseKinds } from '../support/database';
import { until } from '../support/until';

describe.each(databaseKinds())('a reminder rule in a plan that changes, on $name,', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    app.clock.set('2026-11-23T09:30:00+08:00');
    project = await aConference(app, { cast });
  });

  const path = () => `projects/${project.id}`;
  const read = <T>(at: string) => cast.manager.client.get<T>(`/api/${at}`).then((answer) => ok(answer).body);
  const post = <T = unknown>(at: string, body: object) =>
    cast.manager.client.post<T>(`/api/${at}`, body, ANY_VERSION).then((answer) => ok(answer).body);
  const patch = (at: string, body: object) => cast.manager.client.patch(`/api/${at}`, body, ANY_VERSION).then(ok);
  const days = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei', dateStyle: 'short', timeStyle: 'short' });

  /** When the manager is to be told of a work item, by the project's own rules. */
  async function planned(subjectId: string): Promise<string[]> {
    const where = { subjectId, status: 'planned' as const, personId: cast.manager.id };
    const rows = await app.app.get(Database).read((em) => em.find(Reminder, { where, order: { fireAt: 'ASC' } }));
    return rows.filter(({ rule }) => rule.startsWith('own-')).map(({ fireAt }) => days.format(fireAt));
  }

  async function sweep(): Promise<void> {
    await app.app.get(SweepService).sweep();
    const waiting = () => app.app.get(Database).read((em) => em.countBy(Message, { mailStatus: 'waiting' }));
    await until(async () => (await waiting()) === 0, 'the messages');
  }

  it('counts from contract milestones, and follows them', async () => {
    const milestone = { kind: 'payment', name: '第一期款', day: '2027-03-10' };
    const { id: paid } = await post<Milestone>(`${path()}/milestones`, milestone);
    const { id } = await project.add({ dueDay: '2027-03-01' });
    for (const where of [path(), `work-items/${id}`])
      expect((await read<ReminderRules>(`${where}/reminder-rules`)).anchors).toContainEqual({
        key: 'payment',
        name: '第一期款',
        nameEn: '第一期款',
      });
    const rule = { when: 'anchor', anchor: 'payment', days: -7, to: ['manager'] };
    await post(`${path()}/reminder-rules`, { rule });
    expect(await planned(id)).toEqual(['2027-03-03 09:00']);
    await patch(`milestones/${paid}`, { day: '2026-12-07' });
    expect(await planned(id)).toEqual([]);
    await patch(`work-items/${id}`, { dueDay: '2026-12-01' });
    expect(await planned(id)).toEqual(['2026-11-30 09:00']);
    ok(await cast.manager.client.delete(`/api/milestones/${paid}`));
    expect(await planned(id)).toEqual([]);
    await post(`${path()}/milestones`, { ...milestone, day: '2026-12-07' });
    app.clock.set('2026-11-30T09:00:00+08:00');
    await sweep();
    const where = { subjectId: id, kind: 'anchor' as const, status: 'sent' as const };
    const sent = await app.app.get(Database).read((em) => em.findBy(Reminder, where));
    expect(sent).toMatchObject([{ personId: cast.manager.id, dueDay: '2026-12-07' }]);
  });

  it('counts from the re-plan that gave work its status, and after its undo from when it had it before', async () => {
    const { id } = await project.at('conference-project-manager/T1.1');
    await post(`${path()}/reminder-rules`, {
      rule: { when: 'status', status: 'to-do', days: 2, to: ['manager'] },
    });
    const replan = async (alreadyAwarded: boolean) => {
      const done = await post<ReplanDone>(`${path()}/replan`, { options: { alreadyAwarded } });
      return done.replanId;
    };
    expect(await planned(id)).toEqual(['2026-11-25 09:00']);
    const aside = await replan(true);
    expect(await planned(id)).toEqual([]);
    app.clock.set('2026-11-24T10:00:00+08:00');
    await post(`${path()}/replans/${aside}/undo`, {});
    expect(await planned(id)).toEqual(['2026-11-25 09:00']);
    await replan(true);
    await replan(false);
    expect(await planned(id)).toEqual(['2026-11-26 09:00']);
  });
});

import { Database } from '@convener/platform';
import { RecurringSweep } from '@convener/recurring-work';
import { Reminder } from '@convener/reminders';
import type { Recurring, RecurringDates } from '../../apps/api/planning/recurring.dto';
import type { ReplanDone } from '../../apps/api/planning/replan.dto';
import type { WorkItemRow } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, signInAgain, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('work that comes again on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await go('2028-05-01');
    project = await aConference(app, { cast });
  });

  const go = async (day: string) => {
    app.clock.set(`${day}T09:30:00+08:00`);
    await signInAgain(app, cast);
  };
  const weekly = { title: '工作週會', stage: 'before', every: 'week', weekday: 1, daysOff: 'move', dueTime: '10:00' };
  const until = { fromDay: '2028-05-01', untilAnchor: 'closing' };
  const path = () => `/api/projects/${project.id}/recurring`;
  const make = async (given: object = {}) =>
    ok(await project.manager.post<Recurring>(path(), { ...weekly, ...until, ...given })).body;
  const meetings = async (status = ''): Promise<WorkItemRow[]> =>
    (await project.rows(`q=${encodeURIComponent('週會')}${status && `&status=${status}`}`)) as WorkItemRow[];
  const days = async (status?: string) => (await meetings(status)).map(({ dueDay }) => dueDay);
  const remindersOf = (subjectId: string) =>
    app.app.get(Database).read((em) => em.countBy(Reminder, { subjectId, status: 'planned' }));
  const sweep = () => app.app.get(RecurringSweep).sweep();

  it('shows all of its dates before it is made', async () => {
    const { endDay, dates } = ok(
      await project.manager.post<RecurringDates>(`${path()}/preview`, { ...weekly, ...until }),
    ).body;
    expect(endDay).toBe('2028-06-14');
    // 1 May is a day off.
    expect(dates[0]).toEqual({ slot: '2028-05-01', day: '2028-05-02' });
    const mondays = ['2028-05-08', '2028-05-15', '2028-05-22', '2028-05-29', '2028-06-05', '2028-06-12'];
    expect(dates.slice(1).map(({ day }) => day)).toEqual(mondays);
    expect(await meetings()).toEqual([]);
  });

  it('becomes work items of their own two weeks ahead, each once, whoever looks', async () => {
    const teamId = (await project.team('programme')).id;
    const made = await make({ teamId, assigneeId: cast.member.id });
    const first = await meetings();
    expect(first.length).toBeGreaterThan(1);
    expect(first[0]).toMatchObject({ dueTime: '10:00', source: 'own', assignee: { id: cast.member.id } });
    expect(made).toMatchObject({ endDay: '2028-06-14', made: first.length, mayManage: true });
    await Promise.all([sweep(), sweep()]);
    expect(await days()).toEqual(first.map(({ dueDay }) => dueDay));
    await go('2028-05-20');
    await Promise.all([sweep(), sweep(), sweep()]);
    await go('2028-06-10');
    await sweep();
    const all = await days();
    expect(new Set(all).size).toBe(all.length);
    expect(all.every((day) => day! <= '2028-06-14')).toBe(true);
    expect(all.at(-1)! >= '2028-06-12').toBe(true);
  });

  it('makes none while its project rests, and none for days that passed meanwhile', async () => {
    await make();
    const before = await days();
    ok(await project.manager.post(`/api/projects/${project.id}/state`, { to: 'on-hold', reason: '等' }));
    await go('2028-06-05');
    await sweep();
    expect(await days()).toEqual(before);
    const resumed = { to: 'running', reason: '續辦', shift: 'by-pause' };
    ok(await project.manager.post(`/api/projects/${project.id}/state`, resumed));
    await sweep();
    const after = await days();
    expect(after.slice(0, before.length)).toEqual(before);
    expect(after.slice(before.length).every((day) => day! >= '2028-06-05')).toBe(true);
  });

  it('sets aside what nobody has begun when its end comes nearer, and brings it anew when it moves back', async () => {
    const { id } = await make();
    const all = await meetings();
    const [first, second] = all as [WorkItemRow, WorkItemRow];
    ok(await project.manager.patch(`/api/work-items/${first.id}`, { status: 'doing' }, ANY_VERSION));
    const tooEarly = await project.manager.patch(`/api/recurring/${id}`, { untilDay: '2028-05-01' }, ANY_VERSION);
    expect(told(tooEarly)).toBe('400 validation /untilDay');
    ok(await project.manager.patch(`/api/recurring/${id}`, { untilDay: first.dueDay }, ANY_VERSION));
    expect(await days('doing')).toEqual([first.dueDay]);
    expect((await days('not-applicable')).length).toBe(all.length - 1);
    expect(await project.item(second.id)).toMatchObject({
      reason: expect.stringMatching(/提前.* \/ .*ends earlier/) as string,
    });
    ok(await project.manager.patch(`/api/recurring/${id}`, { untilAnchor: 'closing' }, ANY_VERSION));
    expect(await days('to-do')).toEqual(all.slice(1).map(({ dueDay }) => dueDay));
  });

  it('follows the closing day of a re-plan and of its undo, with its reminders', async () => {
    await make({ teamId: (await project.team('programme')).id });
    await make({ title: '一次就結束的週會', untilAnchor: undefined, untilDay: '2028-05-08' });
    const all = await days();
    const event = { opening: '2028-05-09', closing: '2028-05-10' };
    const path = `/api/projects/${project.id}`;
    const { replanId } = ok(await project.manager.post<ReplanDone>(`${path}/replan`, event, ANY_VERSION)).body;
    const aside = await meetings('not-applicable');
    expect(aside.map(({ dueDay }) => dueDay)).toEqual(['2028-05-15']);
    expect(await remindersOf(aside[0]!.id)).toBe(0);
    ok(await project.manager.post(`${path}/replans/${replanId}/undo`));
    const again = await meetings('to-do');
    expect(again.map(({ dueDay }) => dueDay).sort()).toEqual([...all].sort());
    expect(await remindersOf(again.find(({ dueDay }) => dueDay === '2028-05-15')!.id)).toBeGreaterThan(0);
  });

  it('passes a new name, time and sub-team on to what nobody has begun', async () => {
    const { id, version } = await make();
    const teamId = (await project.team('registration')).id;
    const edit = { title: '籌備週會', dueTime: '14:00', teamId };
    const edited = ok(
      await project.manager.patch<Recurring>(`/api/recurring/${id}`, edit, { 'if-match': `"${version}"` }),
    );
    expect(edited.body).toMatchObject({ title: '籌備週會', team: { id: teamId } });
    expect((await meetings()).every((row) => row.title === '籌備週會' && row.dueTime === '14:00')).toBe(true);
    const stale = await project.manager.patch(
      `/api/recurring/${id}`,
      { title: '又改' },
      { 'if-match': `"${version}"` },
    );
    expect(told(stale)).toBe('412 version-moved');
  });

  it('ends when somebody says so, with what nobody has begun', async () => {
    const { id } = await make();
    ok(await project.manager.delete(`/api/recurring/${id}`));
    ok(await project.manager.delete(`/api/recurring/${id}`));
    expect(await days('to-do')).toEqual([]);
    await go('2028-05-20');
    await sweep();
    expect(await days('to-do')).toEqual([]);
    const { items } = ok(await project.manager.get<{ items: Recurring[] }>(path())).body;
    expect(items).toMatchObject([{ id, nextDay: null, mayManage: false }]);
  });

  it('is the manager’s, and a lead’s within the own sub-team', async () => {
    const own = (await project.team('programme')).id;
    const other = (await project.team('registration')).id;
    const by = (teamId: string) => cast.lead.client.post(path(), { ...weekly, ...until, teamId });
    expect(told(await by(own))).toBe('201');
    expect(told(await by(other))).toBe('403 forbidden');
    expect(told(await cast.member.client.post(path(), { ...weekly, ...until }))).toBe('403 forbidden');
    expect(told(await cast.outsider.client.get(path()))).toBe('404 not-found');
  });

  it.each([
    ['never comes', { fromDay: '2028-06-10', untilAnchor: undefined, untilDay: '2028-06-11' }, '/untilDay'],
    ['ends before it begins', { fromDay: '2028-07-01' }, '/untilAnchor'],
    ['has two ends', { untilDay: '2028-06-01' }, '/untilDay'],
    ['has no end', { untilAnchor: undefined }, '/untilDay'],
    ['ends with an anchor that is none', { untilAnchor: 'party' }, '/untilAnchor'],
    ['has no weekday', { weekday: undefined }, '/weekday'],
    ['is monthly on a weekday', { every: 'month', monthDay: 1 }, '/weekday'],
    ['would last too long', { untilAnchor: undefined, untilDay: '2060-01-01' }, '/untilDay'],
    ['comes from no place of a standard', { place: 'nowhere/T1' }, '/place'],
  ])('is refused where it %s', async (_, given, pointer) => {
    expect(told(await project.manager.post(path(), { ...weekly, ...until, ...given }))).toBe(
      `400 validation ${pointer}`,
    );
  });
});

import { Message, SweepService } from '@convener/delivery';
import { Database } from '@convener/platform';
import { Reminder } from '@convener/reminders';
import type { ItemReminders } from '../../apps/api/reminders/item-reminders.dto';
import type { ReminderRule, ReminderRules } from '../../apps/api/reminders/reminder-rules.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, aStart, type Cast, type Refusal, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { until } from '../support/until';

describe.each(databaseKinds())('reminder rules on $name', (database) => {
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

  const read = <T>(path: string, who = cast.manager) => who.client.get<T>(`/api/${path}`).then((a) => ok(a).body);
  const post = <T = ReminderRule>(path: string, body: object, who = cast.manager) =>
    who.client.post<T>(`/api/${path}`, body).then((a) => ok(a).body);
  const refused = async (path: string, body: object, who = cast.manager) =>
    told(await who.client.post(`/api/${path}`, body));
  const rulesOf = (path: string, who = cast.manager) => read<ReminderRules>(`${path}/reminder-rules`, who);
  const named = (id: string | null) =>
    (Object.entries(cast) as [string, SignedInClient][]).find(([, one]) => one.id === id)?.[0] ?? id;
  const local = (at: number) =>
    new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Taipei', dateStyle: 'short', timeStyle: 'short' }).format(at);

  /** The planned reminders about some rows by rules other than the template's, as `when whom as what`. */
  async function planned(ids: readonly string[], kinds: readonly string[] = []) {
    const where = { projectId: project.id, status: 'planned' as const };
    const rows = await app.app
      .get(Database)
      .read((em) => em.find(Reminder, { where, order: { fireAt: 'ASC', id: 'ASC' } }));
    return rows
      .filter(
        ({ subjectId, rule, kind }) => ids.includes(subjectId) && (rule.startsWith('own-') || kinds.includes(kind)),
      )
      .map(({ fireAt, personId, recipient }) => `${local(fireAt)} ${named(personId)} as ${recipient}`);
  }

  const escalations = (id: string) => planned([id], ['escalation']);
  const patch = (id: string, body: object, who = cast.manager) =>
    who.client.patch(`/api/work-items/${id}`, body, ANY_VERSION).then(ok);
  const late = (own: object = {}) =>
    project.add({ startDay: '2026-11-16', dueDay: '2026-11-20', assigneeId: cast.member.id, ...own });

  describe('of a project', () => {
    const path = () => `projects/${project.id}`;

    it('are its template’s at first, and the usual escalation', async () => {
      const { rules, escalation, editable } = await rulesOf(path());
      expect(rules.map(({ key, from, id, active }) => [key, from, id, active])).toEqual([
        ['7-days-before', 'template', null, true],
        ['1-day-before', 'template', null, true],
        ['1-working-day-after', 'template', null, true],
      ]);
      expect(escalation).toMatchObject({ leadAfter: 2, managerAfter: 3, from: 'template', active: true });
      expect([editable, (await rulesOf(path(), cast.member)).editable]).toEqual([true, false]);
    });

    it('add to them: each recipient gets a row of their own at the time of the rule', async () => {
      const { id } = await project.addDeliverable(
        { accepter: 'lead', dueDay: '2026-12-24' },
        { assigneeId: cast.member.id },
      );
      const rule = { days: -3, at: '16:30', to: ['assignee', 'accepter', 'client'], expiresAfterDays: 1 };
      const added = await post(`${path()}/reminder-rules`, { rule });
      expect(await planned([id])).toEqual([
        '2026-12-21 16:30 member as assignee',
        '2026-12-21 16:30 lead as accepter',
        '2026-12-21 16:30 client as client',
      ]);
      expect(local(added.next!)).toMatch(/16:30$/);
      ok(await cast.manager.client.delete(`/api/reminder-rules/${added.id}`));
      expect(await planned([id])).toEqual([]);
    });

    it('switch off one of them, and on again', async () => {
      const { id } = await project.add({ dueDay: '2026-12-24' });
      const due = () => planned([id], ['due']);
      const off = await post(`${path()}/reminder-rules`, { replaces: '7-days-before', active: false });
      expect(await due()).toEqual(['2026-12-23 09:00 lead as null', '2026-12-28 09:00 lead as null']);
      const seen = { 'if-match': `"${off.version}"` };
      const on = ok(
        await cast.manager.client.patch<ReminderRule>(`/api/reminder-rules/${off.id}`, { active: true }, seen),
      );
      expect(on.body).toMatchObject({ key: '7-days-before', days: -7, replaces: true, version: 2 });
      expect(await due()).toHaveLength(3);
      expect(told(await cast.manager.client.patch(`/api/reminder-rules/${off.id}`, { active: false }, seen))).toBe(
        '412 version-moved',
      );
    });

    it('count from anchors, about what should be done by then', async () => {
      const before = await project.add({ dueDay: '2028-06-01' });
      const after = await project.add({ dueDay: '2028-07-20' });
      await post(`${path()}/reminder-rules`, {
        rule: { when: 'anchor', anchor: 'opening', days: -7, to: ['manager'] },
      });
      expect(await planned([before.id, after.id])).toEqual(['2028-06-05 09:00 manager as manager']);
    });

    it('count from a status: it is asked again when that begins, and ends with it', async () => {
      const { id } = await project.add({ dueDay: '2026-12-24', assigneeId: cast.member.id });
      await post(`${path()}/reminder-rules`, { rule: { when: 'status', status: 'waiting', days: 2 } });
      expect(await planned([id])).toEqual([]);
      await patch(id, { status: 'waiting', waitingFor: '場地' });
      expect(await planned([id])).toEqual(['2026-11-25 09:00 member as null']);
      await patch(id, { status: 'doing' });
      expect(await planned([id])).toEqual([]);
    });

    it('are refused where they could never fire or reach anybody, at the field', async () => {
      const add = (rule: object) => refused(`${path()}/reminder-rules`, { rule });
      expect(await add({ when: 'anchor', anchor: 'party' })).toBe('400 validation /rule/anchor');
      expect(await add({ when: 'anchor', anchor: 'opening', days: -365, workingDays: -300 })).toBe(
        '400 validation /rule/days',
      );
      expect(await add({ when: 'status', status: 'done' })).toBe('400 validation /rule/status');
      expect(await add({ days: -366 })).toBe('400 validation /rule/days');
      expect(await add({ to: ['manager', 'preparer'], subjects: 'work-items' })).toBe('400 validation /rule/to/1');
      await project.setMember(cast.client, 'member');
      expect(await add({ to: ['client'] })).toBe('400 validation /rule/to/0');
      await project.setMember(cast.client, 'viewer');
      expect(await refused(`${path()}/reminder-rules`, { replaces: 'nothing', active: false })).toBe(
        '400 validation /replaces',
      );
      expect((await rulesOf(path())).rules).toHaveLength(3);
    });

    it('rest while it is closed', async () => {
      const { id } = await project.add({ dueDay: '2026-12-24' });
      await post(`${path()}/reminder-rules`, { rule: { days: -3 } });
      await post(`${path()}/close`, { waiveRest: '提前結案' });
      expect(await planned([id])).toEqual([]);
      expect(await refused(`${path()}/reminder-rules`, { rule: { days: -3 } })).toBe('409 project-closed');
      await post(`${path()}/reopen`, { reason: '還沒完' });
      expect(await planned([id])).toHaveLength(1);
    });
  });

  it('of a work item add to the project’s and switch them off for it alone', async () => {
    const [one, other] = [await project.add({ dueDay: '2026-12-24' }), await project.add({ dueDay: '2026-12-24' })];
    await post(`projects/${project.id}/reminder-rules`, { rule: { days: -3 } });
    const [own] = (await rulesOf(`work-items/${one.id}`)).rules.filter(({ from }) => from === 'project');
    await post(`work-items/${one.id}/reminder-rules`, { replaces: own!.key, active: false }, cast.lead);
    await post(`work-items/${one.id}/reminder-rules`, { rule: { days: -10, to: ['manager'] } }, cast.lead);
    expect(await planned([one.id])).toEqual(['2026-12-14 09:00 manager as manager']);
    expect(await planned([other.id])).toEqual(['2026-12-21 09:00 lead as null']);
    expect(await refused(`work-items/${one.id}/reminder-rules`, { rule: { days: -1 } }, cast.member)).toBe(
      '403 forbidden',
    );
  });

  it('of a person are about that person’s own work, in every project', async () => {
    const mine = await project.add({ dueDay: '2026-12-24', assigneeId: cast.member.id });
    const theirs = await project.add({ dueDay: '2026-12-24', assigneeId: cast.other.id });
    const own = await post('me/reminder-rules', { rule: { days: -2, at: '07:15' } }, cast.member);
    expect(await planned([mine.id, theirs.id])).toEqual(['2026-12-22 07:15 member as null']);
    await patch(mine.id, { assigneeId: cast.other.id });
    await patch(theirs.id, { assigneeId: cast.member.id });
    expect(await planned([mine.id, theirs.id])).toEqual(['2026-12-22 07:15 member as null']);
    expect(await refused('me/reminder-rules', { rule: { days: -2, to: ['manager'] } })).toBe('400 validation /rule/to');
    expect((await cast.manager.client.delete(`/api/reminder-rules/${own.id}`)).status).toBe(404);
    ok(await cast.member.client.delete(`/api/reminder-rules/${own.id}`));
    expect(await planned([mine.id, theirs.id])).toEqual([]);
  });

  describe('a standstill', () => {
    it('goes to the lead and then the manager; progress and a moved due day start it anew', async () => {
      const { id } = await late({ checks: ['一', '二'] });
      // It was added on Monday, the 23rd, but nothing has been done on it since Friday.
      expect(await escalations(id)).toEqual(['2026-11-24 09:00 lead as lead', '2026-11-27 09:00 manager as manager']);
      app.clock.set('2026-11-25T12:00:00+08:00');
      const item = await project.item(id);
      ok(await cast.member.client.post(`/api/checks/${item.checkList[0]!.id}/tick`));
      expect(await escalations(id)).toEqual(['2026-11-27 09:00 lead as lead', '2026-12-02 09:00 manager as manager']);
      await patch(id, { dueDay: '2026-12-24' });
      expect(await escalations(id)).toEqual(['2026-12-29 09:00 lead as lead', '2027-01-04 09:00 manager as manager']);
    });

    it('is stopped by whoever answers for it, until the next progress', async () => {
      const { id } = await late({ checks: ['一', '二'] });
      const known = await post<ItemReminders>(`work-items/${id}/acknowledge`, { note: '場地還沒回覆' }, cast.member);
      expect(known.standstill).toMatchObject({
        acknowledgedBy: { id: cast.member.id },
        note: '場地還沒回覆',
        since: null,
      });
      expect(await escalations(id)).toEqual([]);
      expect(await project.changes(id)).toEqual(
        expect.arrayContaining([expect.objectContaining({ action: 'work-item.acknowledged' })]),
      );
      ok(await cast.member.client.post(`/api/checks/${(await project.item(id)).checkList[0]!.id}/tick`));
      expect(await escalations(id)).toHaveLength(2);
      const later = await project.add({ dueDay: '2026-12-24' });
      expect(await refused(`work-items/${later.id}/acknowledge`, {})).toBe('409 not-overdue');
    });

    it('is told later, or not at all, where the project says so', async () => {
      const { id } = await late();
      const escalation = { leadAfter: 5, managerAfter: 5 };
      const { id: rule } = await post(`projects/${project.id}/reminder-rules`, { replaces: 'escalation', escalation });
      expect(await escalations(id)).toEqual(['2026-11-27 09:00 lead as lead', '2026-12-04 09:00 manager as manager']);
      ok(await cast.manager.client.patch(`/api/reminder-rules/${rule}`, { active: false }, ANY_VERSION));
      expect(await escalations(id)).toEqual([]);
      expect((await rulesOf(`projects/${project.id}`)).escalation).toMatchObject({ ...escalation, active: false });
    });
  });

  describe('reminding by hand', () => {
    const sweep = async () => {
      await app.app.get(SweepService).sweep();
      await until(async () => {
        const open = await app.app.get(Database).read((em) => em.countBy(Message, { mailStatus: 'waiting' }));
        return open === 0;
      }, 'the messages');
    };
    const to = 'assignee';

    it('goes out once a day as a message of its own, and is seen on the item', async () => {
      const { id } = await late({ title: '簽約' });
      await post(`work-items/${id}/remind`, { to, text: '今天請交' });
      const again = await cast.manager.client.post<Refusal>(`/api/work-items/${id}/remind`, { to: cast.member.id });
      expect([told(again), again.body.sentAt]).toEqual(['409 already-reminded', app.clock.now()]);
      await sweep();
      type Inbox = { items: { projects: { lines: { subjectId: string; note?: string; kind: string }[] }[] }[] };
      const [message] = (await read<Inbox>('me/inbox', cast.member)).items;
      expect(message!.projects.flatMap(({ lines }) => lines)).toMatchObject([
        { subjectId: id, note: '今天請交', kind: 'manual' },
      ]);
      const { past, coming, remindable, may } = await read<ItemReminders>(`work-items/${id}/reminders`);
      expect(past[0]).toMatchObject({ kind: 'manual', person: { id: cast.member.id }, note: '今天請交' });
      expect(past[0]!.by).toContain('inbox');
      expect(coming.map(({ kind }) => kind)).toEqual(['escalation', 'escalation']);
      expect(remindable.map((one) => one.to)).toEqual(['assignee', 'lead', 'manager', 'client']);
      expect(may).toEqual(['remind', 'acknowledge']);
      app.clock.advance(86_400_000);
      await post(`work-items/${id}/remind`, { to });
    });

    it('tells nobody of what is done meanwhile, and follows whoever has the role', async () => {
      const [done, moved] = [await late({ title: '甲' }), await late({ title: '乙' })];
      await post(`work-items/${done.id}/remind`, { to });
      await post(`work-items/${moved.id}/remind`, { to });
      await patch(done.id, { status: 'done' });
      await patch(moved.id, { assigneeId: cast.other.id });
      await sweep();
      const whose = async (id: string) =>
        (await read<ItemReminders>(`work-items/${id}/reminders`)).past.map((one) => named(one.person?.id ?? null));
      expect(await whose(done.id)).toEqual([]);
      expect(await whose(moved.id)).toEqual(['other']);
    });

    it('needs somebody to remind, and an open item', async () => {
      const { id } = await project.add({ dueDay: '2026-12-24' });
      expect(await refused(`work-items/${id}/remind`, { to })).toBe('400 validation /to');
      expect(await refused(`work-items/${id}/remind`, { to: cast.outsider.id })).toBe('400 validation /to');
      expect(await refused(`work-items/${id}/remind`, { to: 'somebody' })).toBe('400 validation /to');
      await patch(id, { status: 'done' });
      expect(await refused(`work-items/${id}/remind`, { to: 'manager' })).toBe('409 not-from-here');
    });
  });

  it('of the template that would fire before the start are listed, and not planned', async () => {
    type Skipped = { skippedReminders: { rule: string; title: string; day: string }[] };
    const soon = aStart({ template: 'venue-search', opening: '2026-12-20', closing: '2026-12-21' });
    const preview = await post<Skipped>('projects/preview', soon);
    const started = await post<Skipped & { id: string }>('projects', soon);
    expect(preview.skippedReminders).toEqual(started.skippedReminders);
    expect(preview.skippedReminders.length).toBeGreaterThan(0);
    expect(preview.skippedReminders.every(({ day }) => day <= '2026-11-23')).toBe(true);
    const early = await post<Skipped>('projects/preview', aStart({ opening: '2030-06-12', closing: '2030-06-14' }));
    expect(early.skippedReminders).toEqual([]);
  });
});

import { SweepService } from '@convener/delivery';
import { Database } from '@convener/platform';
import { Reminder } from '@convener/reminders';
import { Not } from 'typeorm';
import type { StateOutcomeView } from '../../apps/api/planning/project-state.dto';
import type { MyWork } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, goTo, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await goTo(app, cast, '2028-02-01T09:30:00+08:00');
    project = await aConference(app, { cast });
  });

  describe('a project that rests', () => {
    const state = (body: object, path = '', as = project.manager) =>
      as.post<StateOutcomeView>(`/api/projects/${project.id}/state${path}`, body);
    const planned = () =>
      app.app.get(Database).read((em) => em.countBy(Reminder, { projectId: project.id, status: 'planned' }));
    const sent = () =>
      app.app.get(Database).read((em) => em.countBy(Reminder, { projectId: project.id, status: Not('cancelled') }));

    it('shows first what holding it does to reminders and days, and changes nothing by that', async () => {
      const before = await planned();
      const item = await project.add({ startDay: '2028-03-01', dueDay: '2028-03-10' });
      const all = await planned();
      const shown = ok(await state({ to: 'on-hold', reason: '颱風', resumeDay: '2028-02-11' }, '/preview')).body;
      expect(shown).toMatchObject({
        ...{ from: 'running', to: 'on-hold', pauseDays: 10 },
        reminders: { before: all, cancelled: all, planned: 0, after: 0 },
      });
      expect(shown.moves.find(({ id }) => id === item.id)).toMatchObject({
        toStartDay: '2028-03-11',
        toDueDay: '2028-03-20',
      });
      expect(before).toBeGreaterThan(0);
      expect(await planned()).toBe(all);
      expect((await project.view()).status).toBe('running');
    });

    it('sends no reminder, is overdue in no list, and can be read but not changed', async () => {
      const item = await project.add({ dueDay: '2028-02-10', assigneeId: cast.member.id });
      ok(await state({ to: 'on-hold', reason: '日期未定' }));
      expect(await planned()).toBe(0);
      await goTo(app, cast, '2028-03-01T09:30:00+08:00');
      await app.app.get(SweepService).sweep();
      expect(await sent()).toBe(0);
      expect(await project.view()).toMatchObject({
        ...{ status: 'on-hold', statusReason: '日期未定', resumeDay: null },
        progress: { overdue: 0, dueSoon: 0 },
      });
      expect(await project.item(item.id)).toMatchObject({ overdue: false, may: [] });
      expect(await project.rows('overdue=true')).toEqual([]);
      expect(ok(await cast.member.client.get<MyWork>(`/api/me/work?project=${project.id}`)).body.items).toEqual([]);
      const list = ok(await project.manager.get<{ items: { id: string }[] }>('/api/projects?status=on-hold')).body;
      expect(list.items.map(({ id }) => id)).toContain(project.id);
      const refused = '409 project-on-hold';
      expect(told(await project.manager.patch(`/api/work-items/${item.id}`, { title: '改' }, ANY_VERSION))).toBe(
        refused,
      );
      expect(
        told(await project.manager.post(`/api/projects/${project.id}/work-items`, { title: '新', stage: 'before' })),
      ).toBe(refused);
      expect(told(await project.manager.post(`/api/projects/${project.id}/baseline`, { reason: '改' }))).toBe(refused);
      expect(told(await project.manager.patch(`/api/projects/${project.id}`, { name: '改' }, ANY_VERSION))).toBe(
        refused,
      );
      const invitation = { projectId: project.id, projectRole: 'member' };
      expect(told(await project.manager.post('/api/invitations', invitation))).toBe(refused);
    });

    it('goes on with its days moved by the pause, deliverables too, and done work as it was', async () => {
      const open = await project.add({
        startDay: '2028-03-01',
        dueDay: '2028-03-10',
        deliverables: [{ title: '草案' }],
      });
      const done = await project.add({ dueDay: '2028-02-20' });
      ok(await project.manager.patch(`/api/work-items/${done.id}`, { status: 'done' }, ANY_VERSION));
      ok(await state({ to: 'on-hold', reason: '颱風' }));
      await goTo(app, cast, '2028-02-11T10:00:00+08:00');
      const asked = { to: 'running', reason: '恢復', shift: 'by-pause' };
      const shown = ok(await state(asked, '/preview')).body;
      expect(shown).toMatchObject({ from: 'on-hold', pauseDays: 10, reminders: { before: 0, cancelled: 0 } });
      const made = ok(await state(asked)).body;
      expect(made).toEqual(shown);
      expect(await planned()).toBe(shown.reminders.after);
      const item = await project.item(open.id);
      expect(item).toMatchObject({ startDay: '2028-03-11', dueDay: '2028-03-20', baselineDueDay: '2028-03-10' });
      expect(item.deliverableList[0]).toMatchObject({ dueDay: '2028-03-20' });
      expect((await project.item(done.id)).dueDay).toBe('2028-02-20');
      expect(await project.view()).toMatchObject({ status: 'running', statusReason: null, statusSince: null });
      expect((await project.changes(project.id)).map(({ action }) => action)).toEqual([
        'project.resumed',
        'project.held',
        'project.started',
      ]);
    });

    it('keeps its days on resuming unless told otherwise', async () => {
      const open = await project.add({ dueDay: '2028-03-10' });
      const before = await planned();
      ok(await state({ to: 'cancelled', reason: '主辦取消' }));
      expect(told(await project.manager.patch(`/api/work-items/${open.id}`, { title: '改' }, ANY_VERSION))).toBe(
        '409 project-cancelled',
      );
      expect(told(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }))).toBe(
        '409 project-cancelled',
      );
      ok(await state({ to: 'running', reason: '又要辦了' }));
      expect((await project.item(open.id)).dueDay).toBe('2028-03-10');
      expect(await planned()).toBe(before);
    });

    it('may be closed while on hold, and reopened', async () => {
      ok(await state({ to: 'on-hold', reason: '等' }));
      ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));
      expect(await project.view()).toMatchObject({ status: 'closed', statusSince: null });
      expect(told(await state({ to: 'running', reason: '再辦' }))).toBe('409 project-closed');
      ok(await project.manager.post(`/api/projects/${project.id}/reopen`, { reason: '補件' }));
      expect((await project.view()).status).toBe('running');
    });

    it('is the manager’s to decide, with a reason and days that can be', async () => {
      expect(told(await state({ to: 'on-hold', reason: '等' }, '', cast.lead.client))).toBe('403 forbidden');
      expect(told(await state({ to: 'on-hold' }))).toBe('400 validation /reason');
      expect(told(await state({ to: 'closed', reason: '等' }))).toBe('400 validation /to');
      expect(told(await state({ to: 'on-hold', reason: '等', resumeDay: '2028-02-01' }))).toBe(
        '400 validation /resumeDay',
      );
      expect(told(await state({ to: 'cancelled', reason: '等', resumeDay: '2028-03-01' }))).toBe(
        '400 validation /resumeDay',
      );
      expect(told(await state({ to: 'on-hold', reason: '等', shift: 'keep' }))).toBe('400 validation /shift');
    });
  });

  describe('work that waits', () => {
    const patch = (id: string, body: object) => project.manager.patch(`/api/work-items/${id}`, body, ANY_VERSION);
    const nudges = async (id: string) => {
      const rows = await app.app
        .get(Database)
        .read((em) => em.findBy(Reminder, { subjectId: id, rule: 'follow-up', status: 'planned' }));
      return rows.map(({ dueDay, personId }) => [dueDay, personId]);
    };

    it('says whom it waits for, since when and when to ask again, and is found by that', async () => {
      const { id } = await project.add({ assigneeId: cast.member.id, deliverables: [{ title: '報價' }] });
      const waiting = { status: 'waiting', waitingFor: '飯店報價', waitingKind: 'vendor', followUpDay: '2028-02-08' };
      expect(ok(await patch(id, waiting)).body).toMatchObject({ ...waiting, waitingSince: app.clock.now() });
      expect((await project.rows('waiting=vendor')).map((row) => row.id)).toEqual([id]);
      expect(await project.rows('waiting=client')).toEqual([]);
      const mine = (kind: string) =>
        cast.member.client.get<MyWork>(`/api/me/work?waiting=${kind}&project=${project.id}`);
      expect(ok(await mine('vendor')).body.items.map((row) => row.id)).toEqual([id]);
      expect(ok(await mine('client')).body.items).toEqual([]);
      expect(ok(await patch(id, { followUpDay: '2028-02-09' })).body).toMatchObject({ waitingKind: 'vendor' });
      expect(ok(await patch(id, { status: 'doing' })).body).toMatchObject({ waitingKind: null, followUpDay: null });
      expect(told(await patch(id, { followUpDay: '2028-02-09' }))).toBe('400 validation /followUpDay');
      expect(told(await patch(id, { waitingKind: 'client' }))).toBe('400 validation /waitingKind');
    });

    it('nudges its owner on the follow-up day while it still waits, and then no more', async () => {
      const { id } = await project.add({ assigneeId: cast.member.id, deliverables: [{ title: '報價' }] });
      ok(
        await patch(id, {
          status: 'waiting',
          waitingFor: '主辦回覆',
          waitingKind: 'client',
          followUpDay: '2028-02-08',
        }),
      );
      expect(await nudges(id)).toEqual([['2028-02-08', cast.member.id]]);
      ok(await patch(id, { followUpDay: '2028-02-10' }));
      expect(await nudges(id)).toEqual([['2028-02-10', cast.member.id]]);
      ok(await patch(id, { status: 'doing' }));
      expect(await nudges(id)).toEqual([]);
    });

    it('has a mail that says to ask again', async () => {
      const { id } = await project.add({ assigneeId: cast.member.id, title: '訂房' });
      ok(
        await patch(id, {
          status: 'waiting',
          waitingFor: '飯店報價',
          waitingKind: 'vendor',
          followUpDay: '2028-02-02',
        }),
      );
      await goTo(app, cast, '2028-02-02T09:00:05+08:00');
      await app.app.get(SweepService).sweep();
      const inbox = async () =>
        ok(
          await cast.member.client.get<{ items: { subject: string; projects: { lines: { rule: string }[] }[] }[] }>(
            '/api/me/inbox',
          ),
        ).body.items;
      for (let turn = 0; turn < 50 && (await inbox()).length === 0; turn += 1)
        await new Promise((resolve) => setTimeout(resolve, 100));
      expect(await inbox()).toMatchObject([
        { subject: '訂房：該追蹤了', projects: [{ lines: [{ rule: 'follow-up', waitingFor: '飯店報價' }] }] },
      ]);
    });
  });
});

import type { Milestone, Milestones } from '../../apps/api/planning/milestones.dto';
import type { ReplanPreview } from '../../apps/api/planning/replan.dto';
import type { WorkItem } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aCast, aConference, type Cast, type Refusal, type RunningProject, told } from '../support/builders';
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
    project = await aConference(app, { cast, template: 'venue-search' });
  });

  const at = (path: string) => `/api/projects/${project.id}/${path}`;
  const tryAdd = (body: object) => project.manager.post<Milestone>(at('milestones'), body);
  const add = async (body: object) => ok(await tryAdd({ kind: 'payment', name: '第一期款', ...body })).body;
  const list = async () => ok(await project.manager.get<Milestones>(at('milestones'))).body.items;
  const replan = async (body: object) => ok(await project.manager.post(at('replan'), body, ANY_VERSION));

  describe('a contract milestone', () => {
    it('is listed by day, and rules of work count from it by its key', async () => {
      await add({ day: '2028-08-01', amount: 'NT$ 1,200,000' });
      await add({ kind: 'final-report', name: '期末報告', rule: 'closing + 30 days' });
      expect(await list()).toMatchObject([
        { key: 'finalReport', day: '2028-07-14', rule: 'closing + 30 days', dayBasis: 'weekends-only' },
        { key: 'payment', day: '2028-08-01', rule: null, amount: 'NT$ 1,200,000' },
      ]);
      const body = { title: '開發票', stage: 'closing', dueRule: 'payment - 5 working days', startRule: 'finalReport' };
      const item = ok(await project.manager.post<WorkItem>(at('work-items'), body)).body;
      expect(item).toMatchObject({ startDay: '2028-07-14', dueDay: '2028-07-25', dueRule: 'payment - 5 working days' });
    });

    it('carries work that is due by it, and takes it along when its day changes', async () => {
      const own = await add({ day: '2028-08-01', withWork: true });
      expect(await project.item(own.workItemId!)).toMatchObject({
        title: '第一期款',
        dueDay: '2028-08-01',
        stage: 'closing',
      });
      const headers = seen(own.version);
      const edited = ok(
        await project.manager.patch<Milestone>(`/api/milestones/${own.id}`, { day: '2028-08-10' }, headers),
      );
      expect(edited.body).toMatchObject({ day: '2028-08-10', version: 2 });
      expect(await project.item(own.workItemId!)).toMatchObject({ dueDay: '2028-08-10', handSet: false });
      expect(told(await project.manager.patch(`/api/milestones/${own.id}`, { name: '舊' }, headers))).toBe(
        '412 version-moved',
      );
    });

    it('moves with a re-plan where it is counted by a rule, with what counts from it, and not where its day was given', async () => {
      const given = await add({ day: '2028-08-01' });
      const report = await add({ kind: 'final-report', name: '期末報告', rule: 'closing + 30 days', withWork: true });
      const body = { closing: '2028-06-20' };
      const { rows } = ok(await project.manager.post<ReplanPreview>(at('replan/preview'), body)).body;
      expect(rows.find(({ id }) => id === report.id)).toMatchObject({
        ...{ type: 'milestone', kind: 'moves', after: { dueDay: '2028-07-20' } },
      });
      expect(rows.find(({ id }) => id === report.workItemId)).toMatchObject({
        ...{ kind: 'moves', after: { dueDay: '2028-07-20' } },
        why: [{ code: 'anchor', key: 'finalReport' }, { code: 'rule' }],
      });
      await replan(body);
      expect((await list()).map(({ id, day }) => [id, day])).toEqual([
        [report.id, '2028-07-20'],
        [given.id, '2028-08-01'],
      ]);
      expect(await project.item(report.workItemId!)).toMatchObject({ dueDay: '2028-07-20' });
    });

    it('is refused with the reason at its field: a cycle, an unknown anchor, a taken key, neither day nor rule', async () => {
      const report = await add({ kind: 'final-report', name: '期末報告', rule: 'closing + 30 days' });
      await add({ rule: 'finalReport + 10 days' });
      const round = await project.manager.patch<Refusal>(
        `/api/milestones/${report.id}`,
        { rule: 'payment + 1 day' },
        ANY_VERSION,
      );
      expect(told(round)).toBe('400 validation /rule');
      expect(round.body.fields![0]!.en).toContain('finalReport → payment → finalReport');
      const wrong = (body: object) => tryAdd({ kind: 'other', name: '其他', ...body }).then(told);
      expect(await wrong({ rule: 'nothing + 1 day' })).toBe('400 validation /rule');
      expect(await wrong({ rule: 'soon' + ' enough' })).toBe('400 validation /rule');
      expect(await wrong({})).toBe('400 validation /day');
      expect(await wrong({ day: '2028-01-01', rule: 'opening' })).toBe('400 validation /rule');
      expect(await wrong({ day: '2028-01-01', key: 'opening' })).toBe('400 validation /key');
      expect(await wrong({ day: '2028-01-01', key: 'payment' })).toBe('400 validation /key');
      expect(await wrong({ day: '1999-01-01' })).toBe('400 validation /day');
    });

    it('goes only when nothing counts from it any more; its own work stays with its day', async () => {
      const own = await add({ day: '2028-08-01', withWork: true });
      const other = await add({ name: '第二期款', rule: 'payment + 30 days' });
      const refused = await project.manager.delete<Refusal>(`/api/milestones/${own.id}`);
      expect([told(refused), refused.body.used]).toEqual(['409 milestone-in-use', ['第二期款']]);
      ok(await project.manager.delete(`/api/milestones/${other.id}`));
      ok(await project.manager.delete(`/api/milestones/${own.id}`));
      expect(await list()).toEqual([]);
      expect(await project.item(own.workItemId!)).toMatchObject({ dueDay: '2028-08-01', dueRule: null });
      expect((await project.activity()).filter(({ action }) => action === 'project.milestone-removed')).toHaveLength(2);
    });
  });

  describe('a rule of one’s own', () => {
    const tryItem = (body: object) =>
      project.manager.post<WorkItem>(at('work-items'), { title: '自訂', stage: 'before', ...body });

    it('gives work its days at once, and moves it with every re-plan', async () => {
      const item = ok(await tryItem({ dueRule: 'opening - 10 days at 17:00', deliverables: [{ title: '稿' }] })).body;
      expect(item).toMatchObject({ dueDay: '2028-06-02', dueTime: '17:00', handSet: false });
      await replan({ opening: '2028-06-13' });
      const moved = await project.item(item.id);
      expect([moved.dueDay, moved.deliverableList[0]!.dueDay]).toEqual(['2028-06-02', '2028-06-02']);
      await replan({ opening: '2028-06-01', closing: '2028-06-01' });
      const again = await project.item(item.id);
      expect([again.dueDay, again.deliverableList[0]!.dueDay]).toEqual(['2028-05-22', '2028-05-22']);
    });

    it('takes days back that were set by hand, on work and on deliverables of a standard too', async () => {
      const [row] = await project.rows();
      const patch = async (path: string, body: object) =>
        ok(await project.manager.patch<WorkItem>(path, body, ANY_VERSION)).body;
      expect(await patch(`/api/work-items/${row!.id}`, { dueDay: '2028-06-30' })).toMatchObject({ handSet: true });
      const ruled = await patch(`/api/work-items/${row!.id}`, { dueRule: 'opening - 5 working days' });
      expect(ruled).toMatchObject({ handSet: false, dueDay: '2028-06-05' });
      const part = ruled.deliverableList[0]!;
      const partRule = { startRule: 'opening - 20 days', dueRule: 'opening - 15 days' };
      expect(await patch(`/api/deliverables/${part.id}`, partRule)).toMatchObject({
        ...partRule,
        dueDay: '2028-05-26',
      });
      expect(await patch(`/api/work-items/${row!.id}`, { dueRule: null })).toMatchObject({
        dueRule: null,
        dueDay: '2028-06-05',
      });
    });

    it('is refused at its field where it is none, or counts from what the project does not have', async () => {
      const item = ok(await tryItem({ dueDay: '2028-06-01' })).body;
      expect(told(await tryItem({ dueRule: 'sometime' }))).toBe('400 validation /dueRule');
      expect(told(await tryItem({ startRule: 'paperDeadline - 3 days' }))).toBe('400 validation /startRule');
      expect(told(await tryItem({ dueDay: '2028-06-01', dueRule: 'opening' }))).toBe('400 validation /dueRule');
      expect(told(await tryItem({ dueRule: 'opening - 9999 days at 10:00' }))).toBe('201');
      expect(
        told(await project.manager.patch(`/api/work-items/${item.id}`, { dueRule: 'x - 1 day' }, ANY_VERSION)),
      ).toBe('400 validation /dueRule');
      expect(await project.item(item.id)).toMatchObject({ dueDay: '2028-06-01', dueRule: null, version: 1 });
    });
  });
});

import { BulkUndoService } from '@convener/bulk-changes';
import type { BulkChange, BulkSelection, BulkUndone, PastBulkChange } from '../../apps/api/projects/assignments.dto';
import type { WorkItem } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, signInAgain, told } from '../support/builders';
import { databaseKinds } from '../support/database';

interface Done {
  batchId: string;
  changed: number;
  left: { id: string; why: { zh: string } }[];
}

const HOUR_MS = 60 * 60_000;

describe.each(databaseKinds())('changes of many work items on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    project = await aConference(app, { cast });
  });

  const bulk = (select: object, set: BulkChange, as = cast.manager.client) =>
    as.post<Done>(`/api/projects/${project.id}/assignments`, { select, set });
  const named = (...items: { id: string }[]): BulkSelection => ({ workItemIds: items.map(({ id }) => id) });
  const undo = (batchId: string, as = cast.manager.client, id = project.id) =>
    as.post<BulkUndone>(`/api/projects/${id}/bulk-changes/${batchId}/undo`);
  const edit = (id: string, change: object, as = cast.manager.client) =>
    as.patch<WorkItem>(`/api/work-items/${id}`, change, ANY_VERSION);
  const past = async (as = cast.manager.client) =>
    ok(await as.get<{ items: PastBulkChange[] }>(`/api/projects/${project.id}/bulk-changes`)).body.items;

  describe('by a filter', () => {
    it('reach all that it leaves but the rows taken out of it, whatever was shown', async () => {
      const [first, ...others] = await project.rows('stage=before');
      const select = { filter: { stage: 'before' }, except: [first!.id] };
      expect(ok(await bulk(select, { assigneeId: cast.member.id })).body.changed).toBe(others.length);
      const rows = await project.rows(`assignee=${cast.member.id}`);
      expect(rows.map(({ id }) => id).sort()).toEqual(others.map(({ id }) => id).sort());
    });

    it('know texts, workflows and standards as the list does', async () => {
      const { id } = await project.add({ title: '借紅毯' });
      expect((await project.rows('standard=own')).map((row) => row.id)).toEqual([id]);
      expect(ok(await bulk({ filter: { standard: 'own' } }, { status: 'doing' })).body.changed).toBe(1);
      expect(ok(await bulk({ filter: { q: '紅毯' } }, { status: 'to-do' })).body.changed).toBe(1);
      const of = async (query: string) => (await project.rows(query)).length;
      const [row] = await project.rows();
      expect(await of(`workflow=${row!.workflow}`)).toBeGreaterThan(0);
      expect(await of(`standard=${row!.standard}`)).toBeGreaterThan(0);
      expect(await of('standard=no-such-standard')).toBe(0);
    });

    it('leave a lead what is another sub-team’s, and name it', async () => {
      const { id } = await project.add({ title: '借紅毯' });
      const other = await project.add({ title: '借紅毯' }, 'registration');
      const { changed, left } = ok(await bulk({ filter: { q: '紅毯' } }, { shiftDays: 1 }, cast.lead.client)).body;
      expect({ changed, left: left.map((row) => row.id) }).toEqual({ changed: 0, left: [other.id] });
      ok(await edit(id, { dueDay: '2028-05-20' }));
      expect(ok(await bulk({ filter: { q: '紅毯' } }, { shiftDays: 1 }, cast.lead.client)).body.changed).toBe(1);
    });
  });

  describe('of the status', () => {
    it('are done where nothing is missing, and name the others', async () => {
      const bare = await project.add();
      const lacks = await project.add({ deliverables: [{ title: '名單' }] });
      const { changed, left } = ok(await bulk(named(bare, lacks), { status: 'done' })).body;
      expect({ changed, left }).toMatchObject({ changed: 1, left: [{ id: lacks.id, why: { zh: /未完成/ } }] });
      expect((await project.item(bare.id)).status).toBe('done');
      expect((await project.item(lacks.id)).status).toBe('to-do');
    });

    it('need a reason, or what is waited for, at its field', async () => {
      const item = await project.add();
      expect(told(await bulk(named(item), { status: 'not-applicable' }))).toBe('400 validation /set/reason');
      expect(told(await bulk(named(item), { status: 'waiting' }))).toBe('400 validation /set/waitingFor');
      const waiting: BulkChange = { status: 'waiting', waitingFor: '主辦回覆', waitingKind: 'client' };
      expect(ok(await bulk(named(item), waiting)).body.changed).toBe(1);
      expect(await project.item(item.id)).toMatchObject({ status: 'waiting', waitingFor: '主辦回覆' });
      expect((await project.changes(item.id))[0]).toMatchObject({ action: 'work-item.status' });
      const finished = await project.add();
      ok(await bulk(named(finished), { status: 'not-applicable', reason: '免辦' }));
      const { changed, left } = ok(await bulk(named(finished), { assigneeId: cast.member.id })).body;
      expect({ changed, left: left.map(({ id }) => id) }).toEqual({ changed: 0, left: [finished.id] });
    });
  });

  describe('taken back', () => {
    it('give every row what it had, its deliverables and reminders too, and stand in its history', async () => {
      const one = await project.add({
        startDay: '2028-05-01',
        dueDay: '2028-05-20',
        deliverables: [{ title: '名單' }],
      });
      const other = await project.add({ assigneeId: cast.other.id, dueDay: '2028-05-22' });
      const before = [await project.item(one.id), await project.item(other.id)];
      const set: BulkChange = { shiftDays: 5, assigneeId: cast.member.id, status: 'doing' };
      const { batchId } = ok(await bulk(named(one, other), set)).body;
      expect(ok(await undo(batchId)).body).toEqual({ restored: 2, left: [] });
      for (const was of before) {
        const { startDay, dueDay, handSet, assignee, status, deliverableList } = was;
        const [deliverable] = deliverableList;
        expect(await project.item(was.id)).toMatchObject({
          ...{ startDay, dueDay, handSet, assignee, status },
          deliverableList: deliverable ? [{ dueDay: deliverable.dueDay }] : [],
        });
      }
      expect((await project.changes(other.id))[0]).toEqual({
        action: 'work-item.restored',
        before: { assigneeId: cast.member.id, dueDay: '2028-05-27', status: 'doing' },
        after: { assigneeId: cast.other.id, dueDay: '2028-05-22', status: 'to-do' },
      });
      const [entry] = (await project.activity()).filter(({ action }) => action === 'project.bulk-undone');
      expect(entry).toMatchObject({ after: { restored: 2, left: 0 } });
    });

    it('leave what somebody touched since, and name it', async () => {
      const [kept, touched] = [await project.add(), await project.add()];
      const { batchId } = ok(await bulk(named(kept, touched), { assigneeId: cast.member.id })).body;
      ok(await edit(touched.id, { assigneeId: null }, cast.member.client));
      const { restored, left } = ok(await undo(batchId)).body;
      expect({ restored, left }).toMatchObject({ restored: 1, left: [{ id: touched.id, why: { zh: /有人改過/ } }] });
      expect((await project.item(kept.id)).assignee).toBeNull();
    });

    it('do not hand work back to somebody who has left', async () => {
      const leaver = await app.addPerson('離開的人');
      await project.setMember(leaver, 'member');
      const item = await project.add({ assigneeId: leaver.id });
      const { batchId } = ok(await bulk(named(item), { assigneeId: cast.member.id })).body;
      ok(await cast.manager.client.delete(`/api/projects/${project.id}/members/${leaver.id}`));
      expect(ok(await undo(batchId)).body).toMatchObject({ restored: 0, left: [{ why: { zh: /已不在專案/ } }] });
      expect((await project.item(item.id)).assignee?.id).toBe(cast.member.id);
    });

    it('are so once, also where two people ask at once', async () => {
      const item = await project.add({ dueDay: '2028-05-20' });
      const { batchId } = ok(await bulk(named(item), { shiftDays: 1 }, cast.lead.client)).body;
      const answers = await Promise.all([undo(batchId), undo(batchId, cast.lead.client)]);
      expect(answers.map((answer) => ok(answer).body.restored).sort()).toEqual([0, 1]);
      expect((await project.item(item.id)).dueDay).toBe('2028-05-20');
      expect(ok(await undo(batchId)).body).toEqual({ restored: 0, left: [] });
      expect((await past())[0]).toMatchObject({ id: batchId, mayUndo: false, changed: 1, set: { shiftDays: 1 } });
    });

    it('by whoever made them or a manager, who may still change each row', async () => {
      const item = await project.add();
      const { batchId } = ok(await bulk(named(item), { assigneeId: cast.member.id })).body;
      expect(told(await undo(batchId, cast.lead.client))).toBe('403 forbidden');
      expect(told(await undo(batchId, cast.member.client))).toBe('403 forbidden');
      expect((await past(cast.lead.client))[0]?.mayUndo).toBe(false);
      const own = ok(await bulk(named(item), { assigneeId: cast.other.id }, cast.lead.client)).body;
      expect((await past(cast.lead.client)).map(({ mayUndo }) => mayUndo)).toEqual([true, false]);
      await project.setMember(cast.lead, 'member');
      expect(told(await undo(own.batchId, cast.lead.client))).toBe('403 forbidden');
    });

    it('of finished work by a lead only while it is a slip of the finger', async () => {
      const items = [await project.add(), await project.add()];
      const [slip, late] = await Promise.all(
        items.map((item) => bulk(named(item), { status: 'done' }, cast.lead.client)),
      );
      expect(ok(await undo(ok(slip!).body.batchId, cast.lead.client)).body.restored).toBe(1);
      app.clock.advance(HOUR_MS);
      expect(ok(await undo(ok(late!).body.batchId, cast.lead.client)).body.left).toHaveLength(1);
      expect(ok(await undo(ok(late!).body.batchId)).body.restored).toBe(0);
    });

    it('not in another project, nor in one that is closed', async () => {
      const item = await project.add();
      const { batchId } = ok(await bulk(named(item), { assigneeId: cast.member.id })).body;
      const elsewhere = await aConference(app, { cast });
      expect(told(await undo(batchId, cast.manager.client, elsewhere.id))).toBe('404 not-found');
      ok(await cast.manager.client.post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));
      expect((await undo(batchId)).status).toBe(409);
      expect((await past())[0]?.mayUndo).toBe(false);
    });

    it('within a day, after which nothing of them is kept', async () => {
      const item = await project.add();
      const { batchId } = ok(await bulk(named(item), { assigneeId: cast.member.id })).body;
      app.clock.advance(24.5 * HOUR_MS);
      await signInAgain(app, cast);
      expect(await past()).toEqual([]);
      expect(told(await undo(batchId))).toBe('409 too-late');
      app.clock.advance(HOUR_MS);
      await app.app.get(BulkUndoService).forget();
      expect(told(await undo(batchId))).toBe('404 not-found');
    });
  });
});

import type { HandOut } from '../../apps/api/projects/my-work.dto';
import type { MyWork, WorkItem } from '../../apps/api/projects/work.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, goTo, type OwnItem, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

const START = '2026-11-23T09:00:00+08:00';

describe.each(databaseKinds())('the work of one day on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    await goTo(app, cast, START);
    project = await aConference(app, { cast });
  });
  afterAll(() => app.close());

  const work = async (who: SignedInClient) =>
    ok(await who.client.get<MyWork>(`/api/me/work?project=${project.id}`)).body.items;
  const mine = async (own: OwnItem) => {
    const { id } = await project.add({ ...own, assigneeId: cast.member.id });
    return (await work(cast.member)).find((row) => row.id === id)!;
  };
  const status = (id: string, to: string, as = cast.member) =>
    as.client.patch<WorkItem>(`/api/work-items/${id}`, { status: to }, ANY_VERSION);

  describe('says what finishes each piece', () => {
    it('by one tap', async () => {
      expect((await mine({})).next).toMatchObject({ how: 'finish', part: null });
      const checked = await mine({ checks: ['人數已核對'] });
      expect(checked.next).toMatchObject({ how: 'tick', part: { title: '人數已核對', status: 'open', version: 1 } });
      ok(await cast.member.client.post(`/api/checks/${checked.next!.part!.id}/tick`));
      expect((await project.item(checked.id)).status).toBe('done');

      const bag = await mine({ deliverables: [{ title: '資料袋' }], checks: ['一', '二'] });
      expect(bag.next).toMatchObject({ how: 'deliver', part: { title: '資料袋' } });
      ok(await cast.member.client.post(`/api/deliverables/${bag.next!.part!.id}/submit`));
      expect((await project.item(bag.id)).status).toBe('done');
    });

    it('or what is missing before', async () => {
      const photo = await mine({ deliverables: [{ title: '照片', evidence: 'required' }] });
      expect(photo.next).toMatchObject({ how: 'hand-in', needsEvidence: true, part: { title: '照片' } });
      const list = await mine({ deliverables: [{ title: '名單', accepter: 'lead' }] });
      expect(list.next).toMatchObject({ how: 'hand-in', needsEvidence: false });
      ok(await cast.member.client.post(`/api/deliverables/${list.next!.part!.id}/submit`));
      const [after] = (await work(cast.member)).filter(({ id }) => id === list.id);
      expect(after!.next).toMatchObject({ how: 'acceptance', part: { title: '名單' } });
      expect((await mine({ checks: ['一', '二'] })).next).toMatchObject({ how: 'parts', checksLeft: 2 });
    });

    it('to whoever has it, and not to those who could claim it', async () => {
      const { id } = await project.add({ title: '待認領' });
      expect((await work(cast.member)).find((row) => row.id === id)).toMatchObject({ mine: false, next: null });
    });
  });

  it('says what has to be done before, until it has begun', async () => {
    const first = await project.add({ title: '簽場地合約' });
    const then = await mine({ title: '布置場地' });
    const predecessors = [{ id: first.id, lagDays: 0, lagUnit: 'days' }];
    ok(await project.manager.put(`/api/work-items/${then.id}/predecessors`, { predecessors }, ANY_VERSION));
    const row = async () => (await work(cast.member)).find(({ id }) => id === then.id)!;
    expect((await row()).after).toEqual([{ id: first.id, title: '簽場地合約', titleEn: null }]);
    ok(await status(then.id, 'doing'));
    expect((await row()).after).toEqual([]);
  });

  it('that was finished by a slip is taken back for ten minutes by whoever finished it', async () => {
    const { id } = await mine({});
    ok(await status(id, 'done'));
    expect(told(await status(id, 'doing', cast.lead))).toBe('403 forbidden');
    expect(ok(await status(id, 'to-do')).body).toMatchObject({ status: 'to-do', doneAt: null, doneBy: null });
    ok(await status(id, 'done'));
    app.clock.advance(11 * 60_000);
    expect(told(await status(id, 'to-do'))).toBe('409 not-from-here');
    expect(told(await status(id, 'doing'))).toBe('403 forbidden');
    const { checkList, id: withParts } = await project.add({ assigneeId: cast.member.id, checks: ['一'] });
    ok(await cast.member.client.post(`/api/checks/${checkList[0]!.id}/tick`));
    expect(told(await status(withParts, 'doing'))).toBe('403 forbidden');
  });

  it('says who hands out', async () => {
    const leads = async (who: SignedInClient) => ok(await who.client.get<MyWork>('/api/me/work')).body.leads;
    expect([await leads(cast.lead), await leads(cast.member)]).toEqual([true, false]);
  });

  it('is handed out by those who lead, who see how much each has', async () => {
    const teams = async (who: SignedInClient) => ok(await who.client.get<HandOut>('/api/me/hand-out')).body.teams;
    expect(await teams(cast.member)).toEqual([]);
    expect(await teams(cast.manager)).toEqual([]);
    const loadOf = async (who: SignedInClient) => (await teams(cast.lead))[0]!.people.find(({ id }) => id === who.id)!;
    const { id } = await project.add({ title: '分給人', dueDay: '2026-11-25' });
    const before = await loadOf(cast.other);
    const [team] = await teams(cast.lead);
    expect(team).toMatchObject({ project: { id: project.id }, team: { name: '議事組' } });
    expect(team!.people.map(({ name }) => name).sort()).toEqual(['組員 李', '組員 王', '組長 陳'].sort());
    expect(team!.items.find((row) => row.id === id)).toMatchObject({ assignee: null, bucket: 'week' });
    const hand = { select: { workItemIds: [id] }, set: { assigneeId: cast.other.id } };
    ok(await cast.lead.client.post(`/api/projects/${project.id}/assignments`, hand));
    expect(before).toEqual({ id: cast.other.id, name: '組員 李', open: 0, overdue: 0, week: 0 });
    expect(await loadOf(cast.other)).toEqual({ ...before, open: before.open + 1, week: before.week + 1 });
    expect((await teams(cast.lead))[0]!.items.find((row) => row.id === id)!.assignee!.id).toBe(cast.other.id);
  });
});

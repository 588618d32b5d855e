import type { Check } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aCast, aConference, type Cast, type Refusal, type RunningProject, told } from '../support/builders';

describe('a check', () => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await aCast(app);
    project = await aConference(app, { cast });
  });
  afterAll(() => app.close());

  const decide = (
    id: string,
    what: 'tick' | 'untick' | 'not-applicable',
    as: Client = cast.member.client,
    body: object = {},
  ) => as.post<Check>(`/api/checks/${id}/${what}`, body);

  it('is ticked by whom and when; ticking twice changes nothing and leaves one entry', async () => {
    const { id, workItemId } = await project.addCheck({ checks: ['一', '二'] });
    const ticked = ok(await decide(id, 'tick')).body;
    expect(ticked).toMatchObject({ state: 'ticked', decidedBy: { id: cast.member.id }, decidedAt: app.clock.now() });
    app.clock.advance(5000);
    expect(ok(await decide(id, 'tick', cast.lead.client)).body).toEqual(ticked);
    expect(await project.changes(id)).toEqual([
      { action: 'check.ticked', before: { state: 'open' }, after: { state: 'ticked' } },
    ]);
    expect(await project.item(workItemId)).toMatchObject({ checks: { total: 2, decided: 1 }, status: 'doing' });
  });

  it('that is the last one finishes a work item without deliverables', async () => {
    const { id, workItemId } = await project.addCheck();
    ok(await decide(id, 'tick'));
    expect(await project.item(workItemId)).toMatchObject({ status: 'done', doneBy: { id: cast.member.id } });
    expect((await project.changes(workItemId))[0]).toMatchObject({
      action: 'work-item.status',
      after: { status: 'done' },
    });
  });

  it('can be not applicable, with a reason', async () => {
    const { id, workItemId } = await project.addCheck();
    expect(told(await decide(id, 'not-applicable'))).toBe('400 validation /reason');
    const decided = ok(await decide(id, 'not-applicable', cast.member.client, { reason: '沒有外賓' })).body;
    expect(decided).toMatchObject({ state: 'not-applicable', reason: '沒有外賓', decidedBy: { id: cast.member.id } });
    expect((await project.item(workItemId)).status).toBe('done');
    expect((await project.changes(id))[0]).toMatchObject({ after: { state: 'not-applicable', reason: '沒有外賓' } });
    expect(ok(await decide(id, 'tick')).body).toMatchObject({ state: 'ticked', reason: null });
  });

  it('that somebody else decided meanwhile is not decided over by a tick that waited on a phone', async () => {
    const { id, version } = await project.addCheck({ checks: ['一', '二'] });
    ok(await decide(id, 'not-applicable', cast.lead.client, { reason: '沒有外賓' }));
    const late = await cast.member.client.post<Refusal>(`/api/checks/${id}/tick`, {}, seen(version));
    expect(told(late)).toBe('412 version-moved');
    const current = { state: 'not-applicable', reason: '沒有外賓', decidedBy: { id: cast.lead.id } };
    expect(late.body).toMatchObject({ version: version + 1, current });
    expect(ok(await cast.member.client.post(`/api/checks/${id}/tick`, {}, seen(version + 1))).body).toMatchObject({
      state: 'ticked',
    });
    expect(told(await cast.member.client.post(`/api/checks/${id}/untick`, {}, { 'if-match': 'x' }))).toBe(
      '400 bad-if-match',
    );
  });

  it('is taken back by a slip of the finger within ten minutes; later a manager reopens the item', async () => {
    const [quick, slow] = [await project.addCheck(), await project.addCheck()];
    for (const { id } of [quick, slow]) ok(await decide(id, 'tick'));
    expect(told(await decide(quick.id, 'untick', cast.other.client))).toBe('409 item-not-open');
    expect(ok(await decide(quick.id, 'untick')).body).toMatchObject({
      state: 'open',
      decidedBy: null,
      decidedAt: null,
    });
    expect((await project.item(quick.workItemId)).status).toBe('doing');
    app.clock.advance(10 * 60_000 + 1);
    expect(told(await decide(slow.id, 'untick'))).toBe('409 item-not-open');
    ok(await project.manager.post(`/api/work-items/${slow.workItemId}/reopen`, { reason: '漏了一位講者' }));
    expect(ok(await decide(slow.id, 'untick')).body.state).toBe('open');
    expect((await project.item(slow.workItemId)).status).toBe('doing');
  });

  it('of an item that its deliverables finished can still be ticked', async () => {
    const item = await project.add({ deliverables: [{ title: '名單' }], checks: ['一'] });
    ok(await cast.member.client.post(`/api/deliverables/${item.deliverableList[0]!.id}/submit`));
    app.clock.advance(3_600_000);
    expect(ok(await decide(item.checkList[0]!.id, 'tick')).body.state).toBe('ticked');
    expect((await project.item(item.id)).status).toBe('done');
  });

  it('is decided by its sub-team, its lead, its assignee and the manager; not by others, nor by a viewer', async () => {
    for (const who of ['member', 'other', 'lead', 'manager'] as const) {
      const { id } = await project.addCheck();
      expect(told(await decide(id, 'tick', cast.client.client))).toBe('403 forbidden');
      expect(told(await decide(id, 'tick', cast.outsider.client))).toBe('404 not-found');
      expect(told(await decide(id, 'tick', cast[who].client))).toBe('200');
    }
    const elsewhere = await project.add({ checks: ['核對名牌'] }, 'registration');
    const [check] = elsewhere.checkList;
    for (const who of ['member', 'lead'] as const)
      expect(told(await decide(check!.id, 'tick', cast[who].client))).toBe('403 forbidden');
    ok(await project.manager.patch(`/api/work-items/${elsewhere.id}`, { assigneeId: cast.member.id }, ANY_VERSION));
    expect(told(await decide(check!.id, 'tick'))).toBe('200');
  });

  it('of a standard keeps its code and words', async () => {
    const item = await project.at('conference-project-executive/T2.2');
    expect(item.checkList[0]).toMatchObject({ code: 'P2.2.1', source: 'standard', state: 'open' });
    expect(item.checkList[0]?.text).toContain('線上報名');
  });
});

import { addDays } from '@convener/kernel';
import type { AddedWorkflow } from '../../apps/api/projects/start.dto';
import type { WorkItem } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';

let app: TestApp;
let cast: Cast;
let project: RunningProject;
beforeAll(async () => {
  app = await startTestApp();
  cast = await aCast(app);
});
afterAll(() => app.close());
beforeEach(async () => {
  project = await aConference(app, { cast });
});

describe('work of the project’s own', () => {
  const add = (body: object, as = cast.manager.client) =>
    as.post<WorkItem>(`/api/projects/${project.id}/work-items`, body);

  it('is marked as not from a standard, and lives as all other work does', async () => {
    const teamId = (await project.team('programme')).id;
    const body = {
      title: '市長致詞稿',
      titleEn: 'Mayor’s address',
      stage: 'before',
      teamId,
      assigneeId: cast.member.id,
      startDay: '2028-05-01',
      dueDay: '2028-05-20',
      deliverables: [{ title: '講稿', evidence: 'required', accepter: 'lead' }],
      checks: ['市長辦公室確認'],
    };
    const { body: item, status } = await add(body);
    expect(status).toBe(201);
    expect(item).toMatchObject({
      ...{ title: '市長致詞稿', source: 'own', standard: null, edition: null, place: null, code: null },
      ...{
        startDay: '2028-05-01',
        dueDay: '2028-05-20',
        baselineDueDay: '2028-05-20',
        assignee: { id: cast.member.id },
      },
      deliverableList: [{ title: '講稿', evidence: 'required', accepter: 'lead', dueDay: '2028-05-20', sources: [] }],
      checkList: [{ text: '市長辦公室確認', source: 'own', stage: 'before' }],
    });
    expect(await project.changes(item.id)).toMatchObject([{ action: 'work-item.added' }]);
    expect((await project.rows()).at(-1)?.id).toBe(item.id);
    expect((await project.view()).counts).toEqual({ workItems: 59, deliverables: 90, checks: 197 });
  });

  it('may be added to work from a standard: deliverables and checks, each logged', async () => {
    const { id } = await project.at('conference-project-executive/T2.2');
    const more = ok(
      await project.manager.post<WorkItem>(`/api/work-items/${id}/deliverables`, { title: '報到動線圖' }),
    ).body;
    const most = ok(await project.manager.post<WorkItem>(`/api/work-items/${id}/checks`, { text: '動線已實走' })).body;
    expect(more.deliverableList.at(-1)).toMatchObject({
      title: '報到動線圖',
      dueDay: more.dueDay,
      status: 'open',
      evidence: 'no',
    });
    expect(most.checkList.at(-1)).toMatchObject({ text: '動線已實走', source: 'own' });
    expect(await project.changes(more.deliverableList.at(-1)!.id)).toMatchObject([{ action: 'deliverable.added' }]);
    expect(await project.changes(most.checkList.at(-1)!.id)).toMatchObject([{ action: 'check.added' }]);
  });

  it('starts before it is due', async () => {
    const days = { title: '早餐會', stage: 'before', startDay: '2028-05-10', dueDay: '2028-05-20' };
    expect(told(await add({ ...days, dueDay: '2028-05-01' }))).toBe('400 validation /dueDay');
    const { deliverableList } = ok(
      await add({ ...days, deliverables: [{ title: '菜單', dueDay: '2028-05-02' }] }),
    ).body;
    expect(deliverableList[0]).toMatchObject({ startDay: '2028-05-02', dueDay: '2028-05-02' });
  });

  it('is refused at the field of a sub-team or an assignee that the project does not have', async () => {
    const body = { title: '加開場次', stage: 'before' };
    const elsewhere = (await (await aConference(app, { cast })).team('programme')).id;
    expect(told(await add({ ...body, teamId: elsewhere }))).toBe('400 validation /teamId');
    expect(told(await add({ ...body, assigneeId: cast.outsider.id }))).toBe('400 validation /assigneeId');
    expect(told(await add({ ...body, assigneeId: cast.client.id }))).toBe('400 validation /assigneeId');
  });

  it('is added by managers anywhere, by leads in their own sub-team, by nobody else', async () => {
    const teamId = (await project.team('programme')).id;
    const registration = (await project.team('registration')).id;
    const body = { title: '加開場次', stage: 'before' };
    expect(told(await add({ ...body, teamId }, cast.lead.client))).toBe('201');
    expect(told(await add({ ...body, teamId: registration }, cast.lead.client))).toBe('403 forbidden');
    expect(told(await add(body, cast.lead.client))).toBe('403 forbidden');
    expect(told(await add({ ...body, teamId }, cast.member.client))).toBe('403 forbidden');
    expect(told(await add({ ...body, teamId }, cast.client.client))).toBe('403 forbidden');
  });
});

describe('a workflow added to a running project', () => {
  const path = () => `/api/projects/${project.id}/workflows`;
  const add = async (body: object, as = cast.manager.client) => ok(await as.post<AddedWorkflow>(path(), body)).body;

  it('brings what is missing, skips and lists what is there, and adds nothing the second time', async () => {
    const shown = ok(await project.manager.post<AddedWorkflow>(`${path()}/preview`, { template: 'venue-search' })).body;
    const { added, skipped, workItemIds, items } = await add({ template: 'venue-search' });
    expect(shown).toEqual({ added, skipped, items, workItemIds: [] });
    expect(added).toEqual({ workItems: 2, deliverables: 3, checks: 6 });
    expect(skipped.map(({ place }) => place)).toEqual([
      'conference-project-manager/T1.1',
      'conference-project-executive/T1.3',
    ]);
    const fresh = await project.item(workItemIds[0]!);
    expect(fresh).toMatchObject({
      standard: 'event-planning-assistant',
      place: 'event-planning-assistant/T2.1',
      status: 'to-do',
    });
    expect(fresh.team?.name).toBe('企劃組');
    expect((await project.view()).counts).toEqual({ workItems: 60, deliverables: 92, checks: 202 });

    const log = await project.activity();
    expect(log[0]).toMatchObject({
      action: 'project.workflow-added',
      after: { template: 'venue-search', workItems: 2, skipped: 2 },
    });
    const again = await add({ template: 'venue-search' });
    expect(again).toMatchObject({ added: { workItems: 0, deliverables: 0, checks: 0 }, workItemIds: [] });
    expect(again.skipped).toHaveLength(4);
    expect(await project.activity()).toHaveLength(log.length);
  });

  it('takes only the standards that are asked for, and seats its sub-teams', async () => {
    const { added, skipped } = await add({
      template: 'closing-report',
      standards: ['event-coordinator'],
      teams: [{ team: 'event-planning', leads: [cast.other.id] }],
    });
    expect(added.workItems).toBe(2);
    expect(skipped).toEqual([]);
    expect(await project.team('event-planning')).toMatchObject({ leads: [{ id: cast.other.id }] });
    expect((await project.rows('q=T6.1')).filter(({ standard }) => standard === 'event-coordinator')).toHaveLength(1);
  });

  it('follows the project’s own options and anchors', async () => {
    const awarded = await aConference(app, { cast, template: 'event', anchors: { kickoff: '2027-12-01' } });
    const given = ok(
      await awarded.manager.post<AddedWorkflow>(`/api/projects/${awarded.id}/workflows`, { template: 'venue-search' }),
    ).body;
    const fromKickoff = await Promise.all(given.workItemIds.map((id) => awarded.item(id)));
    const counted = fromKickoff.filter(({ startRule }) => startRule?.startsWith('kickoff'));
    expect(counted.length).toBeGreaterThan(0);
    for (const { startDay, startRule } of counted) {
      expect(startDay).toBe(addDays('2027-12-01', -Number(/ - (\d+) days$/.exec(startRule!)?.[1])));
    }

    const bid = await aConference(app, { cast, options: { alreadyAwarded: true } });
    const found = ok(
      await bid.manager.post<AddedWorkflow>(`/api/projects/${bid.id}/workflows`, { template: 'venue-search' }),
    );
    expect(found.body.skipped).toEqual([]);
    expect(found.body.items.map(({ place }) => place)).toEqual([
      'event-planning-assistant/T2.1',
      'event-planning-assistant/T2.2',
    ]);
  });

  it('late is squeezed into what is left, so nothing arrives overdue', async () => {
    const late = await aConference(app, { cast, opening: '2026-12-14', closing: '2026-12-16' });
    ok(await late.manager.post(`/api/projects/${late.id}/workflows`, { template: 'registration' }));
    expect(await late.rows('overdue=true')).toEqual([]);
  });

  it('must be a workflow that there is, with sub-teams that it has, from the manager', async () => {
    const attempt = (body: object, as = cast.manager.client) => as.post(path(), body).then(told);
    expect(await attempt({ template: 'nothing' })).toBe('400 validation /template');
    expect(await attempt({ template: 'conference' })).toBe('400 validation /template');
    expect(await attempt({ template: 'registration', standards: ['event-coordinator'] })).toBe(
      '400 validation /standards/0',
    );
    expect(await attempt({ template: 'registration', teams: [{ team: 'sales' }] })).toBe(
      '400 validation /teams/0/team',
    );
    const nobody = '01a1fee5-44e4-76b8-abad-db027b473b65';
    expect(await attempt({ template: 'registration', teams: [{ team: 'event-registration', leads: [nobody] }] })).toBe(
      '400 validation /teams/0/leads/0',
    );
    expect(await attempt({ template: 'registration' }, cast.lead.client)).toBe('403 forbidden');
    expect((await project.view()).counts.workItems).toBe(58);
  });
});

import { Database } from '@convener/platform';
import { startTestApp, type TestApp } from '../support/app';
import { type Answer, ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, aStart, type Cast, type Refusal, type RunningProject } from '../support/builders';
import { databaseKinds } from '../support/database';

const NOBODY = '01a1fee5-44e4-76b8-abad-db027b473b65';
const TABLES = [
  ...['projects', 'teams', 'team_members', 'project_members', 'work_items', 'deliverables', 'checks'],
  ...['evidence', 'reminders', 'activity', 'invitations'],
];

describe.each(databaseKinds())('bad input on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  /** Ids that stand for `:item` and so on in the paths below. */
  let ids: Record<string, string>;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    project = await aConference(app, { cast });
    const item = await project.add({
      startDay: '2028-05-01',
      dueDay: '2028-05-20',
      deliverables: [{ title: '名單' }],
      checks: ['一'],
    });
    ids = {
      ...{ project: project.id, item: item.id, team: item.team!.id, lead: cast.lead.id },
      ...{ deliverable: item.deliverableList[0]!.id, check: item.checkList[0]!.id },
    };
  });
  afterAll(() => app.close());

  const rows = () =>
    app.app.get(Database).read(async (em) => {
      const counts = await Promise.all(
        TABLES.map((table) => em.query<{ n: unknown }[]>(`SELECT COUNT(*) AS n FROM ${table}`)),
      );
      return counts.map(([row], index) => `${TABLES[index]} ${String(row?.n)}`);
    });
  const filled = (text: string) => text.replace(/:(\w+)/g, (whole, name: string) => ids[name] ?? whole);

  type Method = 'GET' | 'POST' | 'PATCH' | 'PUT';
  /** Sends it as the manager; the refusal must be whole, at the field, and leave no row behind. */
  async function refused(
    method: Method,
    path: string,
    body: unknown,
    pointer: string | null,
    status = 400,
  ): Promise<void> {
    const before = await rows();
    const payload = typeof body === 'string' ? body : body === undefined ? undefined : filled(JSON.stringify(body));
    const answer: Answer<Refusal> = await cast.manager.client.send<Refusal>(
      method,
      `/api/${filled(path)}`,
      payload,
      method === 'PATCH' ? ANY_VERSION : {},
    );
    expect({ status: answer.status, fields: answer.body.fields?.map((field) => field.pointer) }).toEqual({
      status,
      fields: pointer === null ? undefined : expect.arrayContaining([pointer]),
    });
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(answer.body).toMatchObject({
      type: expect.stringMatching(/^\/problems\//),
      title: expect.stringMatching(/[\u4e00-\u9fff]/),
    });
    for (const { zh, en } of answer.body.fields ?? []) expect([zh, en].every((text) => text.length > 3)).toBe(true);
    expect(await rows()).toEqual(before);
  }

  const STARTS: [string, object, string][] = [
    ['no template', { template: undefined }, '/template'],
    ['an unknown template', { template: 'wedding' }, '/template'],
    ['a template that is an object’s own', { template: '__proto__' }, '/template'],
    ['no name', { name: '   ' }, '/name'],
    ['a name too long', { name: '會'.repeat(201) }, '/name'],
    ['a name with a NUL', { name: '年會\u0000' }, '/name'],
    ['a name with a line break', { name: '年\n會' }, '/name'],
    ['a number for a name', { name: 7 }, '/name'],
    ['an unknown field', { colour: 'red' }, '/colour'],
    ['an unknown zone', { zone: 'Asia/Nowhere' }, '/zone'],
    ['no opening', { opening: undefined }, '/opening'],
    ['a day that is none', { opening: '2028-02-30' }, '/opening'],
    ['a day written otherwise', { opening: '2028/06/12' }, '/opening'],
    ['an instant for a day', { closing: '2028-06-14T00:00:00Z' }, '/closing'],
    ['a number for a day', { closing: 20280614 }, '/closing'],
    ['closing before opening', { closing: '2028-06-11' }, '/closing'],
    ['a year long past', { opening: '0100-01-01', closing: '0100-01-02' }, '/opening'],
    ['a year beyond all calendars', { opening: '9999-12-30', closing: '9999-12-31' }, '/opening'],
    ['an unknown anchor', { anchors: { lunch: '2028-06-01' } }, '/anchors/lunch'],
    ['opening among the anchors', { anchors: { opening: '2028-06-01' } }, '/anchors/opening'],
    ['an anchor that is no day', { anchors: { kickoff: '2027-02-29' } }, '/anchors'],
    ['an anchor of another century', { anchors: { kickoff: '0150-01-01' } }, '/anchors/kickoff'],
    [
      'anchors out of order',
      { anchors: { paperDeadline: '2027-12-01', notification: '2027-11-01' } },
      '/anchors/notification',
    ],
    ['kick-off after opening', { anchors: { kickoff: '2028-07-01' } }, '/anchors/kickoff'],
    ['anchors that are a list', { anchors: ['2027-12-01'] }, '/anchors'],
    ['anchors that are a text', { anchors: 'soon' }, '/anchors'],
    ['an unknown option', { options: { weather: true } }, '/options/weather'],
    ['a text for a yes or no', { options: { papers: 'no' } }, '/options/papers'],
    ['a number for a yes or no', { options: { papers: 0 } }, '/options'],
    ['a list for a yes or no', { options: { papers: [false] } }, '/options'],
    ['options that are null', { options: null }, '/options'],
    ['a late start that is none', { lateStart: 'panic' }, '/lateStart'],
    ['an unknown sub-team', { teams: [{ team: 'kitchen' }] }, '/teams/0/team'],
    ['a sub-team twice', { teams: [{ team: 'programme' }, { team: 'programme' }] }, '/teams/1/team'],
    ['nobody as lead', { teams: [{ team: 'programme', leads: [NOBODY] }] }, '/teams/0/leads/0'],
    ['an id that is none', { teams: [{ team: 'programme', members: ['lin'] }] }, '/teams/0/members'],
    ['a sub-team that is null', { teams: [null] }, '/teams/0'],
    ['a sub-team that is a list', { teams: [[]] }, '/teams/0/team'],
    ['a sub-team that is a text', { teams: ['programme'] }, '/teams/0'],
    ['teams that are no list', { teams: { team: 'programme' } }, '/teams'],
    ['a thousand sub-teams', { teams: Array.from({ length: 1000 }, () => ({ team: 'programme' })) }, '/teams'],
    ['a text for strict', { strictChecks: 'yes' }, '/strictChecks'],
  ];
  it.each(STARTS)('a start with %s is refused at its field, by the preview too', async (_what, given, pointer) => {
    const body = { ...aStart(), ...given };
    await refused('POST', 'projects', body, pointer);
    if (!pointer.startsWith('/teams/0/leads')) await refused('POST', 'projects/preview', body, pointer);
  });

  it.each([
    ['nothing', undefined, 400],
    ['no JSON', '{"template": ', 400],
    ['a list', '[]', 400],
    ['a text', '"conference"', 400],
    ['null', 'null', 400],
    ['a polluted prototype', '{"__proto__": {"admin": true}, "template": "conference"}', 400],
    ['a polluted constructor', '{"constructor": {"prototype": {"admin": true}}, "template": "conference"}', 400],
    ['polluted options', JSON.stringify(aStart()).replace(/}$/, ',"options":{"__proto__":{"papers":false}}}'), 400],
    ['two megabytes', JSON.stringify({ ...aStart(), name: 'x'.repeat(2_000_000) }), 413],
    ['a nest without end', `{"options":${'{"a":'.repeat(5000)}1${'}'.repeat(5000)}}`, 400],
  ])('a start whose body is %s is refused', async (_what, body, status) => {
    const before = await rows();
    const answer = await cast.manager.client.send<Refusal>('POST', '/api/projects', body);
    expect(answer.status).toBe(status);
    expect(answer.headers['content-type']).toMatch(/^application\/problem\+json/);
    expect(({} as { admin?: boolean }).admin).toBeUndefined();
    expect(await rows()).toEqual(before);
  });

  const BODIES: [Method, string, unknown, string][] = [
    ['PATCH', 'projects/:project', { name: '' }, '/name'],
    ['PATCH', 'projects/:project', { name: null }, '/name'],
    ['PATCH', 'projects/:project', { status: 'closed' }, '/status'],
    ['PATCH', 'projects/:project', { strictChecks: 'no' }, '/strictChecks'],
    ['POST', 'projects/:project/close', { waiveRest: '' }, '/waiveRest'],
    ['POST', 'projects/:project/reopen', {}, '/reason'],
    ['POST', 'projects/:project/workflows', {}, '/template'],
    ['POST', 'projects/:project/workflows', { template: 'registration', standards: 'all' }, '/standards'],
    ['POST', 'projects/:project/workflows', { template: 'registration', teams: [null] }, '/teams/0'],
    ['POST', 'projects/:project/workflows', { template: 'registration', lateStart: 'x' }, '/lateStart'],
    ['POST', 'projects/:project/assignments', {}, '/select'],
    ['POST', 'projects/:project/assignments', { select: {}, set: { shiftDays: 1 } }, '/select'],
    ['POST', 'projects/:project/assignments', { select: null, set: null }, '/select'],
    ['POST', 'projects/:project/assignments', { select: [], set: { shiftDays: 1 } }, '/select'],
    ['POST', 'projects/:project/assignments', { select: { stage: 'before' } }, '/set'],
    ['POST', 'projects/:project/assignments', { select: { stage: 'before' }, set: [] }, '/set'],
    ['POST', 'projects/:project/assignments', { select: { stage: 'never' }, set: { shiftDays: 1 } }, '/select/stage'],
    [
      'POST',
      'projects/:project/assignments',
      { select: { workItemIds: ['x'] }, set: { shiftDays: 1 } },
      '/select/workItemIds',
    ],
    [
      'POST',
      'projects/:project/assignments',
      { select: { stage: 'before' }, set: { shiftDays: 1.5 } },
      '/set/shiftDays',
    ],
    [
      'POST',
      'projects/:project/assignments',
      { select: { stage: 'before' }, set: { shiftDays: 1e9 } },
      '/set/shiftDays',
    ],
    [
      'POST',
      'projects/:project/assignments',
      { select: { stage: 'before' }, set: { dueDay: '2028-13-01' } },
      '/set/dueDay',
    ],
    [
      'POST',
      'projects/:project/assignments',
      { select: { stage: 'before' }, set: { dueDay: '9999-12-31' } },
      '/set/dueDay',
    ],
    ['POST', 'projects/:project/assignments', { select: { stage: 'before' }, set: { teamId: null } }, '/set/teamId'],
    ['POST', 'projects/:project/order', { after: null }, '/workItemId'],
    ['POST', 'projects/:project/order', { workItemId: 7 }, '/workItemId'],
    ['POST', 'projects/:project/work-items', { title: '甲' }, '/stage'],
    ['POST', 'projects/:project/work-items', { title: '甲', stage: 'before', dueDay: '9999-12-31' }, '/dueDay'],
    ['POST', 'projects/:project/work-items', { title: '甲', stage: 'before', deliverables: [null] }, '/deliverables/0'],
    [
      'POST',
      'projects/:project/work-items',
      { title: '甲', stage: 'before', deliverables: [{ title: '' }] },
      '/deliverables/0/title',
    ],
    ['POST', 'projects/:project/work-items', { title: '甲', stage: 'before', checks: [7] }, '/checks'],
    ['POST', 'projects/:project/work-items', { title: '甲', stage: 'before', checks: ['好\u0000'] }, '/checks/0'],
    ['POST', 'projects/:project/work-items', { title: '甲', stage: 'before', workflow: '../x' }, '/workflow'],
    ['PUT', 'projects/:project/members/:lead', {}, '/role'],
    ['PUT', 'projects/:project/members/:lead', { role: 'owner' }, '/role'],
    ['PUT', 'projects/:project/members/:lead', { role: 'member', teams: [null] }, '/teams/0'],
    ['PUT', 'projects/:project/members/:lead', { role: 'member', teams: [{ teamId: ':team' }] }, '/teams/0/lead'],
    ['POST', 'projects/:project/teams', { name: '' }, '/name'],
    ['PATCH', 'teams/:team', { name: null }, '/name'],
    ['PATCH', 'work-items/:item', { status: 'ready' }, '/status'],
    ['PATCH', 'work-items/:item', { dueTime: '25:00' }, '/dueTime'],
    ['PATCH', 'work-items/:item', { dueDay: '9999-12-31' }, '/dueDay'],
    ['PATCH', 'work-items/:item', { dueDay: '0100-01-01', startDay: null }, '/dueDay'],
    ['PATCH', 'work-items/:item', { assigneeId: 'lin' }, '/assigneeId'],
    ['PATCH', 'work-items/:item', { teamId: NOBODY }, '/teamId'],
    ['PATCH', 'work-items/:item', { position: 1 }, '/position'],
    ['PATCH', 'work-items/:item', { title: null }, '/title'],
    ['PATCH', 'work-items/:item', { stage: null }, '/stage'],
    ['POST', 'work-items/:item/deliverables', { title: '甲', accepter: 'mother' }, '/accepter'],
    ['POST', 'work-items/:item/deliverables', { title: '甲', dueDay: '9999-12-31' }, '/dueDay'],
    ['POST', 'work-items/:item/checks', { text: '' }, '/text'],
    ['PATCH', 'deliverables/:deliverable', { status: 'accepted' }, '/status'],
    ['PATCH', 'deliverables/:deliverable', { dueDay: '9999-12-31' }, '/dueDay'],
    ['POST', 'deliverables/:deliverable/submit', { note: '好\u0000' }, '/note'],
    ['POST', 'deliverables/:deliverable/submit', { link: 'ftp://example.test' }, '/link'],
    ['POST', 'deliverables/:deliverable/waive', { reason: 7 }, '/reason'],
    ['POST', 'checks/:check/not-applicable', { reason: ['x'] }, '/reason'],
  ];
  it.each(BODIES)('%s %s is refused at its field: %j', (method, path, body, pointer) =>
    refused(method, path, body, pointer),
  );

  const cursor = (key: unknown) => Buffer.from(JSON.stringify(key)).toString('base64url');
  it.each<[string, string]>([
    ['projects?limit=0', '/limit'],
    ['projects?limit=many', '/limit'],
    ['projects?status=open', '/status'],
    ['projects?colour=red', '/colour'],
    ['projects?cursor=x', '/cursor'],
    ['projects/:project/work-items?stage=never', '/stage'],
    ['projects/:project/work-items?team=x', '/team'],
    ['projects/:project/work-items?overdue=1', '/overdue'],
    ['projects/:project/work-items?q=%00', '/q'],
    ['projects/:project/work-items?stage=before&stage=after', '/stage'],
    [`projects/:project/work-items?cursor=${cursor(['1', 'x'])}`, '/cursor'],
    [`projects/:project/work-items?cursor=${cursor([1e300, 'x'])}`, '/cursor'],
    [`projects/:project/work-items?cursor=${cursor([1.5, 'x'])}`, '/cursor'],
    ['projects/:project/activity?subject=x', '/subject'],
    [`projects/:project/activity?cursor=${cursor([1])}`, '/cursor'],
    ['me/work?project=x', '/project'],
    ['me/acceptances?project=x', '/project'],
    ['me/inbox?kind=other', '/kind'],
    ['me/inbox?done=maybe', '/done'],
  ])('GET %s is refused', (path, pointer) => refused('GET', path, undefined, pointer));

  it('forged cursors of the right form find nothing and break nothing', async () => {
    for (const key of [['zzz'], ["' OR 1=1"], ['']]) {
      for (const path of ['projects', `projects/${project.id}/activity`])
        ok(await cast.manager.client.get(`/api/${path}?cursor=${cursor(key)}`));
    }
    ok(
      await cast.manager.client.get(
        `/api/projects/${project.id}/work-items?cursor=${cursor([-5, "'; DROP TABLE checks; --"])}`,
      ),
    );
  });
});

import { describeApi } from '../../apps/api/http/openapi-document';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aConference, type Refusal, type RunningProject, told } from '../support/builders';
import { aCrowd } from '../support/builders.crowd';
import { databaseKinds } from '../support/database';
import { aMeeting } from './matrix.asks';

const PEOPLE = 50;

describe.each(databaseKinds())('edits of what others edit too, on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let admin: Client;
  let round = 0;
  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    admin = (await app.setUpAdmin()).client;
  });
  afterAll(() => app.close());

  /** Every PATCH route that the router has, as `/api/teams/{id}`. */
  const edits = () => {
    const { paths } = describeApi(app.app);
    return Object.entries(paths).flatMap(([path, { patch }]) => (patch ? [{ path, patch }] : []));
  };

  /** Something to edit at each route, two edits of it, and where the present state is read. */
  const things = async () => {
    round += 1;
    const item = await project.add({
      deliverables: [{ title: '名單' }, { title: '合約', kind: 'contract' }, { title: '紀錄', kind: 'record' }],
    });
    const own = await app.addPerson('江');
    const person = async () => {
      const { items } = ok(await admin.get<{ items: { id: string; version: number }[] }>('/api/people')).body;
      return items.find(({ id }) => id === own.id)!;
    };
    const milestones = `/api/projects/${project.id}/milestones`;
    const due = { kind: 'payment', name: '期款', day: '2028-08-01' };
    const payment = ok(await project.manager.post<{ id: string }>(milestones, due)).body;
    const milestone = async () => {
      const { items } = ok(await project.manager.get<{ items: { id: string; version: number }[] }>(milestones)).body;
      return items.find(({ id }) => id === payment.id)!;
    };
    const get = (as: Client, path: string) => async () => ok(await as.get<{ version: number }>(path)).body;
    const at = (path: string, id: string, body: object, as = project.manager) => ({
      [path]: { as, address: path.replace('{id}', id), body, look: get(as, path.replace('{id}', id)) },
    });
    const meeting = ok(await project.manager.post<{ id: string }>(`/api/projects/${project.id}/recurring`, aMeeting()));
    const recurring = async () => {
      const { items } = ok(
        await project.manager.get<{ items: { id: string; version: number }[] }>(
          `/api/projects/${project.id}/recurring`,
        ),
      ).body;
      return items.find(({ id }) => id === meeting.body.id)!;
    };
    const from = { template: 'venue-search' };
    const house = ok(await project.manager.post<{ id: string }>('/api/house-templates', { from, name: '範本' })).body;
    const lessons = `/api/projects/${project.id}/lessons`;
    const { own: learnt } = ok(await project.manager.post<{ own: { id: string }[] }>(lessons, { text: '訂車' })).body;
    const said = ok(
      await project.manager.post<{ id: string }>(`/api/work-items/${item.id}/comments`, { body: '好' }),
    ).body;
    const contracts = `/api/deliverables/${item.deliverableList[1]!.id}/contracts`;
    const agreed = ok(await project.manager.post<{ id: string }>(contracts, { party: '甲飯店' })).body;
    const records = `/api/deliverables/${item.deliverableList[2]!.id}/record-entries`;
    const minutes = { kind: 'meeting', day: '2028-05-02', title: '籌備會' };
    const met = ok(await project.manager.post<{ id: string }>(records, minutes)).body;
    const list = ok(
      await project.manager.post<{ id: string }>(`/api/projects/${project.id}/registers`, { preset: 'venues' }),
    ).body;
    const row = ok(await project.manager.post<{ id: string }>(`/api/registers/${list.id}/rows`)).body;
    ok(await project.manager.post(`/api/registers/${list.id}/check-in`));
    const surveys = `/api/projects/${project.id}/surveys`;
    const survey = ok(await project.manager.post<{ id: string }>(surveys, { title: '會後調查' })).body;
    const sheet = `/api/projects/${project.id}/run-sheet/cues`;
    const opening = { day: '2028-06-12', minute: 570, minutes: 30, place: '主會場', title: '開幕' };
    const { items: cues } = ok(
      await project.manager.post<{ items: [{ id: string }] }>(sheet, { cues: [opening] }),
    ).body;
    const chapter = `/api/projects/${project.id}/closing-report/chapters/facts`;
    const rules = `/api/projects/${project.id}/reminder-rules`;
    const ruled = ok(await project.manager.post<{ id: string }>(rules, { rule: { days: -2 - round } })).body;
    const rule = async () => {
      const listed = ok(await project.manager.get<{ rules: { id: string; version: number }[] }>(rules)).body.rules;
      return listed.find(({ id }) => id === ruled.id)!;
    };
    const team = { ...at('/api/teams/{id}', item.team!.id, { nameEn: `Programme ${round}` })['/api/teams/{id}']! };
    return {
      ...at('/api/work-items/{id}', item.id, { titleEn: 'Item' }),
      ...at('/api/deliverables/{id}', item.deliverableList[0]!.id, { titleEn: 'List' }),
      ...at('/api/projects/{id}', project.id, { venue: `高雄 ${round}` }),
      ...at('/api/house-templates/{id}', house.id, { name: `範本 ${round}` }),
      ...at('/api/lessons/{id}', learnt.at(-1)!.id, { text: `早點訂車 ${round}` }),
      ...at('/api/comments/{id}', said.id, { body: `很好 ${round}` }),
      ...at('/api/contracts/{id}', agreed.id, { party: `乙飯店 ${round}` }),
      ...at('/api/record-entries/{id}', met.id, { title: `第 ${round} 次籌備會` }),
      ...at('/api/surveys/{id}', survey.id, { title: `會後調查 ${round}` }),
      ...at('/api/registers/{id}', list.id, { name: `場地 ${round}` }),
      ...at('/api/registers/{id}/check-in', list.id, { receiptPrefix: `${round}-` }),
      ...at('/api/register-rows/{id}', row.id, { cells: { venue: `甲館 ${round}` } }),
      ...at('/api/run-sheet-cues/{id}', cues[0].id, { title: `開幕 ${round}` }),
      ...at('/api/me', '', { locale: 'en' }, own.client),
      ...at('/api/me/notifications', '', { dailyCap: 20 + round }, own.client),
      '/api/projects/{id}/closing-report/chapters/{key}': {
        ...{ as: project.manager, address: chapter, body: { textAfter: `小結 ${round}` } },
        look: get(project.manager, chapter),
      },
      '/api/recurring/{id}': {
        ...at('/api/recurring/{id}', meeting.body.id, { titleEn: 'Meeting' })['/api/recurring/{id}']!,
        look: recurring,
      },
      '/api/reminder-rules/{id}': {
        as: project.manager,
        address: `/api/reminder-rules/${ruled.id}`,
        body: { active: false },
        look: rule,
      },
      '/api/milestones/{id}': {
        as: project.manager,
        address: `/api/milestones/${payment.id}`,
        body: { name: `第 ${round} 期款` },
        look: milestone,
      },
      '/api/teams/{id}': { ...team, look: () => project.team('programme') },
      '/api/people/{id}': {
        as: admin,
        address: `/api/people/${own.id}`,
        body: { workspaceRole: 'admin' },
        look: person,
      },
    } as Record<string, { as: Client; address: string; body: object; look: () => Promise<{ version: number }> }>;
  };

  it('are refused at every PATCH route without If-Match, in two languages that say what to send', async () => {
    const known = await things();
    for (const { path, patch } of edits()) {
      const thing = known[path] ?? fail(`${path} has no case here`);
      const before = await thing.look();
      const refused = await thing.as.patch<Refusal>(thing.address, thing.body);
      expect([path, told(refused)]).toEqual([path, '428 version-missing']);
      expect([refused.body.title, refused.body.titleEn].every((text) => text.includes('If-Match: "7"'))).toBe(true);
      expect(await thing.look()).toEqual(before);
      expect(patch.parameters).toContainEqual(
        expect.objectContaining({ name: 'If-Match', in: 'header', required: true }),
      );
      expect(Object.keys(patch.responses)).toEqual(expect.arrayContaining(['412', '428']));
    }
    expect(edits()).toHaveLength(Object.keys(known).length);
  });

  it('of an older version are refused at every PATCH route, with the present state as GET shows it', async () => {
    for (const [path, { as, address, body, look }] of Object.entries(await things())) {
      const { version } = await look();
      ok(await as.patch(address, body, seen(version)));
      const now = await look();
      expect([path, now]).toEqual([path, expect.objectContaining({ ...body, version: version + 1 })]);
      const refused = await as.patch<Refusal>(address, body, seen(version));
      expect([path, told(refused)]).toEqual([path, '412 version-moved']);
      expect(refused.body).toMatchObject({ version: version + 1, current: now });
      ok(await as.patch(address, body, ANY_VERSION));
    }
  });

  it('find the version of a work item, deliverable, project and account as ETag too', async () => {
    const known = await things();
    for (const path of ['/api/work-items/{id}', '/api/deliverables/{id}', '/api/projects/{id}', '/api/me']) {
      const { as, address, body } = known[path]!;
      const shown = ok(await as.get<{ version: number }>(address));
      expect(shown.headers.etag).toBe(`"${shown.body.version}"`);
      const edited = ok(await as.patch<{ version: number }>(address, body, { 'if-match': String(shown.headers.etag) }));
      expect(edited.headers.etag).toBe(`"${edited.body.version}"`);
    }
  });

  it(`by ${PEOPLE} people of one work item at once: one wins, ${PEOPLE - 1} are told by whom it now is`, async () => {
    const { id, version } = await project.add();
    const crowd = await aCrowd(app, project, 'programme', PEOPLE);
    const answers = await Promise.all(
      crowd.map(({ client }, index) =>
        client.patch<Refusal>(`/api/work-items/${id}`, { title: `第 ${index} 人改的` }, seen(version)),
      ),
    );
    const winner = answers.findIndex(({ status }) => status === 200);
    const title = `第 ${winner} 人改的`;
    const expected = crowd.map((_, index) => (index === winner ? '200' : '412 version-moved'));
    expect(answers.map(told)).toEqual(expected);
    for (const { status, body } of answers)
      expect(status === 200 ? body : body.current).toMatchObject({ id, title, version: version + 1 });
    expect(await project.item(id)).toMatchObject({ title, version: version + 1 });
    expect(await project.changes(id)).toMatchObject([{ action: 'work-item.edited', after: { title } }, {}]);
    expect(await project.changes(id)).toHaveLength(2);
  });

  it('by many at once of a sub-team, a person, a project, a deliverable: one wins each', async () => {
    for (const [path, { as, address, body, look }] of Object.entries(await things())) {
      const { version } = await look();
      const answers = await Promise.all(Array.from({ length: 8 }, () => as.patch(address, body, seen(version))));
      const sorted = answers.map(told).sort();
      expect([path, ...sorted]).toEqual([path, '200', ...Array.from({ length: 7 }, () => '412 version-moved')]);
      expect((await look()).version).toBe(version + 1);
    }
  });
});

function fail(text: string): never {
  throw new Error(text);
}

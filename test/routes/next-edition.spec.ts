import type { NextEdition } from '../../apps/api/planning/editions.dto';
import type { LessonList } from '../../apps/api/lessons/lessons.dto';
import type { Project } from '../../apps/api/projects/projects.dto';
import type { StartedProject } from '../../apps/api/projects/start.dto';
import type { HouseTemplate } from '../../apps/api/templates/house.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aCast, aConference, aStart, type Cast, RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

describe.each(databaseKinds())('the next edition of a project on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let last: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    last = await aConference(app, {
      ...{ cast, name: '2028 亞洲會展年會', options: { papers: false } },
      anchors: { earlyBirdEnd: '2028-04-01' },
    });
  });

  const suggest = (body = {}, as = cast.manager) =>
    as.client.post<NextEdition>(`/api/projects/${last.id}/next-edition/preview`, body);
  const begin = (body = {}, as = cast.manager) =>
    as.client.post<StartedProject>('/api/projects', { ...NEXT, from: last.id, ...body });
  const started = async (body = {}) => {
    const answer = ok(await begin(body)).body;
    return { project: new RunningProject(answer.id, cast), carried: answer.carried! };
  };
  const leave = async (person: SignedInClient, active = false) => {
    const admin = (await app.setUpAdmin()).client;
    ok(await admin.patch(`/api/people/${person.id}`, { active }, ANY_VERSION));
  };

  it('is suggested a year on, on the same weekdays, as it was answered and with the days that were given', async () => {
    const own = await last.add({ title: '貴賓禮品', startDay: '2028-05-08', dueDay: '2028-06-01' });
    const found = ok(await suggest()).body;
    expect(found).toMatchObject({
      ...{ name: '2029 亞洲會展年會', opening: '2029-06-11', closing: '2029-06-13', options: { papers: false } },
      ...{ anchors: { earlyBirdEnd: '2029-03-31' }, template: { slug: 'conference', offered: true } },
      ownItems: [{ id: own.id, title: '貴賓禮品', startDay: '2029-05-07', dueDay: '2029-05-31' }],
    });
    const programme = found.teams.find(({ key }) => key === 'programme')!;
    expect(programme.leads).toEqual([{ id: cast.lead.id, name: '組長 陳' }]);
    expect(ok(await suggest({ opening: '2030-01-10' })).body).toMatchObject({
      ...{ name: '2030 亞洲會展年會', closing: '2030-01-12', anchors: { earlyBirdEnd: '2029-10-30' } },
    });
    expect(told(await suggest({ opening: '9999-12-30' }))).toBe('400 validation /opening');
  });

  it('takes over people with their sub-teams, and says whom it could not take', async () => {
    await leave(cast.other);
    const { project, carried } = await started({ keepPeople: true });
    expect(carried).toEqual({ people: 3, workItems: 0, skipped: [{ id: cast.other.id, name: '組員 李' }] });
    const { members } = await project.view();
    expect(members.map(({ person, role }) => `${role} ${person.name}`)).toEqual(
      expect.arrayContaining(['manager 經理 林', 'member 組長 陳', 'member 組員 王']),
    );
    const { leads, members: staff } = await project.team('programme');
    expect([leads, staff].map((list) => list.map(({ name }) => name))).toEqual([['組長 陳'], ['組員 王']]);
    await leave(cast.other, true);
  });

  it('takes over only those and only what is chosen', async () => {
    const [kept] = [await last.add({ title: '留下' }), await last.add({ title: '不留' })];
    const { project } = await started({ keepPeople: [cast.client.id, cast.lead.id], keepOwnItems: [kept.id] });
    const { members } = await project.view();
    expect(members.map(({ person, role }) => `${role} ${person.name}`).sort()).toEqual([
      'manager 經理 林',
      'member 組長 陳',
      'viewer 客戶 張',
    ]);
    const own = (await project.rows()).filter(({ source }) => source === 'own');
    expect(own.map(({ title }) => title)).toEqual(['留下']);
    const nobody = '01a1fee5-44e4-76b8-abad-db027b473b65';
    expect(told(await begin({ keepPeople: [nobody] }))).toBe('400 validation /keepPeople/0');
    expect(told(await begin({ keepOwnItems: [nobody] }))).toBe('400 validation /keepOwnItems/0');
  });

  it('own work comes undone, on the day as far from the new opening, with its parts, sub-team and whoever had it', async () => {
    const team = ok(
      await last.manager.post<Project>(`/api/projects/${last.id}/teams`, { name: '禮賓組' }),
    ).body.teams.at(-1)!;
    const own = await last.add(
      {
        ...{ title: '貴賓禮品', stage: 'after', dueDay: '2028-06-21', assigneeId: cast.member.id, teamId: team.id },
        ...{ deliverables: [{ title: '禮品清單', accepter: 'lead', dueDay: '2028-06-20' }], checks: ['符合預算'] },
      },
      null,
    );
    ok(await last.manager.patch(`/api/work-items/${own.id}`, { teamId: team.id, status: 'doing' }, ANY_VERSION));
    const { project } = await started({ keepPeople: true, keepOwnItems: true });
    const row = (await project.rows()).find(({ source }) => source === 'own')!;
    const item = await project.item(row.id);
    expect(item).toMatchObject({
      ...{ title: '貴賓禮品', status: 'to-do', dueDay: '2029-06-20', assignee: { id: cast.member.id } },
      ...{ team: { name: '禮賓組' }, deliverables: { total: 1, settled: 0 } },
    });
    expect(item.deliverableList[0]).toMatchObject({ title: '禮品清單', accepter: 'lead', dueDay: '2029-06-19' });
    expect(item.checkList[0]).toMatchObject({ text: '符合預算', state: 'open' });
    expect((await project.view()).previousId).toBe(last.id);
    expect((await project.activity()).map(({ action }) => action)).toContain('project.edition-followed');
  });

  it('starts from last year’s version where its template is no longer offered', async () => {
    const admin = (await app.setUpAdmin()).client;
    const from = { template: 'venue-search' };
    const house = ok(await admin.post<HouseTemplate>('/api/house-templates', { from, name: '自訂' })).body;
    ok(await admin.post(`/api/house-templates/${house.id}/publish`, {}, seen(1)));
    last = await aConference(app, { cast, template: house.slug });
    ok(await admin.post(`/api/house-templates/${house.id}/retire`));
    expect(ok(await suggest()).body.template).toMatchObject({ slug: house.slug, version: 1, offered: false });
    const { project } = await started({ template: house.slug });
    expect((await project.view()).template).toMatchObject({ slug: house.slug, version: 1 });
    ok(await cast.manager.client.post('/api/projects/preview', { ...NEXT, from: last.id, template: house.slug }));
    expect(told(await cast.manager.client.post('/api/projects', { ...NEXT, template: house.slug }))).toBe(
      '400 validation /template',
    );
  });

  it('is for whoever manages the edition before; a closed one can be followed too', async () => {
    expect(told(await suggest({}, cast.lead))).toBe('403 forbidden');
    expect(told(await begin({}, cast.lead))).toBe('403 forbidden');
    expect(told(await begin({}, cast.outsider))).toBe('404 not-found');
    ok(await last.manager.post(`/api/projects/${last.id}/close`, { waiveRest: '提前結案' }));
    expect((await last.view()).may).toContain('next-edition');
    ok(await begin());
  });

  it('reads at the same place what the editions before have learnt', async () => {
    const place = 'conference-project-executive/T1.1';
    const lesson = async (path: string, text: string, as = cast.member) =>
      ok(await as.client.post<LessonList>(`/api/${path}/lessons`, { text })).body;
    const item = await last.at(place);
    await lesson(`work-items/${item.id}`, '場地押金要早一個月付');
    await lesson(`projects/${last.id}`, '志工要多兩成');
    ok(await last.manager.post(`/api/projects/${last.id}/close`, { waiveRest: '提前結案' }));
    await lesson(`projects/${last.id}`, '結案後想到：提早訂車');
    const { project } = await started({ keepPeople: true });
    const lessons = async (path: string, as = cast.member) =>
      ok(await as.client.get<LessonList>(`/api/${path}/lessons`)).body;
    const here = await project.at(place);
    expect(await lessons(`work-items/${here.id}`)).toMatchObject({
      own: [],
      earlier: [{ text: '場地押金要早一個月付', projectName: '2028 亞洲會展年會', mine: false }],
    });
    expect((await lessons(`projects/${project.id}`)).earlier.map(({ text }) => text)).toEqual([
      ...['場地押金要早一個月付', '志工要多兩成', '結案後想到：提早訂車'],
    ]);
    expect(ok(await suggest()).body.lessons).toHaveLength(3);
  });

  it('a lesson is changed and deleted by whoever wrote it, or by the manager', async () => {
    const path = `/api/projects/${last.id}/lessons`;
    const { own } = ok(await cast.member.client.post<LessonList>(path, { text: '早點訂車' })).body;
    const at = `/api/lessons/${own[0]!.id}`;
    const change = (as: SignedInClient, version: number) =>
      as.client.patch(at, { text: '更早訂車' }, seen(version)).then(told);
    expect(await change(cast.lead, 1)).toBe('403 forbidden');
    expect(await change(cast.client, 1)).toBe('403 forbidden');
    expect(await change(cast.outsider, 1)).toBe('404 not-found');
    expect(await change(cast.member, 1)).toBe('200');
    expect(await change(cast.manager, 1)).toBe('412 version-moved');
    expect(told(await cast.manager.client.delete(at))).toBe('204');
    expect(ok(await cast.member.client.get<LessonList>(path)).body.own).toEqual([]);
  });
});

const NEXT = aStart({ name: '2029 亞洲會展年會', opening: '2029-06-11', closing: '2029-06-13' });

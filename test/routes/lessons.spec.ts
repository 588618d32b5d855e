import type {
  HouseLessonList,
  ItemLessonList,
  Lesson,
  LessonList,
  TemplateLessons,
} from '../../apps/api/lessons/lessons.dto';
import type { RecordEntry } from '../../apps/api/records/records.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import type { HouseTemplate } from '../../apps/api/templates/house.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok, seen } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

const PLACE = 'conference-project-executive/T1.1';

describe.each(databaseKinds())('lessons on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let other: Cast;
  let past: RunningProject;
  let next: RunningProject;

  const learn = async (body: object, project = past, as = cast.member) => {
    const path = `/api/work-items/${(await project.at(PLACE)).id}/lessons`;
    return ok(await as.client.post<ItemLessonList>(path, body)).body.own.at(-1)!;
  };
  const atItem = async (project = next, as = other.member) =>
    ok(await as.client.get<ItemLessonList>(`/api/work-items/${(await project.at(PLACE)).id}/lessons`)).body;
  const inProject = async (project = next, as = other.member) =>
    ok(await as.client.get<LessonList>(`/api/projects/${project.id}/lessons`)).body;
  const mine = (list: readonly Lesson[], { id }: Lesson) => list.find((lesson) => lesson.id === id);
  const aHouse = async () => {
    const body = { from: { template: 'conference' }, name: '我們的會議' };
    return ok(await other.manager.client.post<HouseTemplate>('/api/house-templates', body)).body;
  };
  const decide = (house: HouseTemplate, { id }: Lesson, how: 'take' | 'decline', body: object = {}) =>
    other.manager.client.post<HouseLessonList>(`/api/house-templates/${house.id}/lessons/${id}/${how}`, body);
  const draftOf = async ({ id }: HouseTemplate) =>
    ok(await other.manager.client.get<HouseTemplate>(`/api/house-templates/${id}`)).body;
  const taskOf = async (house: HouseTemplate) =>
    (await draftOf(house)).draft.items.find(({ place }) => place === PLACE);

  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    other = await aCast(app);
    past = await aConference(app, { cast });
    next = await aConference(app, { cast: other });
  });
  afterAll(() => app.close());

  it('are shown to the next project that meets the task, without who wrote them', async () => {
    const lesson = await learn({ text: '場地押金要早一個月付', kind: 'risk' });
    expect(lesson).toMatchObject({
      ...{ kind: 'risk', audience: 'house', place: PLACE, standard: 'conference-project-executive' },
      ...{ edition: expect.any(String), writtenBy: { id: cast.member.id }, mine: true, takenInto: [] },
    });
    const there = await atItem();
    expect(there).toMatchObject({ own: [], earlier: [] });
    expect(mine(there.house, lesson)).toMatchObject({
      ...{ text: '場地押金要早一個月付', writtenBy: null, mine: false, from: null },
    });
    expect(JSON.stringify(there.house)).not.toContain(cast.member.id);
    expect(mine((await inProject()).house, lesson)).toBeDefined();
  });

  it('name who wrote them to whoever is in the crew of both', async () => {
    const lesson = await learn({ text: '早點訂車' });
    const both = { role: 'member', teams: [] };
    ok(await past.manager.put(`/api/projects/${past.id}/members/${other.lead.id}`, both));
    const { house } = await atItem(next, other.lead);
    expect(mine(house, lesson)?.writtenBy).toMatchObject({ id: cast.member.id });
  });

  it('can be for the event alone, or for the project alone', async () => {
    const lessons = await Promise.all(
      ['event', 'project'].map((audience) => learn({ text: '只給自己人看', audience })),
    );
    const there = await inProject();
    for (const lesson of lessons) expect(mine(there.house, lesson)).toBeUndefined();
    const about = ok(await cast.member.client.post<LessonList>(`/api/projects/${past.id}/lessons`, { text: '整體' }));
    expect(mine(there.house, about.body.own.at(-1)!)).toBeUndefined();
  });

  it('are read before a project is started from a template that has the task', async () => {
    const lesson = await learn({ text: '先問檔期' });
    const path = `/api/templates/${(await next.view()).template.slug}/lessons`;
    const found = ok(await other.manager.client.get<TemplateLessons>(path)).body.items;
    expect(mine(found, lesson)).toMatchObject({ text: '先問檔期', writtenBy: null });
    expect(told(await other.manager.client.get('/api/templates/no-such/lessons'))).toBe('404 not-found');
  });

  it('propose something of their task alone, and only what makes sense', async () => {
    const about = `/api/projects/${past.id}/lessons`;
    const proposal = { what: 'leave-out' };
    expect(told(await past.manager.post(about, { text: '不必', proposal }))).toBe('400 validation /proposal');
    const item = `/api/work-items/${(await past.at(PLACE)).id}/lessons`;
    const days = { text: '不必', proposal: { what: 'days' } };
    expect(told(await past.manager.post(item, days))).toBe('400 validation /proposal/days');
    const lesson = await learn({ text: '太晚', proposal: { what: 'days', days: -14 } });
    const edit = (body: object) => cast.member.client.patch<Lesson>(`/api/lessons/${lesson.id}`, body, ANY_VERSION);
    expect(ok(await edit({ audience: 'event' })).body).toMatchObject({ audience: 'event', proposal: { days: -14 } });
    expect(ok(await edit({ proposal: null })).body).toMatchObject({ text: '太晚', proposal: null });
  });

  it('move the task in a template of the house that takes them, and tell into which version', async () => {
    const house = await aHouse();
    const before = (await taskOf(house))!;
    const lesson = await learn({ text: '早兩週', proposal: { what: 'days', days: -14 } });
    const { items } = ok(await decide(house, lesson, 'take', { reason: '三年都太晚' })).body;
    expect(items.find(({ id }) => id === lesson.id)).toMatchObject({
      task: { title: before.title },
      decision: { taken: true, version: 1, published: false, reason: '三年都太晚', by: { id: other.manager.id } },
    });
    const after = (await taskOf(house))!;
    const daysOf = (rule: string) => Number(/([+-]) (\d+)/.exec(rule)?.slice(1).join('') ?? 0);
    expect(daysOf(after.due)).toBe(daysOf(before.due) - 14);
    ok(await decide(house, lesson, 'take'));
    expect(await taskOf(house)).toEqual(after);
    expect(mine((await atItem(past, cast.member)).own, lesson)?.takenInto).toMatchObject([
      { templateId: house.id, name: '我們的會議', version: 1, published: false },
    ]);
    const { version } = await draftOf(house);
    ok(await other.manager.client.post(`/api/house-templates/${house.id}/publish`, {}, seen(version)));
    expect(mine((await atItem(past, cast.member)).own, lesson)?.takenInto).toMatchObject([{ published: true }]);
    expect((await past.activity()).map(({ action }) => action)).toContain('lesson.taken');
  });

  it('say something at the task, which projects started from that version read there', async () => {
    const house = await aHouse();
    const lesson = await learn({ text: '押金', proposal: { what: 'note', text: '押金要早一個月付' } });
    ok(await decide(house, lesson, 'take'));
    expect((await taskOf(house))?.guidance).toBe('押金要早一個月付');
    const { version } = await draftOf(house);
    ok(await other.manager.client.post(`/api/house-templates/${house.id}/publish`, {}, seen(version)));
    const started = await aConference(app, { cast: other, template: house.slug });
    expect((await atItem(started, other.manager)).guidance).toBe('押金要早一個月付');
    expect((await atItem(next)).guidance).toBeNull();
  });

  it('add a task behind theirs, or leave theirs out', async () => {
    const house = await aHouse();
    const more = await learn({ text: '漏了', proposal: { what: 'add-task', text: '付場地押金' } });
    const less = await learn({ text: '多的', proposal: { what: 'leave-out' } });
    ok(await decide(house, more, 'take'));
    const { draft } = await draftOf(house);
    const at = draft.items.findIndex(({ place }) => place === PLACE);
    expect(draft.items[at + 1]).toMatchObject({ title: '付場地押金', team: draft.items[at]!.team });
    const { items } = ok(await decide(house, less, 'take')).body;
    expect(await taskOf(house)).toBeUndefined();
    expect(items.find(({ id }) => id === less.id)?.decision).toMatchObject({ taken: true });
    const late = await learn({ text: '還是要', proposal: { what: 'note', text: '要看' } });
    expect(told(await decide(house, late, 'take'))).toBe('409 no-such-task');
  });

  it('are declined with a reason, and can be taken later, but not the other way round', async () => {
    const house = await aHouse();
    const lesson = await learn({ text: '看情況', proposal: { what: 'note', text: '看情況' } });
    expect(told(await decide(house, lesson, 'decline'))).toBe('400 validation /reason');
    const { items } = ok(await decide(house, lesson, 'decline', { reason: '只有那一次' })).body;
    const decision = () => items.find(({ id }) => id === lesson.id)?.decision;
    expect(decision()).toMatchObject({ taken: false, version: null, reason: '只有那一次' });
    ok(await decide(house, lesson, 'take'));
    expect(told(await decide(house, lesson, 'decline', { reason: '算了' }))).toBe('409 lesson-taken');
    const plain = await learn({ text: '沒有建議' });
    expect(told(await decide(house, plain, 'take'))).toBe('409 no-proposal');
    const hidden = await learn({ text: '內部', audience: 'project', proposal: { what: 'leave-out' } });
    expect(told(await decide(house, hidden, 'take'))).toBe('404 not-found');
  });

  it('change the draft once, however many take them at the same moment', async () => {
    const house = await aHouse();
    const lesson = await learn({ text: '押金', proposal: { what: 'note', text: '早付' } });
    const answers = await Promise.all([1, 2, 3].map(() => decide(house, lesson, 'take')));
    for (const answer of answers) ok(answer);
    expect((await taskOf(house))?.guidance).toBe('早付');
  });

  it('are made of a finding with its words, once, also when the project is closed', async () => {
    const closed = await aConference(app, { cast });
    const made = { preset: 'rehearsalFindings' };
    const list = ok(await closed.manager.post<Register>(`/api/projects/${closed.id}/registers`, made)).body;
    const cells = { problem: '投影機沒有聲音', rehearsal: '2028-06-11', owner: '王小姐' };
    const row = ok(await closed.manager.post<{ id: string }>(`/api/registers/${list.id}/rows`, { cells })).body;
    ok(await closed.manager.post(`/api/projects/${closed.id}/close`, { waiveRest: '提前結案' }));
    const make = () => cast.member.client.post<Lesson>(`/api/register-rows/${row.id}/lesson`);
    const lesson = ok(await make()).body;
    expect(lesson).toMatchObject({
      ...{ text: '投影機沒有聲音', kind: 'to-change', from: { kind: 'register-row', id: row.id, title: list.name } },
      workItemId: list.deliverables[0]?.workItemId ?? null,
    });
    expect(ok(await make()).body.id).toBe(lesson.id);
    const guests = ok(
      await next.manager.post<Register>(`/api/projects/${next.id}/registers`, { preset: 'venues' }),
    ).body;
    const venue = ok(await next.manager.post<{ id: string }>(`/api/registers/${guests.id}/rows`)).body;
    expect(told(await next.manager.post(`/api/register-rows/${venue.id}/lesson`))).toBe('409 no-finding');
  });

  it('are made of an entry of a record at its work item', async () => {
    const { id, workItemId } = await past.addDeliverable({ kind: 'record' });
    const entry = { kind: 'incident', day: '2028-06-11', title: '午宴缺料', decisions: ['下次多備一成'] };
    const { id: entryId } = ok(
      await past.manager.post<RecordEntry>(`/api/deliverables/${id}/record-entries`, entry),
    ).body;
    const make = () => cast.member.client.post<Lesson>(`/api/record-entries/${entryId}/lesson`);
    const lesson = ok(await make()).body;
    expect(lesson).toMatchObject({ text: '午宴缺料\n・下次多備一成', kind: 'risk', workItemId });
    expect(ok(await make()).body.id).toBe(lesson.id);
    expect(told(await cast.client.client.post(`/api/record-entries/${entryId}/lesson`))).toBe('403 forbidden');
  });
});

import { randomUUID } from 'node:crypto';
import { Database, readAll } from '@convener/platform';
import { SurveyAnswer, SurveyLink, surveyResultsOf } from '@convener/surveys';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Body, ok, seen } from '../support/client';
import { aConference, goTo, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { SurveysWorld } from './surveys.world';

describe.each(databaseKinds())('satisfaction surveys on $name', (database) => {
  let app: TestApp;
  let world: SurveysWorld;

  beforeAll(async () => {
    app = await startTestApp({ database });
    world = new SurveysWorld(app, await aConference(app));
  });
  beforeEach(async () => {
    await world.make();
    await world.open();
  });
  afterAll(() => app.close());

  const rows = () =>
    app.app.get(Database).read((em) => readAll(em, SurveyAnswer, 'WHERE t.survey_id = ?', [world.survey.id]));
  const linkRows = () =>
    app.app.get(Database).read((em) => readAll(em, SurveyLink, 'WHERE t.survey_id = ?', [world.survey.id]));

  it('begin as a ready questionnaire in both languages, or empty, or as a copy of another', async () => {
    const [section] = world.survey.sections;
    expect(section).toMatchObject({ title: '關於您', titleEn: 'About you' });
    const copy = await world.make({ ready: undefined, copyOf: world.survey.id, title: '再一次' });
    expect(copy).toMatchObject({ state: 'draft', sections: [{ title: '關於您' }, {}, {}, {}, {}], answers: 0 });
    expect(copy.sections[0]!.id).not.toBe(section!.id);
    const empty = await world.make({ ready: undefined });
    expect(empty.sections).toEqual([]);
    expect(told(await world.manager.post(`${world.path}/open`))).toBe('409 survey-empty');
  });

  it('are answered once a link by people without an account, and the same submission is taken twice', async () => {
    const [page] = await world.links(1);
    expect(await world.show(page!)).toMatchObject({
      ...{
        stand: 'open',
        projectName: expect.any(String),
        title: '會後滿意度調查',
        named: false,
        linkKind: 'personal',
      },
      sections: expect.arrayContaining([expect.objectContaining({ titleEn: 'Programme' })]),
    });
    const first = world.submission({ scale: 5, text: '很好' });
    expect((await world.submit(page!, first)).status).toBe(204);
    expect((await world.submit(page!, first)).status).toBe(204);
    expect(told(await world.submit(page!))).toBe('409 survey-answered-before');
    expect(await world.show(page!)).toMatchObject({ stand: 'answered', sections: [] });
    expect(await rows()).toHaveLength(1);
  });

  it('take one answer of twenty that come at once', async () => {
    const [page] = await world.links(1);
    const all = await Promise.all(Array.from({ length: 20 }, () => world.submit(page!)));
    const statuses = all.map(({ status }) => status).sort();
    expect(statuses).toEqual([204, ...Array.from({ length: 19 }, () => 409)]);
    expect(await rows()).toHaveLength(1);
  });

  it('take one of twenty of the same submission, and answer each as if it were the one', async () => {
    const [page] = await world.links(1);
    const same = world.submission();
    const all = await Promise.all(Array.from({ length: 20 }, () => world.submit(page!, same)));
    expect(new Set(all.map(({ status }) => status))).toEqual(new Set([204]));
    expect(await rows()).toHaveLength(1);
  });

  it('take many answers by the link of the hall, one from each device', async () => {
    const page = await world.hall();
    const phone = app.client();
    await world.show(page, phone);
    const first = world.submission();
    const statuses = (await Promise.all([1, 2, 3].map(() => world.submit(page, first, phone)))).map(
      (one) => one.status,
    );
    expect(statuses).toEqual([204, 204, 204]);
    expect(told(await world.submit(page, world.submission(), phone))).toBe('409 survey-answered-before');
    expect(await world.show(page, phone)).toMatchObject({ stand: 'answered', linkKind: 'hall' });
    expect((await world.submit(page)).status).toBe(204);
    expect((await world.results()).byLink).toEqual({ personal: 0, hall: 2 });
    const kept = await rows();
    expect(kept.map(({ linkKind, rowId }) => [linkKind, rowId])).toEqual([
      ['hall', null],
      ['hall', null],
    ]);
  });

  it('take no more than a full hall could send from one network', async () => {
    const page = await world.hall();
    const send = async () => (await world.submit(page)).status;
    const before = await Promise.all(Array.from({ length: 12 }, send));
    expect(new Set(before)).toEqual(new Set([204]));
    await app.app.get(Database).write((em) => em.query('UPDATE attempts SET used = 600'));
    expect(told(await world.submit(page))).toBe('429 too-many-attempts');
    await app.app.get(Database).write((em) => em.query('DELETE FROM attempts'));
  });

  it('answer alike for links that never were, were taken back, or whose survey is over', async () => {
    const unknown = await app.client().get('/api/survey/guessed');
    const [page] = await world.links(1);
    const hall = await world.hall();
    await world.hall(true);
    const taken = await app.client().get(hall);
    ok(await world.manager.post(`${world.path}/close`));
    const over = [await app.client().get(page!), await world.submit(page!)];
    for (const refused of [unknown, taken, ...over]) {
      expect(told(refused)).toBe('404 survey-link-over');
      expect({ ...refused.body, requestId: null }).toEqual({ ...unknown.body, requestId: null });
      expect(refused.headers['referrer-policy']).toBe('no-referrer');
    }
  });

  it('ask for consent and for what is required, and lose nothing of what was sent', async () => {
    const [page] = await world.links(1);
    const good = world.submission();
    expect(told(await world.submit(page!, { ...good, consent: false }))).toBe('400 validation /consent');
    const missing = await world.submit(page!, { ...good, answers: good.answers.slice(0, 1) });
    expect(told(missing)).toBe('400 validation /answers');
    const wrong = { ...good, answers: [good.answers[0], { ...good.answers[1], number: 11 }] };
    expect(told(await world.submit(page!, wrong))).toContain('400 validation /answers/1');
    expect((await world.submit(page!, good)).status).toBe(204);
  });

  it('keep their questions once somebody has answered; texts around them and days stay free', async () => {
    const [page] = await world.links(1);
    const { sections } = await world.look();
    ok(await world.manager.patch(world.path, { sections: sections.slice(0, 5) }, ANY_VERSION));
    ok(await world.submit(page!));
    const renamed = sections.map((section) => ({ ...section, title: `${section.title}！` }));
    expect(told(await world.manager.patch(world.path, { sections: renamed }, ANY_VERSION))).toBe('409 survey-answered');
    expect(told(await world.manager.patch(world.path, { named: true }, ANY_VERSION))).toBe('409 survey-answered');
    expect(told(await world.manager.delete(world.path))).toBe('409 survey-answered');
    const edited = await world.edit({ intro: '再說明一次', closesDay: '2028-07-01', sections });
    expect(edited).toMatchObject({ intro: '再說明一次', closesDay: '2028-07-01' });
  });

  it('tell whoever edits an older state what stands there now', async () => {
    const { version } = world.survey;
    await world.edit({ title: '新的名稱' });
    const late = await world.manager.patch(world.path, { title: '舊的' }, seen(version));
    expect(told(late)).toBe('412 version-moved');
    expect(late.body).toMatchObject({ current: { title: '新的名稱' } });
    const days = { opensDay: '2028-06-30', closesDay: '2028-06-01' };
    expect(told(await world.manager.patch(world.path, days, ANY_VERSION))).toBe('400 validation /closesDay');
  });

  it('show results from three answers on, and parts only where no part is smaller', async () => {
    const pages = await world.links(5);
    const send = (page: string, scale: number, nps: number) => world.submit(page, world.submission({ scale, nps }));
    ok(await send(pages[0]!, 5, 10));
    ok(await send(pages[1]!, 4, 8));
    expect(await world.results()).toMatchObject({ answers: 2, tooFew: true, sections: [], invited: 5, responded: 2 });
    const file = `${world.path}/results/file?format=csv&content=answers`;
    expect(told(await world.manager.get(file))).toBe('409 too-few-answers');
    ok(await send(pages[2]!, 2, 3));
    const results = await world.results();
    expect(results).toMatchObject({ answers: 3, rate: 0.6, tooFew: false, mayFilter: true });
    const overall = results.sections.at(-1)!;
    expect(overall.questions[0]).toMatchObject({ answered: 3, mean: 3.67 });
    expect(overall.questions[1]!.nps).toEqual({ promoters: 1, passives: 1, detractors: 1, score: 0 });
    ok(await world.submit(await world.hall()));
    expect(await world.results()).toMatchObject({ answers: 4, tooFew: false, mayFilter: false });
    expect(await world.results('personal')).toMatchObject({ tooFew: true, sections: [] });
  });

  it('are taken away as files in which nothing runs and nobody can be told', async () => {
    for (const page of await world.links(3)) ok(await world.submit(page, world.submission({ text: '=1+1' })));
    const csv = await world.manager.download(`${world.path}/results/file?format=csv&content=answers`);
    const text = csv.content.toString('utf8');
    expect(text).toContain(`'=1+1`);
    expect(text.split('\r\n')[0]).toContain('填答日');
    expect(text).not.toContain('填答人');
    const counts = await world.manager.download(`${world.path}/results/file?format=xlsx&content=counts`);
    expect(counts.content.subarray(0, 2).toString()).toBe('PK');
  });

  it('keep no way from an answer to its link', async () => {
    const [page] = await world.links(3);
    const submission = world.submission();
    ok(await world.submit(page!, submission));
    const [answer] = await rows();
    const links = await linkRows();
    const told = JSON.stringify(answer);
    expect(answer).toMatchObject({ rowId: null, day: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/) });
    for (const link of links)
      for (const value of [link.id, link.receiptHash]) if (value) expect(told).not.toContain(value);
    expect(told).not.toContain(submission.submissionId);
    expect(answer!.id).toMatch(/^.{14}4/);
    const view = JSON.stringify(await world.look());
    expect(view).not.toContain(links[0]!.id);
  });

  it('give documents the results of all surveys that were opened', async () => {
    const project = await aConference(app);
    const own = new SurveysWorld(app, project);
    await own.make({ title: '草稿' });
    await own.make({ title: '參展商', ready: 'exhibitors' });
    await own.open();
    for (const page of await own.links(3)) ok(await own.submit(page));
    const all = await app.app.get(Database).read((em) => surveyResultsOf(em, project.id));
    expect(all.map(({ title, answers, rate }) => [title, answers, rate])).toEqual([['參展商', 3, 1]]);
    expect(all).toEqual([await own.results()]);
  });

  it('are the crew’s to read and the leads’ and managers’ to make', async () => {
    const { member, client, outsider, lead } = world.project.cast;
    const list = `/api/projects/${world.project.id}/surveys`;
    expect(ok(await member.client.get<Body>(list)).body.mayManage).toBe(false);
    expect(told(await member.client.post(list, { title: '我的' }))).toBe('403 forbidden');
    expect(ok(await lead.client.post<Body>(list, { title: '組長的' })).body).toMatchObject({ mayManage: true });
    expect(told(await client.client.get(list))).toBe('403 forbidden');
    expect(told(await outsider.client.get(world.path))).toBe('404 not-found');
    expect(told(await member.client.post(`${world.path}/close`))).toBe('403 forbidden');
  });

  it('tell in the activity what was done, never who has answered', async () => {
    ok(await world.submit((await world.links(1))[0]!));
    const { items } = ok(
      await world.manager.get<{ items: { action: string; subject: { id: string } }[] }>(
        `/api/projects/${world.project.id}/activity`,
      ),
    ).body;
    const own = items.filter(({ subject }) => subject.id === world.survey.id).map(({ action }) => action);
    expect(own).toEqual(['survey.links-given', 'survey.links-made', 'survey.opened', 'survey.added']);
  });

  it('refuse links for a list of another project, or without addresses, or of neither kind', async () => {
    const other = new SurveysWorld(app, await aConference(app));
    const foreign = await other.guestList(['王小明', 'ming@example.test']);
    const make = (body: object) => world.manager.post(`${world.path}/links`, body);
    expect(told(await make({ registerId: foreign.id }))).toMatch(/^(400 validation \/registerId|404 not-found)$/);
    expect(told(await make({ registerId: randomUUID() }))).toBe('404 not-found');
    expect(told(await make({}))).toBe('400 validation /count');
    const own = await world.guestList(['王小明', 'ming@example.test']);
    expect(told(await make({ registerId: own.id, count: 3 }))).toBe('400 validation /count');
    expect(told(await make({ registerId: own.id, emailKey: 'guest' }))).toBe('400 validation /emailKey');
  });

  it('begin and end on days where the event is, also after the project was closed', async () => {
    const project = await aConference(app, { cast: world.project.cast });
    const own = new SurveysWorld(app, project);
    await own.make();
    await own.edit({ opensDay: '2028-06-12', closesDay: '2028-06-30' });
    await own.open();
    const [page, later, late] = await own.links(3);
    expect(await own.show(page!)).toMatchObject({ stand: 'waiting', opensDay: '2028-06-12', sections: [] });
    expect(told(await own.submit(page!))).toBe('409 survey-not-yet');
    await goTo(app, project.cast, '2028-06-12T00:00:00+08:00');
    expect((await own.submit(page!)).status).toBe(204);
    ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '活動結束' }));
    expect((await own.submit(later!)).status).toBe(204);
    expect(told(await own.manager.patch(own.path, { title: '改名' }, ANY_VERSION))).toBe('409 project-closed');
    expect(told(await own.manager.post(`${own.path}/links`, { count: 1 }))).toBe('409 project-closed');
    expect(await own.look()).toMatchObject({ mayManage: false, mayClose: true, answers: 2 });
    await goTo(app, project.cast, '2028-07-01T00:00:00+08:00');
    expect(told(await own.submit(late!))).toBe('404 survey-link-over');
    expect(ok(await own.manager.post<Body>(`${own.path}/close`)).body.state).toBe('closed');
  });
});

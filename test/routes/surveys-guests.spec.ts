import { Database, readAll } from '@convener/platform';
import { SurveyAnswer, SurveyLink, SurveyMailsService } from '@convener/surveys';
import type { PersonalFile } from '../../apps/api/registers/personal-data.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aConference, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { until } from '../support/until';
import { pageOf, SurveysWorld } from './surveys.world';

const MING = 'ming@example.test';
const HUA = 'hua@example.test';

describe.each(databaseKinds())('a survey of the guests of a list on $name', (database) => {
  let app: TestApp;
  let world: SurveysWorld;
  let list: { id: string; rows: string[] };

  beforeAll(async () => {
    app = await startTestApp({ database });
  });
  beforeEach(async () => {
    world = new SurveysWorld(app, await aConference(app));
    app.mailer.sent.length = 0;
    await world.make();
    await world.open();
    list = await world.guestList(['王小明', MING], ['陳小華', HUA], ['沒有信箱', '']);
  });
  afterAll(() => app.close());

  const makeLinks = async () =>
    ok(await world.manager.post<{ made: number }>(`${world.path}/links`, { registerId: list.id })).body.made;
  const mail = async (again = false) =>
    ok(await world.manager.post<{ mails: number }>(`${world.path}/mails`, { again })).body.mails;
  const mailed = async (count: number) => {
    await until(async () => {
      // The sweep goes by the clock, which stands still here.
      app.clock.advance(2_000);
      const { links } = await world.look();
      return app.mailer.sent.length >= count && links.waiting === 0;
    }, 'the mails of the survey');
  };
  const pageIn = ({ text }: { text: string }) => pageOf(/https?:\/\/\S+\/survey\/[\w-]+/.exec(text)![0]);
  const answers = () =>
    app.app.get(Database).read((em) => readAll(em, SurveyAnswer, 'WHERE t.survey_id = ?', [world.survey.id]));
  const links = () =>
    app.app.get(Database).read((em) => readAll(em, SurveyLink, 'WHERE t.survey_id = ?', [world.survey.id]));

  it('makes one link for each row with an address, once', async () => {
    expect(await makeLinks()).toBe(2);
    expect(await makeLinks()).toBe(0);
    expect((await world.given()).map(({ number, name }) => [number, name])).toEqual([
      [1, '王小明'],
      [2, '陳小華'],
    ]);
    const csv = await world.manager.post<string>(`${world.path}/links/file`, { format: 'csv' });
    expect(csv.status).toBe(200);
    expect(csv.body).toContain('1,王小明,http');
  });

  it('mails each link once, in both languages, and reminds those alone who have not answered', async () => {
    await makeLinks();
    expect(await mail()).toBe(2);
    expect(await mail()).toBe(0);
    await mailed(2);
    const [toMing] = app.mailer.to(MING);
    expect(toMing!.subject).toContain('會後滿意度調查／Attendee survey');
    expect(toMing!.text).toMatch(/不記名[^]*anonymous/);
    expect(toMing!.secrets).toHaveLength(1);
    ok(await world.submit(pageIn(toMing!)));
    expect(await mail()).toBe(0);
    expect(await mail(true)).toBe(1);
    await mailed(3);
    expect(app.mailer.sent.map(({ to }) => to).sort()).toEqual([HUA, HUA, MING]);
    const [first, second] = app.mailer.to(HUA);
    expect(first!.key).not.toBe(second!.key);
    expect((await world.submit(pageIn(first!))).status).toBe(204);
    expect(told(await world.submit(pageIn(second!)))).toBe('409 survey-answered-before');
  });

  it('mails again under the same name what may not have arrived, and gives up what never will', async () => {
    await makeLinks();
    app.mailer.refuse(HUA);
    app.mailer.failNext(1);
    await mail();
    await until(async () => {
      app.clock.advance(10_000);
      const { links: counts } = await world.look();
      return counts.waiting === 0;
    }, 'the mails to be over');
    app.mailer.accept(HUA);
    expect((await world.look()).links).toMatchObject({ mailed: 1, failed: 1, waiting: 0 });
    expect(app.mailer.to(MING)).toHaveLength(1);
  });

  it('mails again, under the same key, where the sender died before it noted that, and both copies are one answer', async () => {
    const died = jest.spyOn(app.app.get(SurveyMailsService), 'sent').mockResolvedValueOnce();
    ok(await world.manager.post(`${world.path}/links`, { registerId: list.id }));
    await mail();
    await mailed(3);
    died.mockRestore();
    const copies = [app.mailer.to(MING), app.mailer.to(HUA)].find(({ length }) => length === 2)!;
    expect(copies[0]!.key).toBe(copies[1]!.key);
    expect((await world.submit(pageIn(copies[0]!))).status).toBe(204);
    expect(told(await world.submit(pageIn(copies[1]!)))).toBe('409 survey-answered-before');
  });

  it('mails nothing while nobody could answer', async () => {
    await makeLinks();
    ok(await world.manager.post(`${world.path}/close`));
    expect(told(await world.manager.post(`${world.path}/mails`, { again: false }))).toBe('409 survey-not-open');
  });

  it('is anonymous: no answer says of which row it is', async () => {
    await makeLinks();
    for (const { link } of await world.given()) ok(await world.submit(pageOf(link)));
    expect((await answers()).map(({ rowId }) => rowId)).toEqual([null, null]);
  });

  it('names its guests only where it says so before anybody answers', async () => {
    await world.edit({ named: true });
    await makeLinks();
    const [ming] = await world.given();
    expect((await world.show(pageOf(ming!.link))).named).toBe(true);
    ok(await world.submit(pageOf(ming!.link)));
    expect(await world.results()).toMatchObject({ answers: 1, tooFew: false });
    const file = `${world.path}/results/file?format=csv&content=answers`;
    expect((await world.manager.download(file)).content.toString()).toContain('王小明');
    expect((await world.project.cast.client.client.get(file)).status).toBe(403);
  });

  it.each([true, false])(
    'keeps nothing of a page that said otherwise of names than the survey does by now: %s',
    async (named) => {
      await world.edit({ named: !named });
      await makeLinks();
      const [ming] = await world.given();
      const page = pageOf(ming!.link);
      const filledIn = world.submission({ text: '我是匿名的' });
      expect((await world.show(page)).named).toBe(filledIn.named);
      await world.edit({ named });
      expect(told(await world.submit(page, filledIn))).toBe('409 survey-naming-changed');
      expect(await answers()).toEqual([]);
      expect(await world.show(page)).toMatchObject({ stand: 'open', named });
      ok(await world.submit(page, { ...filledIn, named }));
      expect((await answers()).map(({ rowId }) => rowId)).toEqual([named ? list.rows[0] : null]);
    },
  );

  it('hands a person a copy of what they answered by name, and of nothing that was anonymous', async () => {
    const copy = async () => {
      const path = `/api/projects/${world.project.id}/personal-data/export`;
      return ok(await world.manager.post<PersonalFile>(path, { rows: [list.rows[0]] })).body.answers;
    };
    await world.edit({ named: true });
    await makeLinks();
    expect(await copy()).toEqual([]);
    const [ming, hua] = await world.given();
    ok(await world.submit(pageOf(ming!.link)));
    ok(await world.submit(pageOf(hua!.link)));
    const said = [world.question('scale', true), world.question('nps', true)];
    expect(await copy()).toMatchObject([
      { survey: '會後滿意度調查', answers: said.map(({ text }, at) => ({ question: text, value: [4, 9][at] })) },
    ]);
  });

  it('forgets a person who is erased from the list: no link leads back, and no answer', async () => {
    await world.edit({ named: true });
    await makeLinks();
    const [ming] = await world.given();
    ok(await world.submit(pageOf(ming!.link)));
    const erase = { rows: [list.rows[0]], reason: '本人要求' };
    ok(await world.manager.post(`/api/projects/${world.project.id}/personal-data/erase`, erase));
    expect((await links()).map(({ rowId }) => rowId)).toEqual([list.rows[1]]);
    expect((await answers()).map(({ rowId }) => rowId)).toEqual([null]);
    expect((await app.client().get(pageOf(ming!.link))).status).toBe(404);
  });
});

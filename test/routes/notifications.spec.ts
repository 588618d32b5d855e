import { Message } from '@convener/delivery';
import { unsubscribeTokens } from '@convener/notifications';
import { Database } from '@convener/platform';
import { CantWait } from '@convener/reminders';
import type { Notifications } from '../../apps/api/notifications/notifications.dto';
import type { Operations, TroubledMailPage } from '../../apps/api/operations/operations.dto';
import type { WorkItem } from '../../apps/api/projects/work.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, type Refusal, type RunningProject } from '../support/builders';

const METRICS_TOKEN = 'a-token-for-figures';

let app: TestApp;
let cast: Cast;
let project: RunningProject;
beforeAll(async () => {
  app = await startTestApp({ env: { METRICS_TOKEN } });
  cast = await aCast(app);
  project = await aConference(app, { cast });
});
afterAll(() => app.close());

const database = () => app.app.get(Database);
const tokenOf = ({ id }: SignedInClient) =>
  database().write(async (em) => (await unsubscribeTokens(em, [id])).get(id)!);

describe('how one wants to be told', () => {
  const path = '/api/me/notifications';
  const show = async (who: SignedInClient) => ok(await who.client.get<Notifications>(path)).body;
  const change = async (who: SignedInClient, body: object, version?: number) => {
    const seen = version ?? (await show(who)).version;
    return who.client.patch<Notifications & Refusal>(path, body, { 'if-match': `"${seen}"` });
  };

  it('is by a digest with the reminders, also by mail, until one says otherwise', async () => {
    expect(await show(cast.lead)).toMatchObject({
      ...{ version: 0, digestAt: null, mail: true, quietFrom: null, restOnDaysOff: false, standInId: null },
    });
  });

  it('is changed bit by bit, and never over somebody’s head', async () => {
    const first = ok(await change(cast.manager, { digestAt: '10:30', quietFrom: '22:00', quietTo: '08:00' }, 0));
    expect(first.headers.etag).toBe('"1"');
    const second = ok(await change(cast.manager, { restOnDaysOff: true }, 1)).body;
    expect(second).toMatchObject({ version: 2, digestAt: '10:30', quietTo: '08:00', restOnDaysOff: true });
    const late = await change(cast.manager, { dailyCap: 3 }, 1);
    expect([late.status, late.body.current]).toEqual([412, expect.objectContaining({ version: 2 })]);
    expect(ok(await change(cast.manager, { quietFrom: null, quietTo: null }, 2)).body.quietFrom).toBeNull();
  });

  it.each([
    [{ digestAt: '07:00' }, '/digestAt'],
    [{ quietFrom: '22:00' }, '/quietTo'],
    [{ quietFrom: '22:00', quietTo: '22:00' }, '/quietTo'],
    [{ awayFrom: '2030-01-02' }, '/standInId'],
    [{ awayUntil: '2001-01-02' }, '/awayFrom'],
    [{ zone: 'Taipei' }, '/zone'],
    [{ singles: ['everything'] }, '/singles'],
    [{ dailyCap: 0 }, '/dailyCap'],
  ])('is refused at the field that makes no sense: %j', async (body, pointer) => {
    const { status, body: said } = await change(cast.member, body);
    expect([status, said.fields?.map((field) => field.pointer)]).toEqual([400, expect.arrayContaining([pointer])]);
    expect((await show(cast.member)).version).toBe(0);
  });

  it('is by a stand-in from one’s own projects alone', async () => {
    const { colleagues } = await show(cast.member);
    expect(colleagues.map(({ id }) => id)).toContain(cast.lead.id);
    expect(colleagues.map(({ id }) => id)).not.toContain(cast.outsider.id);
    const wrong = await change(cast.member, { standInId: cast.outsider.id, awayFrom: '2030-01-02' });
    expect([wrong.status, wrong.body.fields?.[0]?.pointer]).toEqual([400, '/standInId']);
    const right = { standInId: cast.lead.id, awayFrom: '2030-01-02', awayUntil: '2030-01-09' };
    expect(ok(await change(cast.member, right)).body).toMatchObject(right);
  });
});

describe('the link that ends mails', () => {
  const FORM = { 'content-type': 'application/x-www-form-urlencoded' };
  const post = (url: string, headers: Record<string, string>, payload?: string) =>
    app.app.inject({ method: 'POST', url, headers, payload });
  const mails = async ({ client }: SignedInClient) =>
    ok(await client.get<Notifications>('/api/me/notifications')).body.mail;

  it('is asked about without ending anything, as scanners do', async () => {
    const token = await tokenOf(cast.lead);
    const { body } = ok(await app.client().get<{ email: string; mail: boolean }>(`/api/unsubscribe/${token}`));
    expect(body).toEqual({ email: expect.stringMatching(/^.•••@/), mail: true });
    expect(await mails(cast.lead)).toBe(true);
  });

  it('ends them by one click of a mail program, which knows neither our header nor JSON', async () => {
    const token = await tokenOf(cast.lead);
    for (let click = 0; click < 2; click += 1) {
      const { statusCode } = await post(`/api/unsubscribe/${token}`, FORM, 'List-Unsubscribe=One-Click');
      expect(statusCode).toBe(204);
    }
    expect(await mails(cast.lead)).toBe(false);
    expect((await post('/api/unsubscribe/never-was', FORM, 'List-Unsubscribe=One-Click')).statusCode).toBe(404);
  });

  it('lets forms and requests without our header in nowhere else', async () => {
    expect((await post('/api/session', FORM, 'email=a')).statusCode).toBe(403);
    expect((await post('/api/session', { ...FORM, 'x-requested-with': 'convener' }, 'email=a')).statusCode).toBe(415);
    expect((await post('/api/unsubscribe/x/../../session', FORM, 'email=a')).statusCode).not.toBeLessThan(400);
  });
});

describe('work that can’t wait', () => {
  it('is marked for oneself, with its deliverables, also those to come', async () => {
    const item = (await project.rows())[0]!;
    const path = `/api/work-items/${item.id}/cant-wait`;
    const marks = () => database().read((em) => em.findBy(CantWait, { personId: cast.manager.id }));
    for (let again = 0; again < 2; again += 1) {
      expect(ok(await project.manager.put(path)).body).toEqual({ cantWait: true });
    }
    const view = ok(
      await project.manager.post<WorkItem>(`/api/work-items/${item.id}/deliverables`, { title: '加一份' }),
    ).body;
    const subjects = [view.id, ...view.deliverableList.map(({ id }) => id)].sort();
    expect((await marks()).map(({ subjectId }) => subjectId).sort()).toEqual(subjects);
    expect(ok(await project.manager.get(path)).body).toEqual({ cantWait: true });
    expect(ok(await cast.member.client.get(path)).body).toEqual({ cantWait: false });
    expect(ok(await project.manager.delete(path)).body).toEqual({ cantWait: false });
    expect(await marks()).toEqual([]);
  });
});

describe('operations', () => {
  it('show what failed and why, a page at a time', async () => {
    const { client, id: admin } = await app.setUpAdmin();
    const failed = { mailStatus: 'failed' as const, mailAttempts: 12, lastError: '550 no such mailbox' };
    const ids = ['a', 'b', 'c'].map((end) => `0199a5c2-7c1e-7bbb-8a35-2f6f5d1f1a1${end}`);
    const row = { personId: admin, createdAt: 1, status: 'ready' as const, lines: [], readAt: null };
    await database().write((em) =>
      em.insert(
        Message,
        ids.map((id) => ({ id, ...row, ...failed, leaseToken: null, leaseUntil: null })),
      ),
    );
    const { body: figures } = ok(await client.get<Operations>('/api/operations'));
    expect(figures).toMatchObject({ deadMails: 3, queue: { reachable: true } });
    const page = async (query: string) =>
      ok(await client.get<TroubledMailPage>(`/api/operations/messages?limit=2${query}`)).body;
    const first = await page('');
    expect(first.items).toMatchObject([{ id: ids[2], dead: true, lastError: '550 no such mailbox' }, { id: ids[1] }]);
    expect((await page(`&cursor=${first.next}`)).items.map(({ id }) => id)).toEqual([ids[0]]);
    expect((await client.post(`/api/operations/messages/${ids[0]}/skip`)).status).toBe(204);
    expect((await client.post(`/api/operations/messages/${ids[0]}/skip`)).status).toBe(409);
  });

  it('are read by a Prometheus that has the token', async () => {
    const get = (authorization?: string) =>
      app.app.inject({ method: 'GET', url: '/metrics', headers: authorization ? { authorization } : {} });
    expect((await get()).statusCode).toBe(401);
    expect((await get('Bearer another-token-for-it')).statusCode).toBe(401);
    const answer = await get(`Bearer ${METRICS_TOKEN}`);
    expect([answer.statusCode, answer.headers['content-type']]).toEqual([
      200,
      expect.stringContaining('version=0.0.4'),
    ]);
    expect(answer.body).toMatch(/^convener_reminders_due \d+$/m);
    expect(answer.body).toMatch(/^convener_mails\{state="dead"\} 2$/m);
    expect(answer.body).toMatch(/^convener_queue_reachable 1$/m);
    for (const line of answer.body.trim().split('\n')) {
      expect(line).toMatch(/^(# (HELP|TYPE) convener_\w+ .+|convener_\w+(\{state="\w+"\})? -?[\d.]+)$/);
    }
  });
});

it('figures are at no address where no token is set', async () => {
  const quiet = await startTestApp();
  expect((await quiet.app.inject({ method: 'GET', url: '/metrics' })).statusCode).toBe(404);
  await quiet.close();
});

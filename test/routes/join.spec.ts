import { randomUUID } from 'node:crypto';
import { dayAt } from '@convener/kernel';
import { Project } from '@convener/projects';
import { TemporaryStaffService } from '@convener/joining';
import { Message, SweepService } from '@convener/reminders';
import { Database } from '@convener/platform';
import type { TemporaryStaffList } from '../../apps/api/joining/joining.dto';
import type { Me } from '../../apps/api/access/me.dto';
import { ok, PASSWORD, startTestApp, type TestApp } from '../support/app';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { ANY_VERSION, type Client } from '../support/client';
import { databaseKinds } from '../support/database';
import { Ear } from '../support/ear';
import { until } from '../support/until';

const HOUR = 3_600_000;
const GIVEN = { name: '林小美', told: true };

interface Work {
  items: { id: string; title: string; mine: boolean }[];
}

describe.each(databaseKinds())('joining by a code on $name', (database) => {
  let app: TestApp;
  let address: string;
  let cast: Cast;
  let project: RunningProject;
  let team: string;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    await app.app.listen(0, '127.0.0.1');
    address = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
  });
  beforeEach(async () => {
    project = await aConference(app, { cast });
    team = (await project.team('programme')).id;
  });
  afterAll(() => app.close());

  const aCode = async (given: object = {}, as: Client = cast.manager.client) => {
    const body = { teamId: team, hours: 24, most: 9, ...given };
    const { link } = ok(await as.post<{ link: string }>('/api/join-codes', body)).body;
    return `/api/join/${link.split('/').at(-1)}`;
  };
  const someone = async (path?: string) => {
    const phone = app.client();
    const me = ok(await phone.post<Me>(path ?? (await aCode()), GIVEN)).body;
    return { phone, me };
  };
  const list = async (as: Client = cast.manager.client) =>
    ok(await as.get<TemporaryStaffList>(`/api/projects/${project.id}/temporary-staff`)).body;
  const end = (personId: string) =>
    cast.manager.client.delete(`/api/projects/${project.id}/temporary-staff/${personId}`);
  const mine = async (phone: Client) => ok(await phone.get<Work>('/api/me/work')).body.items;

  describe('somebody without an account', () => {
    it('is told what they come to, gives a name, and does the work of that sub-team', async () => {
      const path = await aCode();
      const phone = app.client();
      expect(ok(await phone.get(path)).body).toMatchObject({ projectName: (await project.view()).name, you: 'new' });
      const me = ok(await phone.post<Me>(path, { ...GIVEN, locale: 'en' })).body;
      expect(me).toMatchObject({ name: '林小美', email: null, workspaceRole: null, locale: 'en' });
      expect(me.temporary).toMatchObject({ projectId: project.id, team: { id: team } });
      const item = await project.add({ title: '排椅子', deliverables: [{ title: '照片' }], checks: ['排好了'] });
      expect((await mine(phone)).map(({ title }) => title)).toContain('排椅子');
      ok(await phone.post(`/api/work-items/${item.id}/claim`));
      ok(await phone.post(`/api/checks/${item.checkList[0]!.id}/tick`));
      ok(await phone.post(`/api/deliverables/${item.deliverableList[0]!.id}/submit`, { note: '好了' }));
      const view = await project.item(item.id);
      expect(view.assignee).toEqual({ id: me.id, name: '林小美' });
      expect(view.deliverableList[0]!.submittedBy).toEqual({ id: me.id, name: '林小美' });
    });

    it('joins only with a name and having been told', async () => {
      const path = await aCode();
      const refused = await app.client().post<{ fields: { pointer: string }[] }>(path, {});
      expect(refused.status).toBe(400);
      expect(refused.body.fields.map(({ pointer }) => pointer)).toEqual(['/name', '/told']);
      expect((await list()).codes[0]!.joined).toBe(0);
    });

    it('goes on as the same person where the device scans the code again, also when it is full by then', async () => {
      const path = await aCode({ most: 1 });
      const { phone, me } = await someone(path);
      expect(ok(await phone.get(path)).body).toMatchObject({ you: 'in' });
      expect(ok(await phone.post<Me>(path, GIVEN)).body.id).toBe(me.id);
      expect((await list()).staff).toHaveLength(1);
    });

    it('helps one sub-team at a time, and another after they have left', async () => {
      const { phone, me } = await someone();
      const other = await aCode({ teamId: (await project.team('registration')).id });
      expect(told(await phone.post(other, GIVEN))).toBe('409 helping-elsewhere');
      ok(await phone.delete('/api/session'));
      expect((await list()).staff).toEqual([]);
      const again = ok(await phone.post<Me>(other, GIVEN)).body;
      expect(again.id).not.toBe(me.id);
    });

    it('sees neither other sub-teams’ work, nor that it comes before or after their own', async () => {
      const { phone } = await someone();
      const own = await project.add({ title: '自己的' });
      const hidden = await project.add({ title: '別組的' }, 'registration');
      const nobodys = await project.add({ title: '無組的' }, null);
      const links = { predecessors: [{ id: hidden.id, lagDays: 0, lagUnit: 'days' }] };
      const manager = project.manager;
      ok(await manager.put(`/api/work-items/${own.id}/predecessors`, links, ANY_VERSION));
      expect(ok(await phone.get<{ predecessors: [] }>(`/api/work-items/${own.id}`)).body.predecessors).toEqual([]);
      for (const { id } of [hidden, nobodys]) expect((await phone.get(`/api/work-items/${id}`)).status).toBe(404);
      const seen = ok(await phone.get<Work>(`/api/projects/${project.id}/work-items?limit=200`)).body.items;
      expect(seen.map(({ title }) => title)).toContain('自己的');
      expect(seen.some(({ title }) => ['別組的', '無組的'].includes(title))).toBe(false);
      const asked = await phone.get<Work>(`/api/projects/${project.id}/work-items?team=${hidden.team!.id}`);
      expect(ok(asked).body.items).toEqual([]);
    });

    it('is given work of their sub-team alone, and keeps it only there', async () => {
      const { me } = await someone();
      const own = await project.add();
      const other = await project.add({}, 'registration');
      const give = (id: string, body: object) => project.manager.patch(`/api/work-items/${id}`, body, ANY_VERSION);
      ok(await give(own.id, { assigneeId: me.id }));
      expect((await give(other.id, { assigneeId: me.id })).status).toBe(400);
      expect((await give(own.id, { teamId: other.team!.id })).status).toBe(400);
      const bulk = { select: { workItemIds: [own.id] }, set: { teamId: other.team!.id } };
      expect((await project.manager.post(`/api/projects/${project.id}/assignments`, bulk)).status).toBe(400);
    });

    it('has no account: no place in the workspace, no password, no link to set one', async () => {
      const { phone, me } = await someone();
      const admin = (await app.setUpAdmin()).client;
      const { items } = ok(await admin.get<{ items: { id: string }[] }>('/api/people')).body;
      expect(items.map(({ id }) => id)).not.toContain(me.id);
      expect(told(await admin.patch(`/api/people/${me.id}`, { workspaceRole: 'admin' }, ANY_VERSION))).toBe(
        '404 not-found',
      );
      expect(told(await admin.post(`/api/people/${me.id}/password-reset`))).toBe('404 not-found');
      const seat = { role: 'manager' };
      expect(told(await project.manager.put(`/api/projects/${project.id}/members/${me.id}`, seat))).toBe(
        '404 not-found',
      );
      expect(told(await phone.post('/api/me/password', { current: PASSWORD, next: `${PASSWORD}!` }))).toBe(
        '403 forbidden',
      );
    });

    it('takes an invitation as a newcomer, with an account of its own', async () => {
      const { phone, me } = await someone();
      const { link } = ok(
        await (await app.setUpAdmin()).client.post<{ link: string }>('/api/invitations', { workspaceRole: 'member' }),
      ).body;
      const path = `/api/invitations/${link.split('/').at(-1)}/accept`;
      expect((await phone.post(path, {})).status).toBe(400);
      const email = `${randomUUID()}@example.test`;
      const account = ok(await phone.post<Me>(path, { name: '林小美', email, password: PASSWORD })).body;
      expect(account.id).not.toBe(me.id);
      expect(account.temporary).toBeNull();
    });

    it('finds reminders in the inbox and gets none by mail', async () => {
      const { phone, me } = await someone();
      const { id } = await project.add({ title: '要提醒的' });
      ok(await project.manager.patch(`/api/work-items/${id}`, { assigneeId: me.id }, ANY_VERSION));
      ok(await project.manager.post(`/api/work-items/${id}/remind`, { to: me.id, text: '請看' }));
      app.clock.advance(60_000);
      await app.app.get(SweepService, { strict: false }).sweep();
      const messages = () => app.app.get(Database).read((em) => em.findBy(Message, { personId: me.id }));
      await until(async () => (await messages())[0]?.mailStatus === 'none', 'the message to be written');
      const { items } = ok(await phone.get<{ items: unknown[] }>('/api/me/inbox')).body;
      expect(JSON.stringify(items)).toContain('要提醒的');
      expect(app.mailer.sent.some(({ html }) => html?.includes('要提醒的'))).toBe(false);
    });

    it('is in no other edition of the event', async () => {
      const { me } = await someone();
      const { body } = await project.manager.post(`/api/projects/${project.id}/next-edition/preview`, {});
      expect(JSON.stringify(body)).not.toContain(me.id);
    });

    it('is nobody whom a comment can name', async () => {
      const { me } = await someone();
      const { id } = await project.add();
      const refused = await project.manager.post(`/api/work-items/${id}/comments`, { body: `@{${me.id}} 請看` });
      expect(refused.status).toBe(400);
    });
  });

  describe('whoever has an account', () => {
    it('joins as themselves, once', async () => {
      const path = await aCode();
      const colleague = await app.addPerson('同事');
      expect(ok(await colleague.client.get(path)).body).toMatchObject({ you: 'colleague' });
      expect(ok(await colleague.client.post<Me>(path, {})).body.id).toBe(colleague.id);
      const { members } = await project.view();
      expect(members.find(({ person }) => person.id === colleague.id)).toMatchObject({
        role: 'member',
        teams: [{ id: team }],
      });
      expect(ok(await colleague.client.get(path)).body).toMatchObject({ you: 'in' });
      ok(await colleague.client.post(path, {}));
      expect((await list()).codes[0]!.joined).toBe(1);
    });

    it('gets no more out of it as the client', async () => {
      const path = await aCode();
      expect(ok(await cast.client.client.get(path)).body).toMatchObject({ you: 'outsider' });
      expect((await cast.client.client.post(path, {})).status).toBe(403);
    });
  });

  describe('a code', () => {
    it('lets in no more than it holds, not even at the same moment', async () => {
      const path = await aCode({ most: 2 });
      const answers = await Promise.all(Array.from({ length: 5 }, () => app.client().post(path, GIVEN)));
      expect(answers.map(({ status }) => status).sort()).toEqual([201, 201, 410, 410, 410]);
      expect((await list()).codes[0]).toMatchObject({ joined: 2, most: 2, state: 'full' });
      expect((await app.client().get(path)).body).toMatchObject({
        type: '/problems/join-code-full',
        title: expect.stringContaining('人數已滿'),
        titleEn: expect.stringContaining('As many people'),
      });
    });

    it('runs out, and says so', async () => {
      const path = await aCode({ hours: 2 });
      app.clock.advance(2 * HOUR);
      expect(told(await app.client().get(path))).toBe('410 join-code-expired');
      expect(told(await app.client().post(path, GIVEN))).toBe('410 join-code-expired');
    });

    it('is ended alone, or with everybody who came by it', async () => {
      const path = await aCode();
      const { phone } = await someone(path);
      const { id } = (await list()).codes[0]!;
      ok(await project.manager.post(`/api/join-codes/${id}/end`, { staff: false }));
      expect(told(await app.client().post(path, GIVEN))).toBe('410 join-code-ended');
      expect((await phone.get('/api/me')).status).toBe(200);
      ok(await project.manager.post(`/api/join-codes/${id}/end`, { staff: true }));
      expect((await phone.get('/api/me')).status).toBe(401);
      expect(await list()).toMatchObject({ codes: [], staff: [] });
    });

    it('is known to nobody who guesses, and is kept as a hash', async () => {
      const path = await aCode();
      expect((await app.client().get('/api/join/guessed')).status).toBe(404);
      const rows = await app.app.get(Database).read((em) => em.query<object[]>('SELECT * FROM join_codes'));
      expect(JSON.stringify(rows)).not.toContain(path.split('/').at(-1));
    });

    it('lets in only so many within ten minutes', async () => {
      const path = await aCode({ most: 500 });
      const statuses: number[] = [];
      for (let left = 201; left > 0; left -= 1) statuses.push((await app.client().post(path, GIVEN)).status);
      expect(statuses.slice(-2)).toEqual([201, 429]);
    });

    it('is made by a lead for their own sub-team alone, who sees whom it brought', async () => {
      const lead = cast.lead.client;
      const { teams } = await list(lead);
      expect(teams.map(({ id }) => id)).toEqual([team]);
      await someone(await aCode({}, lead));
      expect((await list(lead)).staff).toHaveLength(1);
      const other = (await project.team('registration')).id;
      expect(told(await lead.post('/api/join-codes', { teamId: other, hours: 1, most: 1 }))).toBe('403 forbidden');
      await someone(await aCode({ teamId: other }));
      expect((await list(lead)).staff).toHaveLength(1);
      expect((await list()).staff).toHaveLength(2);
    });
  });

  describe('the end', () => {
    it('comes with the next request, ends the stream, and gives open work back', async () => {
      const { phone, me } = await someone();
      const item = await project.add({ title: '認領的' });
      ok(await phone.post(`/api/work-items/${item.id}/claim`));
      const ear = await Ear.open(address, phone, '/api/me/live');
      ok(await end(me.id));
      expect(told(await phone.get('/api/me/work'))).toBe('401 signed-out');
      await until(() => ear.ended, 'the stream to end');
      expect((await project.item(item.id)).assignee).toBeNull();
      expect(await list()).toMatchObject({ staff: [] });
      const entries = (await project.activity()).filter(({ subject }) => subject.id === me.id);
      expect(entries.map(({ action, subject }) => [action, subject.title])).toEqual(
        expect.arrayContaining([
          ['temporary.joined', '林小美'],
          ['temporary.ended', '林小美'],
        ]),
      );
    });

    it('is the end of the day after closing, and moves with it', async () => {
      const { phone, me } = await someone(await aCode({ hours: null }));
      const closing = (await project.view()).closingDay;
      expect(me.temporary!.until).toBe(Date.parse(`${closing}T00:00:00+08:00`) + 48 * HOUR);
      const closes = (daysAgo: number) => {
        const day = dayAt(app.clock.now() - daysAgo * 24 * HOUR, 'Asia/Taipei');
        return app.app.get(Database).write((em) => em.update(Project, { id: project.id }, { closingDay: day }));
      };
      await closes(2);
      expect((await phone.get('/api/me')).status).toBe(401);
      await closes(1);
      expect((await phone.get('/api/me')).status).toBe(200);
      await closes(-30);
      expect((await phone.get('/api/me')).status).toBe(200);
    });

    it.each(['close', 'cancel'])('comes with the end of the project (%s)', async (how) => {
      const { phone } = await someone();
      if (how === 'close') ok(await project.manager.post(`/api/projects/${project.id}/close`, { anyway: true }));
      else ok(await project.manager.post(`/api/projects/${project.id}/state`, { to: 'cancelled', reason: '颱風' }));
      expect((await phone.get('/api/me')).status).toBe(401);
    });

    it('by time frees the work that they had, of nobody else', async () => {
      const { phone } = await someone();
      const { me: other } = await someone();
      const items = [await project.add(), await project.add()];
      ok(await phone.post(`/api/work-items/${items[0]!.id}/claim`));
      ok(await project.manager.patch(`/api/work-items/${items[1]!.id}`, { assigneeId: cast.member.id }, ANY_VERSION));
      const staff = app.app.get(TemporaryStaffService);
      await staff.endOver();
      expect((await project.item(items[0]!.id)).assignee?.name).toBe('林小美');
      await app.app
        .get(Database)
        .write((em) =>
          em.update(Project, { id: project.id }, { closingDay: dayAt(app.clock.now() - 72 * HOUR, 'Asia/Taipei') }),
        );
      await staff.endOver();
      expect((await project.item(items[0]!.id)).assignee).toBeNull();
      expect((await project.item(items[1]!.id)).assignee?.id).toBe(cast.member.id);
      const ended = (await project.activity()).filter(({ action }) => action === 'temporary.ended');
      expect(ended.map(({ actor }) => actor)).toEqual([null, null]);
      expect(ended.map(({ subject }) => subject.id)).toContain(other.id);
    });
  });
});

import { randomUUID } from 'node:crypto';
import { Message, SweepService } from '@convener/delivery';
import { TemporaryStaffService } from '@convener/joining';
import { dayAt } from '@convener/kernel';
import { Database } from '@convener/platform';
import { Project } from '@convener/projects';
import type { Me } from '../../apps/api/access/me.dto';
import { PASSWORD, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok } from '../support/client';
import { type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { Ear } from '../support/ear';
import { until } from '../support/until';
import { GIVEN, HOUR, JoinWorld } from './join.world';

interface Work {
  items: { id: string; title: string; mine: boolean }[];
}

describe.each(databaseKinds())('temporary staff on $name', (database) => {
  let world: JoinWorld;
  let app: TestApp;
  let address: string;
  let cast: Cast;
  let project: RunningProject;
  let team: string;
  beforeAll(async () => {
    world = await JoinWorld.open(database);
    ({ app, cast } = world);
    await app.app.listen(0, '127.0.0.1');
    address = (await app.app.getUrl()).replace('[::1]', '127.0.0.1');
  });
  beforeEach(async () => {
    await world.begin();
    ({ project, team } = world);
  });
  afterAll(() => app.close());

  const end = (personId: string) =>
    cast.manager.client.delete(`/api/projects/${project.id}/temporary-staff/${personId}`);
  const mine = async (phone: Client) => ok(await phone.get<Work>('/api/me/work')).body.items;

  describe('somebody without an account', () => {
    it('is told what they come to, gives a name, and does the work of that sub-team', async () => {
      const path = await world.code();
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
      const path = await world.code();
      const refused = await app.client().post<{ fields: { pointer: string }[] }>(path, {});
      expect(refused.status).toBe(400);
      expect(refused.body.fields.map(({ pointer }) => pointer)).toEqual(['/name', '/told']);
      expect((await world.list()).codes[0]!.joined).toBe(0);
    });

    it('goes on as the same person where the device scans the code again, also when it is full by then', async () => {
      const path = await world.code({ most: 1 });
      const { phone, me } = await world.someone(path);
      expect(ok(await phone.get(path)).body).toMatchObject({ you: 'in' });
      expect(ok(await phone.post<Me>(path, GIVEN)).body.id).toBe(me.id);
      expect((await world.list()).staff).toHaveLength(1);
    });

    it('helps one sub-team at a time, and another after they have left', async () => {
      const { phone, me } = await world.someone();
      const other = await world.code({ teamId: (await project.team('registration')).id });
      expect(told(await phone.post(other, GIVEN))).toBe('409 helping-elsewhere');
      ok(await phone.delete('/api/session'));
      expect((await world.list()).staff).toEqual([]);
      const again = ok(await phone.post<Me>(other, GIVEN)).body;
      expect(again.id).not.toBe(me.id);
    });

    it('sees neither other sub-teams’ work, nor that it comes before or after their own', async () => {
      const { phone } = await world.someone();
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
      const { me } = await world.someone();
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
      const { phone, me } = await world.someone();
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
      const { phone, me } = await world.someone();
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
      const { phone, me } = await world.someone();
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
      const { me } = await world.someone();
      const { body } = await project.manager.post(`/api/projects/${project.id}/next-edition/preview`, {});
      expect(JSON.stringify(body)).not.toContain(me.id);
    });

    it('is nobody whom a comment can name', async () => {
      const { me } = await world.someone();
      const { id } = await project.add();
      const refused = await project.manager.post(`/api/work-items/${id}/comments`, { body: `@{${me.id}} 請看` });
      expect(refused.status).toBe(400);
    });
  });

  describe('the end', () => {
    it('comes with the next request, ends the stream, and gives open work back', async () => {
      const { phone, me } = await world.someone();
      const item = await project.add({ title: '認領的' });
      ok(await phone.post(`/api/work-items/${item.id}/claim`));
      const ear = await Ear.open(address, phone, '/api/me/live');
      ok(await end(me.id));
      expect(told(await phone.get('/api/me/work'))).toBe('401 signed-out');
      await until(() => ear.ended, 'the stream to end');
      expect((await project.item(item.id)).assignee).toBeNull();
      expect(await world.list()).toMatchObject({ staff: [] });
      const entries = (await project.activity()).filter(({ subject }) => subject.id === me.id);
      expect(entries.map(({ action, subject }) => [action, subject.title])).toEqual(
        expect.arrayContaining([
          ['temporary.joined', '林小美'],
          ['temporary.ended', '林小美'],
        ]),
      );
    });

    it('is the end of the day after closing, and moves with it', async () => {
      const { phone, me } = await world.someone(await world.code({ hours: null }));
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
      const { phone } = await world.someone();
      if (how === 'close')
        ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));
      else ok(await project.manager.post(`/api/projects/${project.id}/state`, { to: 'cancelled', reason: '颱風' }));
      expect((await phone.get('/api/me')).status).toBe(401);
    });

    it('by time frees the work that they had, of nobody else', async () => {
      const { phone } = await world.someone();
      const { me: other } = await world.someone();
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

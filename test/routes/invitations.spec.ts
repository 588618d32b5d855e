import { type SignedIn } from '@convener/access';
import { MembershipWriter, type ProjectPart } from '@convener/accounts';
import { forbidden, newId } from '@convener/kernel';
import { Module } from '@nestjs/common';
import { PASSWORD, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client } from '../support/client';
import { databaseKinds } from '../support/database';
import { DAY } from './sign-in.world';

describe.each(databaseKinds())('people and invitations on $name', (database) => {
  let test: TestApp;
  let admin: Client;
  beforeAll(async () => {
    test = await startTestApp({ database });
    admin = (await test.setUpAdmin()).client;
  });
  afterAll(() => test.close());

  const invite = async (invitation: object, from = admin) => {
    const answer = await from.post<{ link: string }>('/api/invitations', invitation);
    return `/api/invitations/${answer.body.link.split('/').at(-1)}`;
  };
  const newcomer = (email: string) => ({ name: '新人', email, password: PASSWORD });

  it('let a newcomer in once', async () => {
    const path = await invite({ workspaceRole: 'member', name: '新人' });
    expect((await test.client().get(path)).body).toEqual({
      name: '新人',
      email: null,
      workspaceRole: 'member',
      projectName: null,
      teamName: null,
      lead: false,
      invitedBy: '管理者',
    });
    const client = test.client();
    const accepted = await client.post(`${path}/accept`, { email: 'new@example.test', password: PASSWORD });
    expect(accepted).toMatchObject({ status: 201, body: { name: '新人', workspaceRole: 'member' } });
    expect((await client.get('/api/people')).status).toBe(200);
    const again = await test.client().post(`${path}/accept`, newcomer('again@example.test'));
    expect(again).toMatchObject({ status: 410, body: { type: '/problems/invitation-over' } });
    expect((await test.client().get(path)).status).toBe(410);
  });

  it('let one in when two accept at the same time', async () => {
    const path = await invite({ workspaceRole: 'member' });
    const answers = await Promise.all(
      ['a@race.test', 'b@race.test'].map((email) => test.client().post(`${path}/accept`, newcomer(email))),
    );
    expect(answers.map(({ status }) => status).sort()).toEqual([201, 410]);
    const { items } = (await admin.get<{ items: { email: string }[] }>('/api/people')).body;
    expect(items.filter(({ email }) => email.endsWith('@race.test'))).toHaveLength(1);
  });

  it('end after seven days', async () => {
    const path = await invite({ workspaceRole: 'member' });
    test.clock.advance(7 * DAY);
    expect((await test.client().get(path)).status).toBe(410);
    expect((await test.client().post(`${path}/accept`, newcomer('late@example.test'))).status).toBe(410);
  });

  it('give a signed-in person more, never less', async () => {
    const { client } = await test.addPerson('會員');
    expect((await client.post(`${await invite({ workspaceRole: 'admin' })}/accept`, {})).body).toMatchObject({
      workspaceRole: 'admin',
    });
    expect((await client.post(`${await invite({ workspaceRole: 'member' })}/accept`, {})).body).toMatchObject({
      workspaceRole: 'admin',
    });
  });

  it('say what is missing or taken', async () => {
    const path = await invite({ workspaceRole: 'member' });
    const missing = await test.client().post(`${path}/accept`, { name: '某人' });
    expect(missing).toMatchObject({ status: 400, body: { fields: [{ pointer: '/email' }, { pointer: '/password' }] } });
    const taken = await test.client().post(`${path}/accept`, newcomer('admin@example.test'));
    expect(taken).toMatchObject({ status: 409, body: { type: '/problems/email-taken' } });
    expect((await test.client().get(path)).status).toBe(200);
    expect((await test.client().get('/api/invitations/no-such-token')).status).toBe(404);
    const nothing = await admin.post('/api/invitations', { lead: true });
    expect(nothing).toMatchObject({
      status: 400,
      body: { fields: [{ pointer: '/workspaceRole' }, { pointer: '/lead' }] },
    });
  });

  it('are for admins to give', async () => {
    const { client } = await test.addPerson('一般成員');
    expect((await client.post('/api/invitations', { workspaceRole: 'member' })).status).toBe(403);
    const { items } = (await client.get<{ items: { id: string }[] }>('/api/people')).body;
    expect((await client.patch(`/api/people/${items[0]?.id}`, { active: false }, ANY_VERSION)).status).toBe(403);
    expect((await client.get('/api/outbox')).status).toBe(403);
  });

  it('keep an inactive person out', async () => {
    const { client, id, email } = await test.addPerson('離職者', { workspaceRole: 'admin' });
    const path = await invite({ workspaceRole: 'admin' }, client);
    expect((await admin.patch(`/api/people/${id}`, { active: false }, ANY_VERSION)).body).toMatchObject({
      active: false,
    });
    expect((await client.get('/api/me')).status).toBe(401);
    expect((await client.post('/api/session', { email, password: PASSWORD })).status).toBe(401);
    expect((await test.client().get(path)).status).toBe(404);
  });

  it('always leave an admin', async () => {
    const own = await startTestApp({ database });
    const { client, id } = await own.setUpAdmin();
    for (const change of [{ active: false }, { workspaceRole: 'member' }, { workspaceRole: null }]) {
      expect(await client.patch(`/api/people/${id}`, change, ANY_VERSION)).toMatchObject({
        status: 409,
        body: { type: '/problems/last-admin' },
      });
    }
    const other = await own.addPerson('另一位', { workspaceRole: 'admin' });
    const answers = await Promise.all([
      client.patch(`/api/people/${other.id}`, { workspaceRole: 'member' }, ANY_VERSION),
      other.client.patch(`/api/people/${id}`, { workspaceRole: 'member' }, ANY_VERSION),
    ]);
    expect(answers.map(({ status }) => status).sort()).not.toEqual([200, 200]);
    await own.close();
  });
});

describe('an invitation into a project', () => {
  class Memberships extends MembershipWriter {
    readonly asked: unknown[] = [];

    async mayInvite(_em: unknown, inviter: SignedIn, part: ProjectPart): Promise<void> {
      this.asked.push({ inviter: inviter.email, ...part });
      throw forbidden();
    }

    names = () => Promise.resolve({ projectName: null, teamName: null });
    join = () => Promise.resolve();
  }

  const memberships = new Memberships();

  @Module({ providers: [{ provide: MembershipWriter, useValue: memberships }] })
  class LaterLayer {}

  it('is for the later layer to allow', async () => {
    const test = await startTestApp({ imports: [LaterLayer] });
    const { client, email } = await test.setUpAdmin();
    const part = { projectId: newId(), projectRole: 'member', teamId: newId(), lead: true };
    expect((await client.post('/api/invitations', part)).status).toBe(403);
    const { projectRole: role, ...rest } = part;
    expect(memberships.asked).toEqual([{ inviter: email, role, ...rest }]);
    await test.close();
  });
});

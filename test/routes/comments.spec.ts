import { Database } from '@convener/platform';
import type { Comment, CommentPage } from '../../apps/api/comments/comments.dto';
import type { Inbox } from '../../apps/api/inbox/inbox.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { until } from '../support/until';

describe('comments on a work item', () => {
  let app: TestApp;
  let project: RunningProject;
  let item: string;
  const path = () => `/api/work-items/${item}/comments`;
  const say = async (as: Client, body: string) => ok(await as.post<Comment>(path(), { body })).body;
  const list = async (as: Client) => ok(await as.get<CommentPage>(path())).body.items;
  const messages = async (as: Client) => ok(await as.get<Inbox>('/api/me/inbox')).body.items;

  beforeAll(async () => {
    app = await startTestApp();
    project = await aConference(app);
  });
  beforeEach(async () => {
    item = (await project.add()).id;
  });
  afterAll(() => app.close());

  it('are read by the whole crew, newest first, page by page', async () => {
    const { lead, member } = project.cast;
    for (const body of ['場地看過了', '報價何時會來？', '週三']) await say(member.client, body);
    expect((await list(lead.client)).map(({ body }) => body)).toEqual(['週三', '報價何時會來？', '場地看過了']);
    expect((await list(lead.client))[0]).toMatchObject({
      writtenBy: { id: member.id, name: '組員 王' },
      mayEdit: false,
      editedAt: null,
      removed: false,
    });
    const first = ok(await lead.client.get<CommentPage>(`${path()}?limit=2`)).body;
    const second = ok(await lead.client.get<CommentPage>(`${path()}?limit=2&cursor=${first.next}`)).body;
    expect([...first.items, ...second.items].map(({ body }) => body)).toHaveLength(3);
    expect(second.next).toBeNull();
  });

  it("are none of the client's business", async () => {
    const { client, outsider } = project.cast;
    expect(told(await client.client.get(path()))).toBe('403 forbidden');
    expect(told(await client.client.post(path(), { body: '你好' }))).toBe('403 forbidden');
    expect(told(await outsider.client.get(path()))).toBe('404 not-found');
  });

  it('tell whom they name, singly and without what was said; once, and not their author', async () => {
    const { lead, member, manager } = project.cast;
    const before = (await messages(lead.client)).length;
    const body = `@{${lead.id}} @{${member.id}} 很機密：請 @{${lead.id}} 看`;
    const comment = await say(member.client, body);
    expect(comment.mentions.map(({ name }) => name)).toEqual(['組長 陳', '組員 王']);
    await until(async () => {
      app.clock.advance(10_000);
      return (await messages(lead.client)).length > before;
    }, 'the message');
    const [message] = await messages(lead.client);
    const { title } = await project.item(item);
    expect(message).toMatchObject({ subject: `${title}：組員 王在留言中提到您` });
    expect(message!.projects[0]!.lines).toMatchObject([{ kind: 'mention', note: '組員 王', subjectId: item }]);
    expect(JSON.stringify(message)).not.toContain('機密');
    expect(await messages(member.client)).toEqual([]);
    // The lead has been told; the manager is new in the edit.
    ok(await member.client.patch(`/api/comments/${comment.id}`, { body: `${body} @{${manager.id}}` }, seen(1)));
    await until(async () => {
      app.clock.advance(10_000);
      return (await messages(manager.client)).length > 0;
    }, 'the message to the manager');
    expect(await messages(lead.client)).toHaveLength(before + 1);
  });

  it('reach whom they name also about work that is done', async () => {
    const { other } = project.cast;
    ok(
      await project.manager.patch(
        `/api/work-items/${item}`,
        { status: 'not-applicable', reason: '不辦了' },
        ANY_VERSION,
      ),
    );
    await say(project.manager, `@{${other.id}} 謝謝`);
    await until(async () => {
      app.clock.advance(10_000);
      return (await messages(other.client)).length > 0;
    }, 'the message');
  });

  it('name nobody who does not work in the project', async () => {
    const { client, outsider } = project.cast;
    for (const { id } of [client, outsider])
      expect(told(await project.manager.post(path(), { body: `@{${id}} 你好` }))).toBe('400 validation /body');
    expect(await list(project.manager)).toEqual([]);
  });

  it('are changed by their author alone, who has seen what they change', async () => {
    const { lead, member } = project.cast;
    const { id } = await say(member.client, '周三');
    const one = `/api/comments/${id}`;
    expect(told(await lead.client.patch(one, { body: '週四' }, seen(1)))).toBe('403 forbidden');
    expect(told(await project.manager.patch(one, { body: '週四' }, seen(1)))).toBe('403 forbidden');
    const edited = ok(await member.client.patch<Comment>(one, { body: '週三' }, seen(1))).body;
    expect(edited).toMatchObject({ body: '週三', version: 2, mayEdit: true });
    expect(edited.editedAt).toEqual(expect.any(Number));
    expect((await member.client.patch(one, { body: '週五' }, seen(1))).status).toBe(412);
  });

  it('leave only that there was one when they are removed, by their author or the manager', async () => {
    const { lead, member } = project.cast;
    const [own, other] = [await say(member.client, '說錯了'), await say(member.client, '不該說的')];
    expect(told(await lead.client.delete(`/api/comments/${own.id}`))).toBe('403 forbidden');
    ok(await member.client.delete(`/api/comments/${own.id}`));
    ok(await member.client.delete(`/api/comments/${own.id}`));
    ok(await project.manager.delete(`/api/comments/${other.id}`));
    const gone = { body: '', removed: true, mayEdit: false, mayRemove: false };
    expect(await list(member.client)).toMatchObject([gone, gone]);
    expect(told(await member.client.patch(`/api/comments/${own.id}`, { body: '又' }, ANY_VERSION))).toBe(
      '409 comment-removed',
    );
    const kept = await app.app.get(Database).select('SELECT body FROM comments WHERE body LIKE ?', ['%不該說%']);
    expect(kept).toEqual([]);
  });

  it('stand in the activity, without what they say', async () => {
    const { id } = await say(project.cast.member.client, '只在留言裡');
    ok(await project.cast.member.client.delete(`/api/comments/${id}`));
    const entries = await project.activity(`subject=${item}`);
    expect(entries.map(({ action }) => action)).toEqual(expect.arrayContaining(['comment.added', 'comment.removed']));
    expect(JSON.stringify(entries)).not.toContain('只在留言裡');
  });

  it('are no longer written when the project is closed, but still read', async () => {
    await say(project.manager, '最後一句');
    ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));
    expect(told(await project.manager.post(path(), { body: '再一句' }))).toBe('409 project-closed');
    expect(await list(project.manager)).toHaveLength(1);
    ok(await project.manager.post(`/api/projects/${project.id}/reopen`, { reason: '漏了' }));
  });
});

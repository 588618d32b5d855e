import type { Inbox, Message } from '../../apps/api/inbox/inbox.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { until } from '../support/until';

describe.each(databaseKinds())('an inbox on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app);
    const { id } = await project.add({ title: '訂車' });
    const mention = (text: string) =>
      project.manager.post(`/api/work-items/${id}/comments`, { body: `@{${project.cast.member.id}} ${text}` });
    ok(await mention('看一下'));
    await arrived(1);
    ok(await mention('"kind":"escalation"'));
    await arrived(2);
    ok(
      await project.manager.post(`/api/work-items/${id}/remind`, {
        to: project.cast.member.id,
        text: '"kind":"mention"',
      }),
    );
    await arrived(3);
  });
  afterAll(() => app.close());

  const me = () => project.cast.member.client;
  const list = async (query = '') => ok(await me().get<Inbox>(`/api/me/inbox${query}`)).body;
  const arrived = (count: number) =>
    until(async () => {
      app.clock.advance(10_000);
      return (await list()).items.length === count;
    }, 'the message');

  it('is told apart by kind, whatever people write into it', async () => {
    const kinds = async (kind: string) =>
      (await list(`?kind=${kind}`)).items.map(({ projects }) => projects[0]!.lines[0]!.kind);
    expect(await kinds('mention')).toEqual(['mention', 'mention']);
    expect(await kinds('reminder')).toEqual(['manual']);
    expect(await kinds('escalation')).toEqual([]);
    expect(await kinds('returned')).toEqual([]);
    expect(told(await me().get('/api/me/inbox?kind=other'))).toBe('400 validation /kind');
  });

  it('keeps what its reader is done with apart, and gives it back', async () => {
    const [last, ...others] = (await list()).items;
    const done = ok(await me().post<Message>(`/api/me/inbox/${last!.id}/done`)).body;
    expect(done).toMatchObject({ readAt: app.clock.now(), doneAt: app.clock.now() });
    expect(await list()).toMatchObject({ items: others.map(({ id }) => ({ id })), unread: 2 });
    expect((await list('?done=true')).items.map(({ id }) => id)).toEqual([last!.id]);

    app.clock.advance(60_000);
    expect(ok(await me().post<Message>(`/api/me/inbox/${last!.id}/done`)).body).toEqual(done);
    const back = ok(await me().post<Message>(`/api/me/inbox/${last!.id}/not-done`)).body;
    expect(back).toMatchObject({ readAt: done.readAt, doneAt: null });
    expect((await list()).items).toHaveLength(3);
    expect((await list('?done=true')).items).toEqual([]);
  });

  it("is nobody else's", async () => {
    const [message] = (await list()).items;
    for (const what of ['done', 'not-done'])
      expect(told(await project.cast.other.client.post(`/api/me/inbox/${message!.id}/${what}`))).toBe('404 not-found');
    expect((await list()).items[0]!.doneAt).toBeNull();
  });
});

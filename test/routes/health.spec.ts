import type { ActivityPage, Project, ProjectPage } from '../../apps/api/projects/projects.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, goTo, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';

const START = '2026-11-23T09:00:00+08:00';

describe.each(databaseKinds())("a manager's word on a project on $name", (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    await goTo(app, cast, START);
    project = await aConference(app, { cast });
  });

  const say = (word: string, note?: string | null, who = cast.manager) =>
    who.client.put<Project>(`/api/projects/${project.id}/health`, { word, note });
  const listed = async (query: string) =>
    ok(await cast.manager.client.get<ProjectPage>(`/api/projects?${query}`)).body.items;

  it('is nothing at first, and then what was said, by whom and when', async () => {
    expect((await project.view()).health).toBeNull();
    const said = ok(await say('at-risk', '場地合約未簽')).body.health;
    const by = { id: cast.manager.id, name: '經理 林' };
    expect(said).toEqual({ word: 'at-risk', note: '場地合約未簽', at: app.clock.now(), by, stale: false });
    expect((await listed('')).find(({ id }) => id === project.id)!.health).toEqual(said);
  });

  it('is stale after fourteen days, until it is said once more', async () => {
    ok(await say('on-track'));
    await goTo(app, cast, '2026-12-07T09:00:00+08:00');
    expect((await project.view()).health).toMatchObject({ word: 'on-track', stale: true });
    expect((await listed('health=stale')).map(({ id }) => id)).toContain(project.id);
    expect(ok(await say('on-track')).body.health?.stale).toBe(false);
    expect((await listed('health=stale')).map(({ id }) => id)).not.toContain(project.id);
  });

  it('stands in the activity with what was said before', async () => {
    ok(await say('on-track', '如期'));
    app.clock.advance(60_000);
    ok(await say('off-track', '場地被取消'));
    const path = `/api/projects/${project.id}/activity`;
    const [entry] = ok(await cast.manager.client.get<ActivityPage>(path)).body.items;
    expect(entry).toMatchObject({
      action: 'project.health-said',
      before: { health: 'on-track', healthNote: '如期' },
      after: { health: 'off-track', healthNote: '場地被取消' },
    });
  });

  it('finds projects by the word, by there being none, and by their name', async () => {
    const other = await aConference(app, { cast, name: '花卉博覽會' });
    ok(await say('off-track'));
    const found = async (query: string) => (await listed(query)).map(({ id }) => id);
    expect(await found('health=off-track')).toContain(project.id);
    expect(await found('health=on-track')).not.toContain(project.id);
    expect(await found('health=unsaid')).toContain(other.id);
    expect(await found('health=unsaid')).not.toContain(project.id);
    expect(await found(`q=${encodeURIComponent('花卉')}`)).toEqual([other.id]);
    expect(await found('q=%25')).toEqual([]);
  });

  it('is the manager’s alone, and is not said of a project that rests', async () => {
    expect(told(await say('on-track', null, cast.lead))).toContain('403');
    ok(await project.manager.post(`/api/projects/${project.id}/state`, { to: 'on-hold', reason: '延期' }));
    expect((await say('on-track')).status).toBe(409);
  });

  it('has beside it the next anchor or milestone from today on', async () => {
    const milestone = { kind: 'payment', name: '第一期款', day: '2026-11-23' };
    ok(await project.manager.post(`/api/projects/${project.id}/milestones`, milestone));
    const next = { name: '第一期款', nameEn: null, day: '2026-11-23' };
    expect((await listed('')).find(({ id }) => id === project.id)!.nextDay).toEqual(next);
    await goTo(app, cast, '2026-11-24T09:00:00+08:00');
    expect((await project.view()).nextDay?.day).not.toBe('2026-11-23');
  });
});

import type { Project } from '../../apps/api/projects/projects.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';

describe('the people of a project', () => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let programme: string;
  beforeAll(async () => {
    app = await startTestApp();
    cast = await aCast(app);
  });
  afterAll(() => app.close());
  beforeEach(async () => {
    project = await aConference(app, { cast });
    programme = (await project.team('programme')).id;
  });

  const put = (person: SignedInClient, body: object, as = cast.manager.client) =>
    as.put<Project>(`/api/projects/${project.id}/members/${person.id}`, body);
  const remove = (person: SignedInClient, as = cast.manager.client) =>
    as.delete(`/api/projects/${project.id}/members/${person.id}`);

  it('are put into roles and sub-teams by a manager, and it is logged with before and after', async () => {
    const teams = [{ teamId: programme, lead: false }];
    expect(told(await put(cast.outsider, { role: 'member', teams }, cast.lead.client))).toBe('403 forbidden');
    const view = ok(await put(cast.outsider, { role: 'member', teams })).body;
    expect(view.members).toContainEqual({
      person: { id: cast.outsider.id, name: '外人 吳' },
      role: 'member',
      teams: [{ id: programme, lead: false }],
    });
    ok(await put(cast.outsider, { role: 'member', teams: [{ teamId: programme, lead: true }] }));
    ok(await put(cast.outsider, { role: 'member', teams: [{ teamId: programme, lead: true }] }));
    expect(await project.changes(cast.outsider.id)).toEqual([
      { action: 'member.changed', before: { teams }, after: { teams: [{ teamId: programme, lead: true }] } },
      { action: 'member.changed', before: null, after: { role: 'member', teams } },
    ]);
    expect((await project.view(cast.outsider.client)).myRole).toBe('lead');
  });

  it('are in a sub-team once, even when it is named twice', async () => {
    const twice = {
      role: 'member',
      teams: [
        { teamId: programme, lead: false },
        { teamId: programme, lead: true },
      ],
    };
    const view = ok(await put(cast.outsider, twice)).body;
    expect(view.members.find(({ person }) => person.id === cast.outsider.id)?.teams).toEqual([
      { id: programme, lead: true },
    ]);
  });

  it('that are removed find nothing any more, and their open work is in the pool again, logged', async () => {
    const [open, done] = [await project.add({ title: '開著' }), await project.add({ title: '做完' })];
    for (const { id } of [open, done]) ok(await cast.member.client.post(`/api/work-items/${id}/claim`));
    ok(await cast.member.client.patch(`/api/work-items/${done.id}`, { status: 'done' }, ANY_VERSION));
    expect(told(await remove(cast.member, cast.lead.client))).toBe('403 forbidden');
    expect(told(await remove(cast.member))).toBe('204');
    expect((await project.item(open.id)).assignee).toBeNull();
    expect((await project.item(done.id)).assignee?.id).toBe(cast.member.id);
    expect((await project.changes(open.id))[0]).toEqual({
      action: 'work-item.edited',
      before: { assigneeId: cast.member.id },
      after: { assigneeId: null },
    });
    for (const path of [`projects/${project.id}`, `projects/${project.id}/work-items`, `work-items/${open.id}`])
      expect(told(await cast.member.client.get(`/api/${path}`))).toBe('404 not-found');
    expect(told(await cast.member.client.post(`/api/work-items/${open.id}/claim`))).toBe('404 not-found');
    expect((await project.changes(cast.member.id))[0]).toMatchObject({
      action: 'member.removed',
      before: { role: 'member', teams: [{ teamId: programme, lead: false }] },
    });
    expect(told(await remove(cast.member))).toBe('404 not-found');
  });

  it('that become viewers leave their sub-teams and their work', async () => {
    const { id } = await project.add();
    ok(await cast.member.client.post(`/api/work-items/${id}/claim`));
    ok(await put(cast.member, { role: 'viewer', teams: [{ teamId: programme, lead: true }] }));
    expect((await project.item(id)).assignee).toBeNull();
    expect((await project.view()).members.find(({ person }) => person.id === cast.member.id)).toMatchObject({
      role: 'viewer',
      teams: [],
    });
    expect(told(await cast.member.client.post(`/api/work-items/${id}/claim`))).toBe('403 forbidden');
  });

  it('always keep a manager', async () => {
    expect(told(await put(cast.manager, { role: 'member' }))).toBe('409 last-manager');
    expect(told(await remove(cast.manager))).toBe('409 last-manager');
    ok(await put(cast.other, { role: 'manager' }));
    expect(told(await put(cast.manager, { role: 'member' }, cast.other.client))).toBe('200');
    expect(told(await remove(cast.other, cast.other.client))).toBe('409 last-manager');
  });

  it('must be there: nobody unknown, inactive, or in a sub-team of another project', async () => {
    const elsewhere = (await (await aConference(app, { cast })).team('programme')).id;
    expect(told(await put(cast.outsider, { role: 'member', teams: [{ teamId: elsewhere, lead: false }] }))).toBe(
      '404 not-found',
    );
    expect(
      told(await project.manager.put(`/api/projects/${project.id}/members/${programme}`, { role: 'member' })),
    ).toBe('404 not-found');
    const left = await app.addPerson('離職者');
    ok(await (await app.setUpAdmin()).client.patch(`/api/people/${left.id}`, { active: false }, ANY_VERSION));
    expect(told(await put(left, { role: 'member' }))).toBe('404 not-found');
  });

  it('see by what they may do what the screens offer them', async () => {
    const may = async (who: SignedInClient) => (await project.view(who.client)).may.sort();
    expect(await may(cast.manager)).toEqual([
      ...['accept', 'add-item', 'add-workflow', 'assign', 'close', 'edit', 'hold', 'manage-members'],
      ...[
        'manage-milestones',
        'manage-temporary',
        'next-edition',
        'read-activity',
        'read-board',
        'read-surveys',
        'recur',
        'replan',
      ],
      ...['set-baseline', 'write-lessons'],
    ]);
    const ofLead = [
      'accept',
      'add-item',
      'assign',
      'manage-temporary',
      'read-activity',
      'read-board',
      'read-surveys',
      'recur',
    ];
    expect(await may(cast.lead)).toEqual([...ofLead, 'write-lessons']);
    expect(await may(cast.member)).toEqual(['read-activity', 'read-board', 'read-surveys', 'write-lessons']);
    expect(await may(cast.client)).toEqual(['accept']);
    const admin = await app.setUpAdmin();
    expect((await project.view(admin.client)).may).toContain('close');
  });

  it('have sub-teams of their own too', async () => {
    const path = `/api/projects/${project.id}/teams`;
    expect(told(await cast.lead.client.post(path, { name: '志工組' }))).toBe('403 forbidden');
    const view = ok(await project.manager.post<Project>(path, { name: '志工組', nameEn: 'Volunteers' })).body;
    const own = view.teams.at(-1)!;
    expect(own).toMatchObject({ name: '志工組', nameEn: 'Volunteers', leads: [], members: [] });
    expect(told(await project.manager.post(path, { name: '志工組' }))).toBe('409 team-name-taken');
    const rename = (body: object, as = cast.manager.client) =>
      as.patch<Project>(`/api/teams/${own.id}`, body, ANY_VERSION);
    expect(told(await rename({ name: '議事組' }))).toBe('409 team-name-taken');
    expect(told(await rename({}))).toBe('200');
    expect(told(await rename({ name: '志工組' }))).toBe('200');
    expect(ok(await rename({ name: '志工隊', nameEn: null })).body.teams.at(-1)).toMatchObject({
      name: '志工隊',
      nameEn: null,
    });
    expect(told(await rename({ name: 'x' }, cast.outsider.client))).toBe('404 not-found');
    expect(await project.changes(own.id)).toEqual([
      {
        action: 'team.renamed',
        before: { name: '志工組', nameEn: 'Volunteers' },
        after: { name: '志工隊', nameEn: null },
      },
      { action: 'team.added', before: null, after: null },
    ]);
  });
});

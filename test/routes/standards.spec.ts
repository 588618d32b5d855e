import type { StandardsSearchResult, StandardUse } from '../../apps/api/standards/standards-use.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject } from '../support/builders';
import { databaseKinds } from '../support/database';

const SLUG = 'conference-project-executive';

describe.each(databaseKinds())('the standards library on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let admin: Client;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    project = await aConference(app, { cast });
    ({ client: admin } = await app.setUpAdmin());
  });
  afterAll(() => app.close());

  const use = async (as: Client, slug = SLUG) => ok(await as.get<StandardUse>(`/api/standards/${slug}/use`)).body;
  const task = (all: StandardUse, place: string) => all.tasks.find((one) => one.place === place)!;

  describe('says of each task', () => {
    it('which templates place it, where, and who does it there', async () => {
      const all = await use(cast.manager.client);
      const { placedBy } = task(all, 'T2.1');
      expect(placedBy.map(({ template }) => template)).toEqual(expect.arrayContaining(['conference', SLUG]));
      expect(placedBy.find(({ template }) => template === 'conference')).toMatchObject({
        stage: 'preparation',
        team: { key: 'programme', name: '議事組' },
        outputs: expect.arrayContaining([{ place: 'T2.1/O2.1.1', leftOutBy: [] }]),
      });
      const named = new Set(all.tasks.flatMap((one) => one.placedBy.map(({ template }) => template)));
      expect(new Set(all.templates.map(({ slug }) => slug))).toEqual(named);
      expect(all.templates.every(({ version }) => version >= 1)).toBe(true);
    });

    it('under which answers a template leaves it out', async () => {
      const { tasks } = await use(cast.manager.client, 'exhibition-marketing-specialist');
      const { placedBy } = tasks.find(({ place }) => place === 'T3.2')!;
      const said = [...placedBy, ...placedBy.flatMap(({ outputs }) => outputs)].flatMap(({ leftOutBy }) => leftOutBy);
      expect(said.map(({ zh }) => zh).join()).toContain('B2C');
    });

    it('the state of the work and of its outputs in the projects that run it', async () => {
      const item = await project.at(`${SLUG}/T2.1`);
      ok(await project.manager.patch(`/api/work-items/${item.id}`, { status: 'doing' }, ANY_VERSION));
      const all = await use(cast.member.client);
      const { runBy } = task(all, 'T2.1');
      expect(all.projects).toEqual([
        { id: project.id, name: '亞洲會展年會', status: 'running', openingDay: '2028-06-12' },
      ]);
      expect(runBy).toMatchObject([{ projectId: project.id, itemId: item.id, status: 'doing' }]);
      expect(runBy[0]!.outputs).toContainEqual(expect.objectContaining({ place: 'T2.1/O2.1.1', status: 'open' }));
    });
  });

  it('tells nobody of projects that they have no part in; an admin has a part in all', async () => {
    const seen = async (as: Client) => {
      const all = await use(as);
      return { projects: all.projects.map(({ id }) => id), run: all.tasks.flatMap(({ runBy }) => runBy).length > 0 };
    };
    expect(await seen(cast.outsider.client)).toEqual({ projects: [], run: false });
    for (const as of [cast.manager, cast.lead, cast.member, cast.client])
      expect(await seen(as.client)).toEqual({ projects: [project.id], run: true });
    expect(await seen(admin)).toEqual({ projects: [project.id], run: true });
  });

  it('knows a template of the house from when it is published, not its draft', async () => {
    const made = ok(
      await cast.manager.client.post<{ id: string; slug: string }>('/api/house-templates', {
        from: { template: 'conference' },
        name: '本會範本',
      }),
    ).body;
    const slugs = async () => (await use(cast.outsider.client)).templates.map(({ slug }) => slug);
    expect(await slugs()).not.toContain(made.slug);
    ok(await cast.manager.client.post(`/api/house-templates/${made.id}/publish`, {}, ANY_VERSION));
    expect(await slugs()).toContain(made.slug);
  });

  it('keeps editions apart: the work of one is not shown at another with the same codes', async () => {
    const { tasks, projects } = await use(admin, 'meeting-executive-2017');
    expect([projects, tasks.flatMap(({ runBy }) => runBy)]).toEqual([[], []]);
  });

  it('finds words of two characters over all standards, and narrows them down', async () => {
    const find = async (query: string) =>
      ok(await cast.member.client.get<StandardsSearchResult>(`/api/standards/search?${query}`)).body;
    const word = `q=${encodeURIComponent('報到')}`;
    const all = await find(word);
    expect(all.groups.length).toBeGreaterThan(1);
    expect(all.groups.at(-1)!.standard.superseded).toBe(true);
    const outputs = await find(`${word}&kind=output&standard=event-planning-assistant`);
    expect(outputs.groups.map(({ standard }) => standard.slug)).toEqual(['event-planning-assistant']);
    expect(new Set(outputs.groups[0]!.hits.map(({ kind }) => kind))).toEqual(new Set(['output']));
  });

  it.each([
    ['q=', '/q'],
    ['', '/q'],
    [`q=${'長'.repeat(101)}`, '/q'],
    ['q=%00', '/q'],
    ['q=a&kind=person', '/kind'],
  ])('refuses to search for %s', async (query, pointer) => {
    const refused = await cast.member.client.get<{ fields: { pointer: string }[] }>(`/api/standards/search?${query}`);
    expect([refused.status, refused.body.fields.map((field) => field.pointer)]).toEqual([400, [pointer]]);
  });
});

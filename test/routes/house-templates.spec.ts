import { TemplatesLibrary } from '@convener/templates';
import type { HouseList, HouseTemplate, TemplateDifferences } from '../../apps/api/templates/house.dto';
import type { TemplateList } from '../../apps/api/templates/templates.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok, seen } from '../support/client';
import { aCast, aConference, aStart, type Cast, type Refusal, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { houseContent } from './matrix.asks';

describe.each(databaseKinds())('templates of the house on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());

  const me = () => cast.manager.client;
  const copy = async (template = 'venue-search', name = '本會場地範本') =>
    ok(await me().post<HouseTemplate>('/api/house-templates', { from: { template }, name })).body;
  const look = async (id: string) => ok(await me().get<HouseTemplate>(`/api/house-templates/${id}`)).body;
  const edit = (template: HouseTemplate, body: object) =>
    me().patch<HouseTemplate>(`/api/house-templates/${template.id}`, body, seen(template.version));
  const publish = (template: HouseTemplate) =>
    me().post<HouseTemplate>(`/api/house-templates/${template.id}/publish`, {}, seen(template.version));
  const offered = async () => ok(await me().get<TemplateList>('/api/templates')).body.items;
  const differences = async (id: string, from: string) =>
    ok(await me().get<TemplateDifferences>(`/api/house-templates/${id}/differences?from=${from}`)).body.items;
  const said = (all: TemplateDifferences['items']) => all.map(({ what, kind, title }) => `${what} ${kind} ${title}`);
  const task = {
    ...{ title: '簽場地備忘錄', titleEn: 'Sign the venue memo', stage: 'before', workflow: 'venue', owner: 'lead' },
    ...{ start: 'opening - 60 days', due: 'opening - 50 days', basis: '本會', leaveOut: {}, after: [] },
  };
  const added = (template: HouseTemplate) => ({
    ...task,
    team: template.draft.teams[0]!.key,
    deliverables: [
      {
        ...{ place: null, title: '備忘錄', titleEn: 'Memo', start: 'opening - 60 days', due: 'opening - 50 days' },
        ...{ preparer: 'member', accepter: 'manager', evidence: 'required', leaveOut: {} },
      },
    ],
    checks: [{ place: null, text: '雙方用印', stage: 'before', leaveOut: {} }],
    behind: template.draft.items[0]!.place,
  });

  it('a draft is no template yet; once published, preview and start take it in every process at once', async () => {
    const draft = await copy();
    expect(draft).toMatchObject({ status: 'draft', publishedVersion: null, basedOn: { slug: 'venue-search' } });
    expect((await offered()).map(({ slug }) => slug)).not.toContain(draft.slug);
    expect(told(await me().post('/api/projects/preview', aStart({ template: draft.slug })))).toBe(
      '400 validation /template',
    );
    const published = ok(await publish(draft)).body;
    expect(published).toMatchObject({ status: 'published', publishedVersion: 1, unpublished: false });
    expect((await offered()).at(-1)).toMatchObject({ slug: draft.slug, version: 1, house: true, name: '本會場地範本' });
    const { id, counts } = ok(
      await me().post<{ id: string; counts: object }>('/api/projects', aStart({ template: draft.slug })),
    ).body;
    expect(counts).toEqual(draft.counts);
    expect(ok(await me().get(`/api/projects/${id}`)).body.template).toMatchObject({ slug: draft.slug, version: 1 });
  });

  it('own work gets places of its own, starts with the rest and is marked as own', async () => {
    const draft = await copy();
    const changed = ok(await edit(draft, { add: added(draft) })).body;
    const own = changed.draft.items[1]!;
    expect(own).toMatchObject({ place: `house/${draft.slug}/1`, standard: null, title: '簽場地備忘錄' });
    expect(own.deliverables[0]!.place).toBe(`house/${draft.slug}/2`);
    ok(await publish(changed));
    const project = await aConference(app, { cast, template: draft.slug });
    const [row] = await project.rows(`q=${encodeURIComponent('簽場地')}`);
    const item = await project.item(row!.id);
    expect(item).toMatchObject({ source: 'own', standard: null, place: own.place, dueRule: 'opening - 50 days' });
    expect(item.deliverableList[0]).toMatchObject({ title: '備忘錄', sources: [], evidence: 'required' });
    expect(item.checkList[0]).toMatchObject({ text: '雙方用印', source: 'own' });
  });

  it('a place that was removed is never given again', async () => {
    let draft = await copy();
    draft = ok(await edit(draft, { add: added(draft) })).body;
    draft = ok(await edit(draft, { remove: [draft.draft.items[1]!.place] })).body;
    draft = ok(await edit(draft, { add: { ...added(draft), deliverables: [], checks: [] } })).body;
    expect(draft.draft.items[1]!.place).toBe(`house/${draft.slug}/4`);
  });

  it('says how it differs from its standards, its last version and what it was copied from', async () => {
    const draft = await copy();
    const [first, second] = draft.draft.items;
    ok(await publish(draft));
    const changed = await look(draft.id);
    ok(
      await edit(changed, {
        items: [
          { place: first!.place, title: '找場地（本會）', due: 'opening - 200 days', start: 'opening - 210 days' },
        ],
        remove: [second!.place],
        add: { ...added(draft), behind: null },
      }),
    );
    const expected = [
      'added item 簽場地備忘錄',
      'reworded item 找場地（本會）',
      're-dated item 找場地（本會）',
      // It waited for the one that is gone.
      'predecessors item 找場地（本會）',
      `left-out item ${second!.title}`,
    ];
    expect(said(await differences(draft.id, 'last-version'))).toEqual(expected);
    expect(said(await differences(draft.id, 'base'))).toEqual(expected);
    const reworded = (await differences(draft.id, 'base'))[1]!;
    expect(reworded.fields[0]).toEqual({ field: 'title', before: first!.title, after: '找場地（本會）' });
    const fromStandards = await differences(draft.id, 'standards');
    expect(said(fromStandards)).toEqual(expect.arrayContaining(expected.slice(0, 2)));
    expect(fromStandards.filter(({ what }) => what === 'left-out').length).toBeGreaterThan(10);
  });

  it('a task that was left out is put back with the questions and sub-team that it needs', async () => {
    const draft = await copy();
    const gone = (await differences(draft.id, 'standards')).find(
      ({ kind, what }) => kind === 'item' && what === 'left-out',
    )!;
    const back = ok(await edit(draft, { putBack: gone.place })).body;
    expect(back.draft.items.at(-1)).toMatchObject({ place: gone.place, title: gone.title });
    expect(told(await edit(back, { putBack: gone.place }))).toBe('400 validation /putBack');
  });

  it('what could never be started is refused at its field, and the draft stays as it was', async () => {
    const draft = await copy();
    const [first, second] = draft.draft.items;
    const wrong = (body: object) => edit(draft, body).then(told);
    const item = (set: object) => ({ items: [{ place: first!.place, ...set }] });
    expect(await wrong(item({ due: 'festival - 3 days' }))).toBe('400 validation /items/0/due');
    expect(await wrong(item({ start: 'soon' }))).toBe('400 validation /items/0/start');
    expect(await wrong(item({ start: 'closing + 90 days' }))).toBe('400 validation /items/0/start');
    expect(await wrong(item({ team: 'nobody' }))).toBe('400 validation /items/0/team');
    expect(await wrong(item({ leaveOut: { ghosts: true } }))).toBe('400 validation /items/0/leaveOut/ghosts');
    expect(await wrong(item({ after: ['nowhere/T1'] }))).toBe('400 validation /items/0/after/0');
    expect(await wrong(item({ title: '' }))).toBe('400 validation /items/0/title');
    const round = await edit(draft, {
      items: [
        { place: first!.place, after: [second!.place] },
        { place: second!.place, after: [first!.place] },
      ],
    });
    const [problem] = (round.body as unknown as Refusal).fields!;
    expect(problem!.zh).toContain(`${first!.title} → ${second!.title} → ${first!.title}`);
    const reminders = { at: '09:00', rules: [{ key: 'never', days: -400 }] };
    expect(await wrong({ reminders })).toBe('400 validation /reminders/rules/0');
    expect(await look(draft.id)).toEqual(draft);
  });

  it('the whole draft can be replaced, but not with places that no standard has', async () => {
    const draft = await copy();
    const content = houseContent(draft.draft);
    const { items } = content;
    const put = (body: object) => me().put<HouseTemplate>(`/api/house-templates/${draft.id}/draft`, body, seen(1));
    const [first, ...rest] = items;
    expect(told(await put({ ...content, items: [{ ...first!, place: 'nowhere/T1' }, ...rest] }))).toContain(
      '/items/0/place',
    );
    const replaced = ok(await put({ ...content, name: '改名', items: [...items].reverse() })).body;
    expect(replaced.draft.items.map(({ place }) => place)).toEqual(items.map(({ place }) => place).reverse());
    expect(replaced).toMatchObject({ name: '改名', version: 2 });
    expect(told(await put({ ...content, items }))).toBe('412 version-moved');
  });

  it('two people who publish at once get one version each or are told that somebody was faster', async () => {
    const draft = await copy();
    const answers = await Promise.all([publish(draft), publish(draft)]);
    expect(answers.map(told).sort()).toEqual(['200', '412 version-moved']);
    expect(await look(draft.id)).toMatchObject({ publishedVersion: 1 });
    expect(told(await publish(await look(draft.id)))).toBe('409 nothing-changed');
  });

  it('a published version never changes: running projects keep it, new ones get the next', async () => {
    const draft = await copy();
    ok(await publish(draft));
    const before = await aConference(app, { cast, template: draft.slug });
    const changed = ok(await edit(await look(draft.id), { name: '第二版' })).body;
    expect((await offered()).find(({ slug }) => slug === draft.slug)?.name).toBe('本會場地範本');
    ok(await publish(changed));
    expect((await before.view()).template).toMatchObject({ version: 1, name: '本會場地範本' });
    const after = await aConference(app, { cast, template: draft.slug });
    expect((await after.view()).template).toMatchObject({ version: 2, name: '第二版' });
  });

  it('a retired one starts nothing until it is taken back', async () => {
    const draft = await copy();
    ok(await publish(draft));
    ok(await me().post(`/api/house-templates/${draft.id}/retire`));
    expect((await offered()).map(({ slug }) => slug)).not.toContain(draft.slug);
    expect(told(await me().post('/api/projects', aStart({ template: draft.slug })))).toBe('400 validation /template');
    expect(told(await publish(await look(draft.id)))).toBe('409 template-retired');
    ok(await me().post(`/api/house-templates/${draft.id}/unretire`));
    expect((await offered()).map(({ slug }) => slug)).toContain(draft.slug);
    const { items } = ok(await me().get<HouseList>('/api/house-templates')).body;
    expect(items.find(({ id }) => id === draft.id)).toMatchObject({ status: 'published', publishedVersion: 1 });
  });

  it('a project becomes a template: its wording, own work and sub-teams, and what its answers left out', async () => {
    const project = await aConference(app, { cast, options: { papers: false } });
    const own = await project.add({
      ...{ title: '貴賓禮品', startDay: '2028-05-20', dueDay: '2028-06-01' },
      ...{ deliverables: [{ title: '禮品清單', accepter: 'lead' }], checks: ['符合預算'] },
    });
    const [row] = await project.rows();
    ok(await project.manager.patch(`/api/work-items/${row!.id}`, { title: '我們的說法' }, { 'if-match': '*' }));
    const from = { project: project.id };
    const draft = ok(await me().post<HouseTemplate>('/api/house-templates', { from, name: '年會範本' })).body;
    const item = draft.draft.items.find(({ title }) => title === own.title)!;
    expect(item).toMatchObject({ start: 'opening - 23 days', due: 'opening - 11 days', team: 'programme' });
    expect(item.deliverables[0]).toMatchObject({ title: '禮品清單', accepter: 'lead' });
    expect(item.checks[0]!.text).toBe('符合預算');
    expect(draft.draft.items[0]!.title).toBe('我們的說法');
    expect(draft.draft.options.map(({ key }) => key)).toContain('papers');
    expect(draft.counts.workItems).toBe(
      (await app.app.get(TemplatesLibrary).get('conference')).template.items.length + 1,
    );
    ok(await publish(draft));
    const next = await aConference(app, { cast, template: draft.slug, options: { papers: false } });
    expect((await next.rows()).map(({ title }) => title)).toEqual((await project.rows()).map(({ title }) => title));
    expect(told(await cast.lead.client.post('/api/house-templates', { from, name: '偷看' }))).toBe('403 forbidden');
    expect(told(await cast.outsider.client.post('/api/house-templates', { from, name: '偷看' }))).toBe('404 not-found');
  });

  it('every built-in template can be copied and published', async () => {
    for (const { slug } of (await offered()).filter(({ house }) => !house)) {
      const draft = await copy(slug);
      expect([slug, told(await edit(draft, { description: '照抄' }))]).toEqual([slug, '200']);
    }
  });

  it('is not for clients', async () => {
    const client = await app.addPerson(
      '客戶',
      { projectId: (await aConference(app, { cast })).id, projectRole: 'viewer' },
      me(),
    );
    expect(told(await client.client.get('/api/house-templates'))).toBe('403 forbidden');
  });
});

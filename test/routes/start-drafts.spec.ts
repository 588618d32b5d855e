import type { OwnStartDraft } from '../../apps/api/projects/start-drafts.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aStart, type Cast, type Refusal } from '../support/builders';
import { databaseKinds } from '../support/database';

const PATH = '/api/me/start-draft';

describe.each(databaseKinds())('an unfinished start on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
  });
  afterAll(() => app.close());

  const show = async (who: SignedInClient) => ok(await who.client.get<OwnStartDraft>(PATH)).body;
  const save = (who: SignedInClient, draft: object | null, seen: number) =>
    who.client.put<OwnStartDraft & Refusal>(PATH, { draft }, { 'if-match': `"${seen}"` });

  it('is nothing before the first word, then what its author gave, on every device and for nobody else', async () => {
    expect(await show(cast.manager)).toEqual({ draft: null, dropped: [], savedAt: null, version: 0 });
    const draft = {
      ...{ template: 'conference', templateVersion: 1, step: 'teams', name: '論壇', opening: '2028-05-01' },
      anchors: { moveIn: '2028-04-29' },
      options: { exhibition: false },
      teams: [{ team: 'registration', leads: [cast.lead.id], members: [] }],
      invite: [{ team: 'registration', name: '王大明', lead: false }],
    };
    expect(ok(await save(cast.manager, draft, 0)).headers.etag).toBe('"1"');
    expect(await show(cast.manager)).toMatchObject({ draft, dropped: [], version: 1 });
    expect((await show(cast.lead)).draft).toBeNull();
  });

  it('is not written over by a tab that has seen an older one', async () => {
    const late = await save(cast.manager, { name: '舊分頁' }, 0);
    expect([late.status, late.body.current]).toEqual([412, expect.objectContaining({ version: 1 })]);
    expect((await show(cast.manager)).draft?.name).toBe('論壇');
  });

  it('is refused at the wrong field, and what was there stays', async () => {
    const { version } = await show(cast.manager);
    const refused = await save(cast.manager, { opening: 'soon' }, version);
    expect([refused.status, refused.body.fields?.map(({ pointer }) => pointer)]).toEqual([400, ['/draft/opening']]);
    expect((await show(cast.manager)).version).toBe(version);
  });

  it('says so where its template is no longer there, and keeps name and dates', async () => {
    const { version } = await show(cast.lead);
    const draft = { template: 'house-gone', name: '秋季展', opening: '2028-05-01', options: { exhibition: true } };
    ok(await save(cast.lead, draft, version));
    const found = await show(cast.lead);
    expect(found.draft).toEqual({ step: 'template', name: '秋季展', opening: '2028-05-01' });
    expect(found.dropped[0]?.zh).toContain('已經停用');
  });

  it('is gone in the moment its project starts, and an old tab can’t bring it back', async () => {
    const { version } = await show(cast.manager);
    ok(await cast.manager.client.post('/api/projects', aStart()));
    const after = await show(cast.manager);
    expect([after.draft, after.version]).toEqual([null, version + 1]);
    expect((await save(cast.manager, { name: '晚到的自動儲存' }, version)).status).toBe(412);
    expect((await show(cast.lead)).draft?.name).toBe('秋季展');
  });

  it('is discarded by its author', async () => {
    const { version } = await show(cast.lead);
    expect(ok(await save(cast.lead, null, version)).body.draft).toBeNull();
    expect((await show(cast.lead)).draft).toBeNull();
  });

  it('makes one row where two devices begin at once', async () => {
    const answers = await Promise.all([save(cast.member, { name: '桌機' }, 0), save(cast.member, { name: '手機' }, 0)]);
    expect(answers.map(({ status }) => status).sort()).toEqual([200, 412]);
  });
});

import { Database, FileStore, plainChange } from '@convener/platform';
import { DocumentsSweep } from '@convener/reports';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import type { DocumentList, DocumentPreview, MadeDocument } from '../../apps/api/reports/documents.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aConference, type Refusal, type RunningProject, told } from '../support/builders';
import type { Client } from '../support/client';
import { databaseKinds } from '../support/database';
import { until } from '../support/until';
import { unzipped } from '../support/unzip';

const BY_TEAM = { kind: 'work-by-team', language: 'zh-TW' };

describe.each(databaseKinds())('documents of a project on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;

  const path = () => `/api/projects/${project.id}/documents`;
  const ask = (body: object = {}, as: Client = project.manager) =>
    as.post<MadeDocument & Refusal>(path(), { ...BY_TEAM, format: 'docx', ...body });
  const one = async (id: string, as = project.manager) => ok(await as.get<MadeDocument>(`/api/documents/${id}`)).body;
  const ended = (id: string): Promise<MadeDocument> =>
    until(async () => {
      const document = await one(id);
      return ['waiting', 'making'].includes(document.state) ? undefined : document;
    }, 'a document') as Promise<MadeDocument>;
  const made = async (body: object = {}, as: Client = project.manager) => ended(ok(await ask(body, as)).body.id);
  const file = (id: string, as: Client = project.manager) => as.download(`/api/documents/${id}/file`);
  const wordsOf = (docx: Buffer) => unzipped(docx).get('word/document.xml')!.toString('utf8');

  beforeAll(async () => {
    app = await startTestApp({ database });
  });
  beforeEach(async () => {
    project = await aConference(app);
  });
  afterAll(() => app.close());

  it('are listed with the deliverables of the project that each of them is', async () => {
    const { offered, made: none } = ok(await project.manager.get<DocumentList>(path())).body;
    expect(none).toEqual([]);
    const table = offered.find(({ key }) => key === 'work-by-team')!;
    expect(table).toMatchObject({ name: { zh: '工作分配表' }, formats: ['pdf', 'docx', 'xlsx'] });
    expect(table.serves.map(({ title }) => title)).toContain('工作分配表');
  });

  it('show what they would say, and say what is missing and where it is filled in', async () => {
    await project.add({ title: '印名牌', dueDay: '2028-05-02' } as object);
    const { paper, document } = ok(await project.manager.post<DocumentPreview>(`${path()}/preview`, BY_TEAM)).body;
    expect(document.key).toBe('work-by-team');
    const table = paper.blocks.find((block) => block.type === 'table')!;
    const rows = 'rows' in table ? JSON.stringify(table.rows) : '';
    expect(rows).toContain('印名牌');
    expect(paper.blocks.find((block) => block.type === 'missing')).toMatchObject({
      what: expect.stringContaining('還沒有負責人'),
      href: `/projects/${project.id}`,
    });
    const english = ok(
      await project.manager.post<DocumentPreview>(`${path()}/preview`, { ...BY_TEAM, language: 'en' }),
    ).body;
    expect(english.paper.title).toBe('Work allocation table');
  });

  it('are made as files that say the same, in each format', async () => {
    await project.add({ title: '印名牌與彩帶' });
    const word = await made();
    expect(word).toMatchObject({ state: 'ready', progress: 100, fault: null, askedBy: { name: '經理 林' } });
    const { content, headers } = await file(word.id);
    expect(wordsOf(content)).toContain('印名牌與彩帶');
    expect(headers['content-disposition']).toMatch(/^attachment/);
    const pdf = await made({ format: 'pdf' });
    expect((await file(pdf.id)).content.subarray(0, 5).toString()).toBe('%PDF-');
    const workbook = await made({ format: 'xlsx' });
    expect([...unzipped((await file(workbook.id)).content).keys()]).toContain('xl/workbook.xml');
  });

  it('become the evidence of their deliverable and hand it in, a later one as its next version', async () => {
    const { offered } = ok(await project.manager.get<DocumentList>(path())).body;
    const { id } = offered.find(({ key }) => key === 'work-by-team')!.serves[0]!;
    const view = async () => {
      const { workItemId } = offered.find(({ key }) => key === 'work-by-team')!.serves[0]!;
      const item = await project.item(workItemId);
      return item.deliverableList.find((one) => one.id === id) as Deliverable;
    };
    const first = await made({ deliverableId: id, handIn: false });
    expect(first).toMatchObject({ state: 'ready', fault: null });
    expect(await view()).toMatchObject({ status: 'open', evidenceList: [{ id: first.evidenceId }] });
    await project.add({ title: '後來的工作' });
    await made({ deliverableId: id, handIn: true });
    const { status, evidenceList } = await view();
    expect(status).toBe('delivered');
    expect(evidenceList.map(({ file: one }) => one?.version)).toEqual([1, 2]);
  });

  it('stay where handing in is refused, and say why', async () => {
    const deliverable = await project.addDeliverable({ title: '分工表', kind: 'generated', accepter: 'manager' });
    ok(await project.cast.member.client.post(`/api/deliverables/${deliverable.id}/submit`, { note: '已交' }));
    ok(await project.manager.post(`/api/deliverables/${deliverable.id}/accept`));
    const document = await made({ deliverableId: deliverable.id, handIn: true });
    expect(document.state).toBe('ready');
    expect(document.fault?.zh).toBeTruthy();
    expect((await file(document.id)).status).toBe(200);
  });

  it.each([
    [{ kind: 'no-such-document' }, '404 not-found'],
    [{ format: 'exe' }, '400 validation /format'],
    [{ language: 'fr' }, '400 validation /language'],
    [{ choices: { day: 'x' } }, '400 validation /choices/day'],
    [{ choices: { a: 1 } }, '400 validation /choices'],
    [{ deliverableId: '0b0d6a4e-0000-4000-8000-000000000000' }, '404 not-found'],
  ])('are refused where %j is asked for', async (body, refusal) => {
    expect(told(await ask(body))).toBe(refusal);
  });

  it('are not made of another document’s deliverable, nor of another project’s', async () => {
    const { offered } = ok(await project.manager.get<DocumentList>(path())).body;
    const { id } = offered.find(({ key }) => key === 'work-by-person')!.serves[0]!;
    expect(told(await ask({ deliverableId: id }))).toBe('400 validation /deliverableId');
    const elsewhere = await (await aConference(app, { cast: project.cast })).addDeliverable();
    expect(told(await ask({ deliverableId: elsewhere.id }))).toBe('404 not-found');
  });

  it('are the crew’s: the client sees none, whoever has no part in the project finds none', async () => {
    const { member, client, outsider } = project.cast;
    const { id } = await made({}, member.client);
    expect((await file(id)).status).toBe(200);
    for (const [as, refusal] of [
      [client, '403 forbidden'],
      [outsider, '404 not-found'],
    ] as const) {
      expect(told(await ask({}, as.client))).toBe(refusal);
      expect(told(await as.client.get(`/api/documents/${id}`))).toBe(refusal);
      expect((await file(id, as.client)).status).toBe(Number(refusal.slice(0, 3)));
    }
    expect(told(await project.cast.other.client.delete(`/api/documents/${id}`))).toBe('403 forbidden');
    ok(await member.client.delete(`/api/documents/${id}`));
    expect((await file(id)).status).toBe(404);
  });

  it('are stopped while they wait, leave nothing, and can be asked for again', async () => {
    const { id } = ok(await ask()).body;
    ok(await project.manager.post(`/api/documents/${id}/cancel`));
    const document = await ended(id);
    // The job may have been faster than the request.
    if (document.state === 'ready') return;
    expect(document).toMatchObject({ state: 'cancelled', name: null });
    expect(told(await project.manager.get(`/api/documents/${id}/file`))).toBe('409 document-not-made');
    expect((await made()).state).toBe('ready');
  });

  it('are begun anew where whoever made them was killed, and given up after the third time', async () => {
    const { id } = await made();
    const leave = (attempts: number) =>
      app.app
        .get(Database)
        .write((em) =>
          plainChange(
            em,
            "UPDATE made_documents SET state = 'making', lease_token = 'gone', lease_until = ?, attempts = ?, name = NULL, store_key = NULL WHERE id = ?",
            [app.clock.now() - 1, attempts, id],
          ),
        );
    // A queue drops what it still has: the sweep rings again.
    const rung = () =>
      until(async () => {
        await app.app.get(DocumentsSweep).ring();
        const document = await one(id);
        return document.state === 'making' ? undefined : document;
      }, 'a document that is made anew') as Promise<MadeDocument>;
    await leave(1);
    expect(await rung()).toMatchObject({ state: 'ready', progress: 100 });
    await leave(3);
    const given = await rung();
    expect(given.state).toBe('failed');
    expect(given.fault?.zh).toContain('三次');
  });

  it('are kept five at a time; what failed is told of for a month', async () => {
    const ids: string[] = [];
    for (let n = 0; n < 6; n += 1) {
      app.clock.advance(1000);
      ids.push((await made()).id);
    }
    const keys = await app.app
      .get(Database)
      .select<{ key: string }>('SELECT store_key AS key FROM made_documents WHERE id = ?', [ids[0]]);
    await app.app.get(DocumentsSweep).clear();
    const { made: left } = ok(await project.manager.get<DocumentList>(path())).body;
    expect(left.map(({ id }) => id)).toEqual(ids.slice(1).reverse());
    await expect(app.app.get(FileStore).read(keys[0]!.key)).rejects.toThrow();
  });

  it('can still be made of a project that is closed, but not handed in', async () => {
    const deliverable = await project.addDeliverable({ kind: 'generated' });
    ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '測試' }));
    expect((await made()).state).toBe('ready');
    expect((await ask({ deliverableId: deliverable.id })).status).toBe(409);
  });
});

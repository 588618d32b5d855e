import { Database, FileStore, plainChange } from '@convener/platform';
import { DeliverablesService, EvidenceFilesService } from '@convener/projects';
import { LEASE_MS, MakeDocumentJob } from '@convener/reports';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import type { MadeDocument } from '../../apps/api/reports/documents.dto';
import { startTestApp, type TestApp } from '../support/app';
import { aConference, type RunningProject, told } from '../support/builders';
import { ok } from '../support/client';
import { databaseKinds } from '../support/database';
import { until } from '../support/until';

jest.setTimeout(60_000);

/** A maker falls silent between two steps, somebody else takes over, and the first one wakes up again. */
describe.each(databaseKinds())('a document that is handed in on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let deliverable: Deliverable;

  beforeAll(async () => {
    app = await startTestApp({ database });
  });
  beforeEach(async () => {
    project = await aConference(app, { cast: project?.cast });
    deliverable = await project.addDeliverable({ title: '工作分配表', kind: 'generated', accepter: 'manager' });
  });
  afterEach(() => jest.restoreAllMocks());
  afterAll(() => app.close());

  const one = async (id: string) => ok(await project.manager.get<MadeDocument>(`/api/documents/${id}`)).body;
  const view = async () => ok(await project.manager.get<Deliverable>(`/api/deliverables/${deliverable.id}`)).body;
  const change = (sql: string, ...values: unknown[]) =>
    app.app.get(Database).write((em) => plainChange(em, sql, values));
  const keyOf = async (id: string) =>
    (
      await app.app
        .get(Database)
        .select<{ key: string | null }>('SELECT store_key AS key FROM made_documents WHERE id = ?', [id])
    )[0]!.key;

  /** Somebody else has it, until then. */
  const loseLease = (id: string, end = app.clock.now() + 3_600_000) =>
    change(`UPDATE made_documents SET lease_token = 'another', lease_until = ? WHERE id = ?`, end, id);
  /** As after a maker that has not been heard of for half a minute. A file that is made now says another time. */
  const takeOver = async (id: string) => {
    app.clock.advance(90_000);
    await loseLease(id, 0);
    await app.app.get(MakeDocumentJob).run({ id });
    // The sweep may have been faster.
    await until(async () => ((await one(id)).state === 'ready' ? true : undefined), 'the second maker');
  };

  /** Asks for it; the first maker stops before `step` until `meanwhile` is done. Answers when that maker has ended. */
  async function interrupted(
    step: 'adding' | 'submitting',
    meanwhile: (id: string) => Promise<unknown>,
  ): Promise<{ id: string; document: MadeDocument }> {
    let id = '';
    const steps = { adding: [EvidenceFilesService, 'requireAddable'], submitting: [DeliverablesService, 'submit'] };
    const [service, name] = steps[step] as [typeof EvidenceFilesService, 'requireAddable'];
    const of = app.app.get(service);
    const original = of[name].bind(of);
    let asked = 0;
    let ended: Promise<unknown> = Promise.resolve();
    jest.spyOn(of, name).mockImplementation(async (...given) => {
      asked += 1;
      if (asked === 1) await until(() => Promise.resolve(id || undefined), 'the id').then(() => meanwhile(id));
      return original(...given);
    });
    const job = app.app.get(MakeDocumentJob);
    const run = job.run.bind(job);
    const first = jest.spyOn(job, 'run').mockImplementationOnce((payload) => (ended = run(payload)) as Promise<void>);
    const body = {
      kind: 'work-by-team',
      language: 'zh-TW',
      format: 'docx',
      deliverableId: deliverable.id,
      handIn: true,
    };
    id = ok(await project.manager.post<MadeDocument>(`/api/projects/${project.id}/documents`, body)).body.id;
    await until(() => Promise.resolve(first.mock.calls.length > 0 || undefined), 'the first maker');
    await ended;
    return { id, document: await one(id) };
  }

  it.each(['adding', 'submitting'] as const)(
    'is handed in once, as the file that was made first, where its maker fell silent before %s',
    async (step) => {
      let before: string | null = null;
      const { document } = await interrupted(step, async (id) => {
        before = (await one(id)).sha256;
        await takeOver(id);
      });
      expect(document).toMatchObject({ state: 'ready', fault: null, sha256: before });
      const { status, evidenceList } = await view();
      expect(status).toBe('submitted');
      expect(evidenceList).toMatchObject([{ id: document.evidenceId, file: { version: 1, sha256: before } }]);
    },
  );

  it('is not handed in by a maker who has lost it, though nobody else has got so far', async () => {
    const { id } = await interrupted('adding', (of) => loseLease(of));
    expect(await view()).toMatchObject({ status: 'open', evidenceList: [] });
    await takeOver(id);
    const { status, evidenceList } = await view();
    expect([status, evidenceList.length]).toEqual(['submitted', 1]);
  });

  it.each(['adding', 'submitting'] as const)('stays its maker’s however long %s takes', async (step) => {
    const { document } = await interrupted(step, async (id) => {
      app.clock.advance(LEASE_MS - 1000);
      const held = 'SELECT id FROM made_documents WHERE id = ? AND lease_until >= ?';
      const end = app.clock.now() + LEASE_MS;
      await until(async () => (await app.app.get(Database).select(held, [id, end]))[0], 'a lease that is prolonged');
    });
    expect(document).toMatchObject({ state: 'ready', fault: null });
  });

  it('is made anew where the file that was kept is gone', async () => {
    const { id, document } = await interrupted('adding', async (of) => {
      await app.app.get(FileStore).remove((await keyOf(of))!);
      await takeOver(of);
    });
    expect(document).toMatchObject({ state: 'ready', fault: null });
    expect((await view()).evidenceList).toMatchObject([{ file: { version: 1, sha256: document.sha256 } }]);
    expect((await project.manager.download(`/api/documents/${id}/file`)).status).toBe(200);
  });

  it('is neither handed in nor left where it is cancelled at the last moment', async () => {
    let key: string | null = null;
    const { id, document } = await interrupted('adding', async (of) => {
      key = await keyOf(of);
      ok(await project.manager.post(`/api/documents/${of}/cancel`));
    });
    expect(document).toMatchObject({ state: 'cancelled', name: null, bytes: null });
    expect(await view()).toMatchObject({ status: 'open', evidenceList: [] });
    expect(told(await project.manager.get(`/api/documents/${id}/file`))).toBe('409 document-not-made');
    await expect(app.app.get(FileStore).read(key!)).rejects.toThrow();
  });
});

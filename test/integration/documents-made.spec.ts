import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PAPER_FORMATS, PAPER_LANGUAGES, type PaperFormat, type PaperLanguage } from '@convener/papers';
import type { OpenedDesk } from '../../apps/api/check-in/desks.dto';
import type { DocumentList, DocumentPreview, MadeDocument } from '../../apps/api/reports/documents.dto';
import { REGISTRATIONS } from '../../apps/cli/demo/lists/guests';
import { cellsOf, type List } from '../../apps/cli/demo/lists/list';
import { MONEY } from '../../apps/cli/demo/lists/money';
import { PEOPLE } from '../../apps/cli/demo/lists/people';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aConference, type RunningProject } from '../support/builders';
import { sqlite } from '../support/database';
import { lostWords } from '../support/paper-words';
import { until } from '../support/until';

jest.setTimeout(180_000);

/** Guests of the demo that are enough to have some of each kind. */
const GUESTS = 12;

/** A project with something in every list that a document rests on. */
async function filledProject(app: TestApp): Promise<RunningProject> {
  const project = await aConference(app, { name: '圓山論壇', client: '中華協會', venue: '圓山大飯店' });
  const { manager } = project;
  const days = { today: '2028-04-24', opening: '2028-06-12' };
  const keep = async ({ about: { teamKey: _, ...about }, ...list }: List) => {
    const path = `/api/projects/${project.id}/registers`;
    const { id } = ok(await manager.post<{ id: string }>(path, { ...about, deliverables: [] })).body;
    const rows: string[] = [];
    for (const cells of cellsOf({ about, ...list }, days))
      rows.push(ok(await manager.post<{ id: string }>(`/api/registers/${id}/rows`, { cells })).body.id);
    return { id, rows };
  };
  for (const list of [...MONEY, ...PEOPLE]) await keep(list);
  const guests = await keep({ ...REGISTRATIONS, rows: REGISTRATIONS.rows.slice(0, GUESTS) });
  await arrive(app, project, guests);
  const cue = {
    day: days.opening,
    minute: 570,
    minutes: 30,
    place: '大會堂',
    title: '開幕典禮',
    notes: '燈光：全場暗',
  };
  ok(await manager.post(`/api/projects/${project.id}/run-sheet/cues`, { cues: [cue] }));
  await project.add({ title: '印製名牌', checks: ['字樣已校對'], deliverables: [{ title: '名牌樣張' }] });
  return project;
}

async function arrive(app: TestApp, { manager }: RunningProject, { id, rows }: { id: string; rows: string[] }) {
  const path = `/api/registers/${id}/check-in`;
  ok(await manager.post(path));
  const { id: deskId } = ok(await manager.post<OpenedDesk>(`${path}/desks`, { name: '大廳' })).body;
  const at = app.clock.now();
  const entries = rows.slice(1).map((rowId) => ({ id: randomUUID(), kind: 'arrival', rowId, at }));
  const paid = { id: randomUUID(), kind: 'payment', rowId: rows[5], at, receipt: 'A-0001', amount: 4200 };
  ok(await manager.post(`${path}/entries`, { deskId, entries: [...entries, paid] }));
}

describe('every document', () => {
  let app: TestApp;
  let project: RunningProject;
  let folder: string;

  beforeAll(async () => {
    app = await startTestApp({ database: sqlite() });
    project = await filledProject(app);
    folder = mkdtempSync(join(tmpdir(), 'documents-made-'));
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const path = () => `/api/projects/${project.id}/documents`;
  const preview = async (kind: string, language: PaperLanguage) =>
    ok(await project.manager.post<DocumentPreview>(`${path()}/preview`, { kind, language })).body.paper;
  const file = async (kind: string, language: PaperLanguage, format: PaperFormat) => {
    const { id } = ok(await project.manager.post<MadeDocument>(path(), { kind, language, format })).body;
    const made = (await until(async () => {
      const document = ok(await project.manager.get<MadeDocument>(`/api/documents/${id}`)).body;
      return ['waiting', 'making'].includes(document.state) ? undefined : document;
    }, `${kind} as ${format}`)) as MadeDocument;
    expect([kind, format, made.state, made.fault]).toEqual([kind, format, 'ready', null]);
    const { content } = await project.manager.download(`/api/documents/${id}/file`);
    const saved = join(folder, `${kind}.${language}.${format}`);
    writeFileSync(saved, content);
    return saved;
  };

  it('says something of a project that holds everything, and lacks little', async () => {
    const { offered } = ok(await project.manager.get<DocumentList>(path())).body;
    const mute: string[] = [];
    for (const { key } of offered) {
      const { blocks } = await preview(key, 'zh-TW');
      const tells = blocks.some(
        (block) => (block.type === 'table' && block.rows.length > 0) || ['cards', 'text'].includes(block.type),
      );
      if (!tells) mute.push(key);
    }
    expect(mute).toEqual([]);
  });

  it.each(PAPER_FORMATS)('is made as %s, and says what its preview says', async (format) => {
    const { offered } = ok(await project.manager.get<DocumentList>(path())).body;
    const lost: Record<string, string[]> = {};
    const kinds = offered.filter(({ formats }) => formats.includes(format));
    for (const [at, { key }] of kinds.entries()) {
      const language = PAPER_LANGUAGES[at % PAPER_LANGUAGES.length]!;
      const paper = await preview(key, language);
      const missing = await lostWords(paper, await file(key, language, format), format);
      if (missing.length > 0) lost[`${key} ${language}`] = missing;
    }
    expect(lost).toEqual({});
    expect(kinds.length).toBeGreaterThan(10);
  });
});

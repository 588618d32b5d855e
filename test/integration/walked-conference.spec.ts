import { copyFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { dayAt, instantAt } from '@convener/kernel';
import { MailTestModule } from '@convener/mail-test';
import type { PaperFormat, PaperLanguage } from '@convener/papers';
import { type Config, Database, plainRows } from '@convener/platform';
import { Test } from '@nestjs/testing';
import type { ProjectClosing } from '../../apps/api/closing/closing.dto';
import type { DocumentList, DocumentPreview, MadeDocument } from '../../apps/api/reports/documents.dto';
import { addCast } from '../../apps/cli/demo/cast';
import { openingDay, startDay, ZONE } from '../../apps/cli/demo/conference';
import { DemoModule } from '../../apps/cli/demo/demo.module';
import { StoryClock } from '../../apps/cli/demo/story-clock';
import { tell } from '../../apps/cli/demo/story';
import { startTestApp, type TestApp } from '../support/app';
import { type Client, ok } from '../support/client';
import { type DatabaseKind, sqlite } from '../support/database';
import { FakeClock } from '../support/fake-clock';
import { lostWords } from '../support/paper-words';
import { until } from '../support/until';

jest.setTimeout(300_000);

const PRESENT = Date.parse('2026-11-22T10:00:00+08:00');
/** Where the files are kept that somebody wants to look at: `KEEP_DOCUMENTS=folder`. */
const kept = process.env.KEEP_DOCUMENTS;

interface Told {
  projectId: string;
  manager: { email: string; password: string };
}

/** The demo's conference, from its first day to its closing. */
async function walk(config: Config): Promise<Told> {
  const opening = openingDay(dayAt(PRESENT, ZONE), 'closed');
  const clock = new StoryClock(instantAt(startDay(opening), '09:30', ZONE));
  // The application that is looked at afterwards knows a job more.
  const imports = [DemoModule.forRoot(config, clock), MailTestModule];
  const module = await Test.createTestingModule({ imports }).compile();
  const app = await module.init();
  const { cast, credentials } = await addCast(app);
  const projectId = await tell(app, clock, cast, PRESENT, 'closed');
  await app.close();
  return { projectId, manager: credentials[0]! };
}

const OF_LIST = `FROM register_rows r JOIN registers l ON l.id = r.register_id
  WHERE r.status <> 'dropped' AND l.preset_key =`;
/** What has a row or a card in a document, each as the database counts it. */
const COUNTED: Readonly<Record<string, string>> = {
  'work-by-team': "FROM work_items WHERE status <> 'not-applicable'",
  schedule: "FROM work_items WHERE status <> 'not-applicable'",
  'quality-control': 'FROM (SELECT id FROM deliverables UNION ALL SELECT id FROM checks) AS parts',
  budget: `${OF_LIST} 'budget'`,
  expenses: `${OF_LIST} 'bills'`,
  'issue-log': `${OF_LIST} 'incidents'`,
  sponsorship: `${OF_LIST} 'sponsors'`,
  staffing: `${OF_LIST} 'staffing'`,
  passes: `${OF_LIST} 'registrations'`,
  arrivals: 'FROM check_in_arrivals',
  'sign-in-sheet': `${OF_LIST} 'registrations'`,
  certificates: 'FROM check_in_arrivals',
  'running-order': 'FROM run_sheet_cues',
};

describe('a conference walked to its last tick', () => {
  let app: TestApp;
  let told: Told;
  let manager: Client;
  let folder: string;

  beforeAll(async () => {
    const own = sqlite();
    const create: DatabaseKind['create'] = async (env) => {
      const database = await own.create(env);
      told = await walk(database.config);
      return database;
    };
    app = await startTestApp({ database: { ...own, create }, clock: new FakeClock(PRESENT) });
    manager = await app.signIn(told.manager.email, told.manager.password);
    folder = mkdtempSync(join(tmpdir(), 'convener-walked-'));
    if (kept) mkdirSync(kept, { recursive: true });
  });
  afterAll(async () => {
    await app.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const path = (rest: string) => `/api/projects/${told.projectId}/${rest}`;
  const offered = async () => ok(await manager.get<DocumentList>(path('documents'))).body.offered;
  const preview = async (kind: string, language: PaperLanguage) =>
    ok(await manager.post<DocumentPreview>(path('documents/preview'), { kind, language })).body.paper;

  async function file(kind: string, language: PaperLanguage, format: PaperFormat): Promise<string> {
    const { id } = ok(await manager.post<MadeDocument>(path('documents'), { kind, language, format })).body;
    const made = (await until(async () => {
      const document = ok(await manager.get<MadeDocument>(`/api/documents/${id}`)).body;
      return ['waiting', 'making'].includes(document.state) ? undefined : document;
    }, `${kind} as ${format}`)) as MadeDocument;
    expect([kind, format, made.state, made.fault]).toEqual([kind, format, 'ready', null]);
    const saved = join(folder, `${kind}.${language}.${format}`);
    writeFileSync(saved, (await manager.download(`/api/documents/${id}/file`)).content);
    if (kept) copyFileSync(saved, join(kept, `${kind}.${language}.${format}`));
    return saved;
  }

  it('is closed with every deliverable settled, and says what it was closed without', async () => {
    const stand = ok(await manager.get<ProjectClosing>(path('closing'))).body;
    expect([stand.status, stand.open, stand.closings.length]).toEqual(['closed', 0, 1]);
    expect(stand.waivers.map(({ kind, title }) => [kind, title])).toEqual([['unpaid', '報名資料表']]);
  });

  it.each(['zh-TW', 'en'] as const)('lacks nothing that its documents need, in %s', async (language) => {
    const lacking: Record<string, string[]> = {};
    for (const { key } of await offered()) {
      const { blocks } = await preview(key, language);
      const missing = blocks.flatMap((block) => (block.type === 'missing' ? [block.what] : []));
      if (missing.length > 0) lacking[key] = missing;
    }
    expect(lacking).toEqual({});
  });

  it.each(Object.entries(COUNTED))('has in %s what the database has', async (kind, from) => {
    const { blocks } = await preview(kind, 'zh-TW');
    const counts = blocks.map((block) => {
      if (block.type === 'cards') return block.items.length;
      return block.type === 'table' || block.type === 'gantt'
        ? block.rows.filter((row) => !('group' in row)).length
        : 0;
    });
    const [stored] = await app.app
      .get(Database)
      .read((em) => plainRows<{ count: number }>(em, `SELECT COUNT(*) AS count ${from}`, []));
    const sum = counts.reduce((all, count) => all + count, 0);
    expect([...counts, sum]).toContain(Number(stored!.count));
    expect(sum).toBeGreaterThan(0);
  });

  it('yields every document in every format, and each says what its preview says', async () => {
    const lost: Record<string, string[]> = {};
    for (const { key, formats } of await offered()) {
      const paper = await preview(key, 'zh-TW');
      for (const format of formats) {
        const words = await lostWords(paper, await file(key, 'zh-TW', format), format);
        if (words.length > 0) lost[`${key} ${format}`] = words;
      }
    }
    expect(lost).toEqual({});
  });
});

import { Readable } from 'node:stream';
import { Clock, dayAt } from '@convener/kernel';
import type { SignedIn } from '@convener/access';
import { ContractsService } from '@convener/contracts';
import { Database, Incoming, plainRows } from '@convener/platform';
import { DeliverablesService, type DeliverableView, EvidenceFilesService, type WorkItemView } from '@convener/projects';
import { type EntryKind, RecordEntriesService } from '@convener/records';
import { DocumentKinds, DocumentsService } from '@convener/reports';
import type { INestApplicationContext } from '@nestjs/common';
import { chance, pick } from './chance';
import { ZONE } from './conference';
import { photo, plan } from './pictures';
import type { StoryClock } from './story-clock';
import { DECISIONS, EVIDENCE_NOTES, PARTIES, type Party } from './words';

const MOST_BYTES = 20 * 1024 * 1024;
/** Kinds of deliverables that a photo shows; a list is its own evidence. */
const SHOWN: ReadonlySet<string> = new Set(['file', 'event', 'record']);

/** What somebody has before they hand a deliverable in, by its kind; then hands it in, as they would on its page. */
export interface HandingIn {
  app: INestApplicationContext;
  projectId: string;
  by: SignedIn;
  /** Who makes the documents that not all of the crew read. */
  lead: SignedIn;
  item: WorkItemView;
  row: DeliverableView;
  /** Instant (epoch ms). */
  at: number;
}

export async function handIn(given: HandingIn): Promise<void> {
  const { app, by, row } = given;
  if (row.kind === 'generated' && row.document !== null) return makeDocument(given, row.document);
  // What was given back has all that, and is handed in again with a better note.
  if (row.status === 'open') await prepare(given);
  await app.get(DeliverablesService).submit(by, row.id, evidenceOf(row));
}

async function prepare(given: HandingIn): Promise<void> {
  const { row } = given;
  if (row.kind === 'contract') await signContract(given, pick(PARTIES, row.title));
  if (row.kind === 'record') await writeRecord(given);
  await addPictures(given);
}

function evidenceOf({ id, evidence, accepter, kind, title }: DeliverableView): { note?: string; link?: string } {
  const gives = evidence !== 'no' && (accepter !== null || evidence === 'required' || chance(title) < 0.5);
  if (!gives) return {};
  const note = pick(EVIDENCE_NOTES, title);
  return kind === 'contract' ? { note } : { note, link: `https://files.demo.example/${id.slice(-8)}` };
}

/** The document is made of what the project holds that day, and handed in with it. */
async function makeDocument({ app, by, lead, projectId, row }: HandingIn, key: string): Promise<void> {
  const kind = app.get(DocumentKinds).find(key)!;
  const asked = { kind: key, format: kind.formats[0]!, language: 'zh-TW' as const, choices: {} };
  const maker = kind.audience === 'leads' ? lead : by;
  const { id } = await app
    .get(DocumentsService)
    .ask(maker, projectId, { ...asked, deliverableId: row.id, handIn: true });
  await made(app, id);
}

/** Waits for a document. */
export async function made(app: INestApplicationContext, id: string): Promise<void> {
  const sql = "SELECT id FROM made_documents WHERE id = ? AND state IN ('waiting', 'making')";
  const isOpen = async () => (await app.get(Database).read((em) => plainRows(em, sql, [id]))).length > 0;
  await app.get<Clock, StoryClock>(Clock).waitWhile(isOpen, `the document ${id}`);
}

type Signing = Pick<HandingIn, 'app' | 'by' | 'row' | 'at'>;

/** Drafted, sent and signed, all on one day of the story. */
export async function signContract({ app, by, row, at }: Signing, { party, amount }: Party): Promise<void> {
  const contracts = app.get(ContractsService);
  const day = dayAt(at, ZONE);
  const { id } = await contracts.add(by, row.id, { party, amount, startsOn: day, sentOn: day });
  await contracts.move(by, id, { state: 'sent', day }, null);
  await contracts.move(by, id, { state: 'signed', day }, null);
}

async function writeRecord({ app, by, row, at }: HandingIn): Promise<void> {
  const kind = entryKind(row.title);
  await app.get(RecordEntriesService).add(by, row.id, {
    ...{ kind, day: dayAt(at, ZONE), title: row.title, present: '林雅婷、陳冠宇、張家豪、許淑芬' },
    place: kind === 'meeting' ? '學會第一會議室' : '臺北國際會議中心',
    decisions: [pick(DECISIONS, row.title)],
  });
}

function entryKind(title: string): EntryKind {
  if (/會議/.test(title)) return 'meeting';
  if (/彩排|演練/.test(title)) return 'rehearsal';
  return /問題|異常|狀況/.test(title) ? 'incident' : 'other';
}

/** Photos of what happened on the days of the event, and the plans of rooms and ways. */
async function addPictures({ app, by, item, row }: HandingIn): Promise<void> {
  if (/平面圖|配置圖|動線圖/.test(row.title)) await add(app, by, row.id, `${row.title}.png`, await plan(row.title));
  if (item.stage !== 'during' || !SHOWN.has(row.kind)) return;
  for (const number of [1, 2]) {
    const name = `${row.title}-${number}`;
    await add(app, by, row.id, `${name}.jpg`, await photo(name));
  }
}

async function add(
  app: INestApplicationContext,
  by: SignedIn,
  id: string,
  name: string,
  content: Buffer,
): Promise<void> {
  const received = await app.get(Incoming).receive(Readable.from([content]), MOST_BYTES);
  await app.get(EvidenceFilesService).add(by, id, { received, name, replaces: null });
}

import { deliverableStatus } from '@convener/documents';
import { dayAt, timeAt } from '@convener/kernel';
import type { Deliverable } from '@convener/projects';
import { folderName, PackPaths, shortName } from './pack-names.rules';

/** An output of a standard that a deliverable stands for. */
export interface PackSource {
  standard: string;
  standardName: string;
  edition: string;
  place: string;
  title: string;
}

/** One thing that shows a deliverable. */
export interface PackEvidence {
  kind: 'file' | 'note' | 'link' | 'register' | 'contract' | 'record';
  /** What it says, or the name of the file or list. */
  text: string;
  addedAt: number | null;
  /** Of a file: where the store has it, and what it must be. */
  file?: { storeKey: string; sha256: string; bytes: number; version: number; newest: boolean; mediaType: string };
  /** Of a list: whose rows go in as CSV. */
  registerId?: string;
}

export interface PackDeliverable {
  code: string | null;
  title: string;
  workItem: string;
  status: Deliverable['status'];
  sources: readonly PackSource[];
  submittedBy: string | null;
  submittedAt: number | null;
  settledBy: string | null;
  settledAt: number | null;
  reason: string | null;
  evidence: readonly PackEvidence[];
}

/** A line of the index. `path` is where it lies in the pack; empty where there is nothing to open. */
export interface PackLine {
  deliverable: PackDeliverable;
  source: PackSource | null;
  evidence: PackEvidence | null;
  path: string;
}

const OWN = '專案自訂';
const OLDER = '舊版';

/** Code of an output by its place: the last part of `T1.1/O1.1.1`. */
export const codeOf = (place: string) => place.slice(place.lastIndexOf('/') + 1);

/** Where everything lies: by standard, then by the code of the output. What several outputs share lies with the first. */
export function packLines(deliverables: readonly PackDeliverable[]): PackLine[] {
  const paths = new PackPaths();
  return deliverables.flatMap((deliverable) => {
    const folder = folderOf(deliverable);
    const evidence = deliverable.evidence.length > 0 ? deliverable.evidence : [null];
    const placed = evidence.map((one) => ({ evidence: one, path: one ? pathOf(one, folder, paths) : '' }));
    const sources = deliverable.sources.length > 0 ? deliverable.sources : [null];
    return sources.flatMap((source) => placed.map((one) => ({ deliverable, source, ...one })));
  });
}

function folderOf({ code, title, sources: [first] }: PackDeliverable): string {
  if (!first) return `${OWN}/${folderName([code, title].filter(Boolean).join(' '))}`;
  const standard = folderName(`${first.standardName} ${first.standard} ${first.edition}`);
  return `${standard}/${folderName(`${codeOf(first.place)} ${title}`)}`;
}

function pathOf({ kind, text, file }: PackEvidence, folder: string, paths: PackPaths): string {
  if (file) return paths.path(file.newest ? folder : `${folder}/${OLDER}`, shortName(text));
  return kind === 'register' ? paths.path(folder, `${folderName(text)}.csv`) : '';
}

export const INDEX_HEADINGS = [
  ...['職能基準', '版本', '產出代碼', '工作產出', '交付項目', '工作項目', '狀態'],
  ...['交出人', '交出時間', '驗收人', '驗收時間', '原因', '佐證種類', '內容', '版次', '位元組', 'SHA-256', '檔案位置'],
];

const KINDS = { file: '檔案', note: '說明', link: '連結', register: '清單', contract: '合約', record: '紀錄' } as const;
/** The index is Chinese, as the standards are. */
const CHINESE = { say: (zh: string) => zh };

/** What came of a file or list that was put in: its digest and length as they went out, or why it is not there. */
export type Packed = { sha256: string; bytes: number } | { lacks: string };

/** The index's cells of a line. Times are wall times in the project's zone. */
export function indexCells(
  { deliverable: of, source, evidence, path }: PackLine,
  packed: Packed | undefined,
  zone: string,
): (string | number | null)[] {
  const at = (instant: number | null) => (instant === null ? null : `${dayAt(instant, zone)} ${timeAt(instant, zone)}`);
  const there = packed && 'sha256' in packed ? packed : null;
  return [
    ...[source?.standardName ?? OWN, source?.edition ?? null, source ? codeOf(source.place) : of.code],
    ...[source?.title ?? null, of.title, of.workItem, deliverableStatus(CHINESE, of)],
    ...[of.submittedBy, at(of.submittedAt), of.settledBy, at(of.settledAt), of.reason],
    ...[evidence && KINDS[evidence.kind], evidence?.text ?? null, evidence?.file?.version ?? null],
    ...[there?.bytes ?? null, there?.sha256 ?? null, packed && 'lacks' in packed ? packed.lacks : path || null],
  ];
}

/** As `sha256sum -c` reads it. */
export function checksums(packed: ReadonlyMap<string, Packed>): string {
  return [...packed].flatMap(([path, one]) => ('sha256' in one ? [`${one.sha256}  ${path}\n`] : [])).join('');
}

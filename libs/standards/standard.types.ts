import type { Bilingual } from '@convener/kernel';

/**
 * An occupational standard (職能基準) in one edition, word for word as its issuer printed it. Facts: nobody changes
 * them at run time. A printed code is no identity (it repeats, and moves between editions); `place` is.
 */
export interface Standard {
  readonly slug: string;
  /** Null where the source leaves it blank. */
  readonly code: string | null;
  readonly name: string;
  readonly edition: string;
  /** Slug of the edition that this one replaces. */
  readonly supersedes: string | null;
  /** Title of the source document as printed. */
  readonly source: string;
  /** 基準級別, 1–6. */
  readonly level: number;
  readonly description: string;
  readonly category: Category;
  readonly versionHistory: readonly VersionEntry[];
  readonly duties: readonly Duty[];
  /** Distinct entries in order of first appearance; a code printed with two texts is listed twice. */
  readonly knowledge: readonly Competence[];
  readonly skills: readonly Competence[];
  /** Every printed entry; one that is printed twice stays twice. */
  readonly attitudes: readonly Attitude[];
  readonly notes: readonly string[];
  readonly errata: readonly Erratum[];
}

export interface Category {
  /** 職類別 */
  readonly occupationCategory: NamedCode;
  /** 職業別 */
  readonly occupation: NamedCode;
  /** 行業別 */
  readonly industry: NamedCode;
}

export interface NamedCode {
  readonly name: string | null;
  readonly code: string | null;
}

export interface VersionEntry {
  readonly version: string;
  readonly code: string;
  readonly name: string;
  readonly status: string;
  readonly note: string | null;
  /** Calendar day. */
  readonly date: string;
}

/** 主要職責 */
export interface Duty {
  readonly code: string;
  readonly title: string;
  readonly tasks: readonly Task[];
}

/** 工作任務 */
export interface Task {
  /** Key inside the standard: `T2.1`. */
  readonly place: string;
  readonly code: string;
  readonly title: string;
  /** 職能級別, 1–6; null where the source leaves its block blank. */
  readonly level: number | null;
  readonly condition: string | null;
  readonly outputs: readonly Output[];
  readonly indicators: readonly Indicator[];
  /** Codes; a cell merged over several tasks stands at each of them. */
  readonly knowledge: readonly string[];
  readonly skills: readonly string[];
}

/** 工作產出 */
export interface Output {
  /** Key inside the standard: `T2.1/O2.1.2`, or `T3.5/O~2` for the second output where no code is printed. */
  readonly place: string;
  readonly code: string | null;
  readonly printed: string | null;
  readonly title: string;
  readonly condition: string | null;
}

/** 行為指標 */
export interface Indicator {
  /** Key inside the standard: `T2.1/P2.1.4`, its second use inside the task `T2.1/P2.1.4~2`. */
  readonly place: string;
  readonly code: string;
  readonly printed: string;
  readonly text: string;
  readonly condition: string | null;
}

/** One entry of knowledge (K) or skills (S). */
export interface Competence {
  readonly code: string;
  readonly text: string;
}

export interface Attitude extends Competence {
  readonly description: string | null;
}

export const ERRATUM_KINDS = [
  'zero-for-letter-o',
  'stray-dot',
  'stray-space',
  'missing-code',
  'wrong-task-number',
  'duplicate-number',
  'skipped-number',
  'code-with-two-texts',
  'text-with-two-codes',
  'repeated-attitude',
  'repeated-in-cell',
  'repeated-title',
  'split-text',
  'typo',
  'no-output',
  'level-above-standard',
  'missing-level',
  'misplaced-text',
  'other',
] as const;

export type ErratumKind = (typeof ERRATUM_KINDS)[number];

/** An oddity of the source and how it was read. The transcription keeps what is printed. */
export interface Erratum {
  /** A place (`T2.1/P2.1.4`), a duty, or a part of the document (`outputs`, `knowledge/K59`, `T4/skills`). */
  readonly at: string;
  readonly kind: ErratumKind;
  readonly printed: string | null;
  /** How it is meant; null where there is nothing to be read otherwise. */
  readonly reading: string | null;
  readonly why: Bilingual;
}

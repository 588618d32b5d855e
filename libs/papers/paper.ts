/**
 * What a document says, apart from how it looks: one Paper becomes a PDF, a DOCX, a workbook, or a preview on a screen.
 * All texts are in the paper's language already; days and amounts are written out by whoever builds it. Pure data, so that
 * it can travel to another thread and be compared with the one before.
 */
export interface Paper {
  title: string;
  /** Below the title: client, place, days. */
  subtitle: readonly string[];
  language: PaperLanguage;
  page: 'portrait' | 'landscape';
  /** Letters: no title of the document, no header and no footer, and a heading stands in the middle. */
  plain?: true;
  stamp: Stamp;
  blocks: readonly Block[];
}

export const PAPER_LANGUAGES = ['zh-TW', 'en'] as const;
export type PaperLanguage = (typeof PAPER_LANGUAGES)[number];

export const PAPER_FORMATS = ['pdf', 'docx', 'xlsx'] as const;
export type PaperFormat = (typeof PAPER_FORMATS)[number];

/** Stands at the foot of every page. The instant is the document's own clock: files made from one paper are the same. */
export interface Stamp {
  project: string;
  template: string;
  version: number;
  /** Epoch milliseconds. */
  madeAt: number;
  /** In the project's zone, as it is printed. */
  made: string;
}

export type Block =
  | Heading
  | Text
  | Items
  | Facts
  | Table
  | Gantt
  | Bars
  | Pictures
  | Missing
  | Signatures
  | Cards
  | Contents
  | PageBreak;

export interface Heading {
  type: 'heading';
  /** 1 is a chapter. */
  level: 1 | 2 | 3;
  text: string;
}

/** Each line of it is a paragraph. */
export interface Text {
  type: 'text';
  text: string;
  tone?: 'note' | 'strong';
}

export interface Items {
  type: 'items';
  items: readonly string[];
  numbered?: boolean;
}

/** Names and their values, one a line: what a document opens with. */
export interface Facts {
  type: 'facts';
  rows: readonly { label: string; value: string }[];
}

/** What is never broken over lines (names, days, amounts, codes) takes the room it needs; texts share the rest. */
export const COLUMN_KINDS = ['text', 'name', 'day', 'number', 'money', 'code', 'tick'] as const;

export interface TableColumn {
  label: string;
  kind: (typeof COLUMN_KINDS)[number];
  /** Share of the room among texts; 1 where it isn't said. */
  weight?: number;
  /** Filled in with a pen: it keeps its share of the room though nothing stands in it. */
  byHand?: true;
}

/** `number` and `money` cells may be numbers: a workbook then holds them as such. `shown` is how print writes them. */
export type Cell = string | number | null | { value: string | number | null; shown?: string; tone?: CellTone };
export const CELL_TONES = ['good', 'bad', 'warn', 'quiet', 'strong'] as const;
export type CellTone = (typeof CELL_TONES)[number];

export type TableRow = { cells: readonly Cell[] } | { group: string };

/** Its head is repeated on every page; a row is not broken over pages unless it is taller than one. */
export interface Table {
  type: 'table';
  caption?: string;
  columns: readonly TableColumn[];
  rows: readonly TableRow[];
  totals?: readonly Cell[];
  /** Said in place of rows where there are none. */
  empty: string;
  /** Written into by hand: print leaves each row room for a signature. */
  tall?: boolean;
}

export interface GanttRow {
  label: string;
  /** Days YYYY-MM-DD; a bar from start to due, a mark where only due is known. */
  start: string | null;
  due: string | null;
  /** What was planned at first, drawn thinly under the bar. */
  baseline?: { start: string | null; due: string | null };
  state: 'open' | 'running' | 'done' | 'late' | 'resting';
}

export interface Gantt {
  type: 'gantt';
  caption?: string;
  from: string;
  to: string;
  today: string | null;
  marks: readonly { day: string; label: string }[];
  rows: readonly (GanttRow | { group: string })[];
}

/** A bar chart lying down; `of` is the length of a whole bar. */
export interface Bars {
  type: 'bars';
  caption?: string;
  of: number;
  items: readonly { label: string; value: number; shown: string; tone?: 'good' | 'bad' | 'warn' }[];
}

export interface Picture {
  /** Of the evidence file. */
  fileId: string;
  caption: string;
  width: number;
  height: number;
}

export interface Pictures {
  type: 'pictures';
  columns: 1 | 2 | 3;
  items: readonly Picture[];
}

/** What the document lacks. A preview leads to where it is filled in; print says it in a box, never as a blank. */
export interface Missing {
  type: 'missing';
  what: string;
  /** Where it is filled in: a whole sentence, printed as it is. */
  where: string;
  /** Path inside the web app. */
  href: string;
}

export interface Signatures {
  type: 'signatures';
  labels: readonly string[];
}

/** Badges, passes, receipts, certificates: each item on a card of that size (mm), as many a page as fit. */
export interface Cards {
  type: 'cards';
  width: number;
  height: number;
  /** One card a page of that very size, for a card printer, or many on A4 with marks to cut. */
  sheet: 'A4' | 'card';
  /** A frame inside the edges, as certificates have it. */
  frame?: true;
  items: readonly Card[];
}

export interface Card {
  lines: readonly { text: string; size: number; bold?: boolean; tone?: 'quiet' }[];
  /** Text of a QR code on it. */
  code?: string;
  align: 'center' | 'start';
}

/** A table of contents over the chapters, with page numbers. */
export interface Contents {
  type: 'contents';
  label: string;
}

export interface PageBreak {
  type: 'break';
}

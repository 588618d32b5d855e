import { Injectable } from '@nestjs/common';
import { readCode } from './codes';
import { type Folded, fold, type Span, spansOf, wordsOf } from './fold';
import { type SearchableText, TEXT_KINDS, type TextKind, textsOf } from './searchable';
import { StandardsLibrary } from './standards.library';
import type { Standard } from './standard.types';

export interface StandardsQuestion {
  /** Words between blanks; a text must have all of them, in it or as its code. */
  q: string;
  kind?: TextKind;
  /** Slug. */
  standard?: string;
}

/** A stretch of a text, and whether it is what was looked for. */
export interface Piece {
  text: string;
  marked: boolean;
}

export interface Hit extends Omit<SearchableText, 'text'> {
  /** The text, where it is long the part around the first word. */
  pieces: Piece[];
}

export interface HitGroup {
  standard: Pick<Standard, 'slug' | 'name' | 'edition'> & { superseded: boolean };
  /** How many there are; `hits` may hold only the first. */
  total: number;
  hits: Hit[];
}

export interface StandardsFound {
  total: number;
  /** How many of each kind there are, whatever kind is asked for; kinds that have none are left out. */
  kinds: { kind: TextKind; count: number }[];
  /** Current editions first, then by their best hit. */
  groups: HitGroup[];
}

/** So many of each standard where all are searched; whoever asks for one standard gets them all. */
const OF_EACH = 6;
/** Characters of a long text that are shown, and those of them before the first word. */
const SHOWN = 90;
const BEFORE = 24;

interface Indexed {
  readonly row: SearchableText;
  readonly folded: Folded;
  readonly code: string | null;
}

interface Found extends Indexed {
  readonly rank: number;
}

/**
 * Finds words of any length, two characters and single ones too, in all standards. The texts are folded once; a look through all of
 * them (60,000 characters) takes a fraction of a millisecond, so no index stands between.
 */
@Injectable()
export class StandardsSearch {
  private readonly texts: ReadonlyMap<string, readonly Indexed[]>;

  constructor(private readonly library: StandardsLibrary) {
    this.texts = new Map(library.all().map((standard) => [standard.slug, textsOf(standard).map(indexed)]));
  }

  find({ q, kind, standard }: StandardsQuestion): StandardsFound {
    const words = wordsOf(q);
    const counts = new Map<TextKind, number>();
    const groups: (HitGroup & { best: number })[] = [];
    for (const one of this.library.all().filter(({ slug }) => standard === undefined || slug === standard)) {
      const all = words.length === 0 ? [] : this.texts.get(one.slug)!.flatMap((text) => ranked(text, words));
      for (const { row } of all) counts.set(row.kind, (counts.get(row.kind) ?? 0) + 1);
      const found = all.filter(({ row }) => kind === undefined || row.kind === kind).sort((a, b) => a.rank - b.rank);
      if (found.length === 0) continue;
      const { slug, name, edition } = one;
      const superseded = this.library.supersededBy(slug) !== null;
      const hits = found.slice(0, standard === undefined ? OF_EACH : found.length).map((text) => hitOf(text, words));
      groups.push({ standard: { slug, name, edition, superseded }, total: found.length, hits, best: found[0]!.rank });
    }
    groups.sort((a, b) => Number(a.standard.superseded) - Number(b.standard.superseded) || a.best - b.best);
    return {
      total: groups.reduce((sum, { total }) => sum + total, 0),
      kinds: TEXT_KINDS.flatMap((one) => (counts.has(one) ? [{ kind: one, count: counts.get(one)! }] : [])),
      groups: groups.map(({ best: _, ...group }) => group),
    };
  }
}

function indexed(row: SearchableText): Indexed {
  return { row, folded: fold(row.text), code: row.code === null ? null : bareCode(row.code) };
}

/** The text with its rank, lower is better: its own code, its very words, then what kind it is. Nothing where a word is missing. */
function ranked(text: Indexed, words: readonly string[]): Found[] {
  const { row, folded } = text;
  if (!words.every((word) => folded.text.includes(word) || isUnder(text, word))) return [];
  const isNamed = words.some((word) => text.code === bareCode(word));
  const isWhole = words.length === 1 && folded.text === words[0];
  const kind = TEXT_KINDS.indexOf(row.kind);
  return [{ ...text, rank: isNamed ? -2 : isWhole ? -1 : kind }];
}

/** T2 and T2.1 by `t2`; the code of a standard by any part of it. */
function isUnder({ row, code }: Indexed, word: string): boolean {
  if (code === null) return false;
  if (row.kind === 'standard') return code.includes(word);
  const typed = bareCode(word);
  return code === typed || code.startsWith(`${typed}.`);
}

/** As people type codes: in any case, a zero for the O, with or without the zero of K01. */
function bareCode(code: string): string {
  const read = readCode(code.toUpperCase()).toLowerCase();
  return read.replace(/^([ksa])0+(?=\d)/, '$1').replace(/\.+$/, '');
}

function hitOf({ row: { text, ...row }, folded }: Indexed, words: readonly string[]): Hit {
  return { ...row, pieces: piecesOf(text, spansOf(folded, words)) };
}

function piecesOf(text: string, spans: readonly Span[]): Piece[] {
  const first = spans[0]?.[0] ?? 0;
  const isLong = text.length > SHOWN + BEFORE;
  const start = isLong ? Math.max(0, first - BEFORE) : 0;
  const end = isLong ? Math.min(text.length, start + SHOWN) : text.length;
  const pieces: Piece[] = start > 0 ? [{ text: '…', marked: false }] : [];
  const add = (from: number, to: number, marked: boolean) => {
    if (from < to) pieces.push({ text: text.slice(from, to), marked });
  };
  let at = start;
  for (const [from, to] of spans.filter(([from]) => from < end)) {
    add(at, from, false);
    add(from, Math.min(to, end), true);
    at = Math.min(to, end);
  }
  add(at, end, false);
  return end < text.length ? [...pieces, { text: '…', marked: false }] : pieces;
}

import { FIELD, UNCLOSED } from './letter-fields.rules';

/**
 * A part of a document, made ready to be written many times: text as it stands, fields, the numbers of drawings (no two
 * may have one), and what stands between two letters.
 */
export type Piece = string | { field: string } | { drawing: true } | { between: string };

export interface CompiledPart {
  pieces: Piece[];
  /** As they are written, in their order. */
  fields: string[];
  /** Fields that are not closed, with what follows. */
  unclosed: string[];
}

export interface CompiledBody extends CompiledPart {
  /** Before the first letter, and after the last. */
  head: string;
  tail: string;
}

/** It is no document of Word's, or one that is broken. */
export class NoLetter extends Error {}

/** The whole of word/document.xml. */
export function compileBody(given: string): CompiledBody {
  const xml = cleaned(given);
  const open = /<w:body(?:\s[^<>]*)?>/.exec(xml);
  const close = xml.lastIndexOf('</w:body>');
  if (!open || close < open.index) throw new NoLetter('There is no body');
  const start = open.index + open[0].length;
  const inner = xml.slice(start, close).trim();
  const { content, section } = parted(inner);
  const { pieces, fields, unclosed } = compiled(onNewPage(content), section);
  return { head: xml.slice(0, start), pieces, tail: section + xml.slice(close), fields, unclosed };
}

/** A header, a footer or notes: they stand once for all letters. */
export function compilePart(given: string): CompiledPart {
  const xml = cleaned(given);
  const [declaration = ''] = /^\s*<\?xml[^<>]*\?>\s*/.exec(xml) ?? [];
  const part = compiled(xml.slice(declaration.length), null);
  return { ...part, pieces: joined([declaration, ...part.pieces]) };
}

/** Names that may not stand twice in one document, and that no letter needs. */
const ONCE_ONLY = new RegExp(
  [
    String.raw`<w:(?:bookmarkStart|bookmarkEnd|commentRangeStart|commentRangeEnd|commentReference|permStart|permEnd|proofErr)\b[^<>]*/>`,
    // Of content controls alone.
    String.raw`<w:id w:val="[^"<>]*"/>`,
    String.raw`\sw14:(?:paraId|textId)="[^"<>]*"`,
  ].join('|'),
  'g',
);

function cleaned(xml: string): string {
  if (/<!DOCTYPE|<!ENTITY|<!\[CDATA\[/i.test(xml)) throw new NoLetter('Word writes no such thing');
  return without(without(xml, '<!--', '-->'), '<w:sectPrChange', '</w:sectPrChange>').replace(ONCE_ONLY, '');
}

/** By hand: an expression for it would start over at each opening that nothing closes. */
function without(xml: string, open: string, close: string): string {
  let kept = '';
  let at = 0;
  for (let from = xml.indexOf(open); from >= 0; from = xml.indexOf(open, at)) {
    const end = xml.indexOf(close, from);
    if (end < 0) throw new NoLetter(`${open} is not closed`);
    kept += xml.slice(at, from);
    at = end + close.length;
  }
  return kept + xml.slice(at);
}

/** The content of a body, and the properties of its last section. */
function parted(inner: string): { content: string; section: string } {
  const at = inner.lastIndexOf('<w:sectPr');
  const last = at < 0 ? '' : inner.slice(at);
  const isLast = /^<w:sectPr\b(?:[^>]*\/>|[^>]*>[\s\S]*<\/w:sectPr>)$/.test(last) && !last.includes('</w:p>');
  if (!isLast) return { content: inner, section: '<w:sectPr/>' };
  const content = inner.slice(0, at).trimEnd();
  // The first section of a letter says how the letter begins: on a page of its own.
  return { content, section: content.includes('<w:sectPr') ? last : last.replace(TYPE, '') };
}

const TYPE = /<w:type\b[^>]*\/>/;

function onNewPage(content: string): string {
  const at = content.indexOf('<w:sectPr');
  if (at < 0) return content;
  const end = content.indexOf('</w:sectPr>', at);
  return content.slice(0, at) + content.slice(at, end).replace(TYPE, '') + content.slice(end);
}

interface TextNode {
  /** Where the element stands, and what it says. */
  from: number;
  to: number;
  text: string;
}

interface Paragraph {
  from: number;
  /** Behind the opening tag. */
  inside: number;
  to: number;
  depth: number;
  /** Null where something stands between two texts over which no field reaches: a tab, a line break, a picture. */
  nodes: (TextNode | null)[];
}

const TAG = /<(\/?)([\w:.-]+)((?:\s+[\w:.-]+\s*=\s*(?:"[^"<]*"|'[^'<]*'))*)\s*(\/?)>/g;
const PARTS: ReadonlySet<string> = new Set(['w:tab', 'w:br', 'w:cr', 'w:sym', 'w:drawing', 'w:pict', 'w:object']);

function compiled(xml: string, section: string | null): CompiledPart {
  const paragraphs = paragraphsOf(xml);
  const fields: string[] = [];
  const unclosed: string[] = [];
  const edits: { from: number; to: number; pieces: Piece[] }[] = [];
  for (const { nodes } of paragraphs) edits.push(...paragraphEdits(nodes, fields, unclosed));
  if (section !== null) edits.push(betweenEdit(xml, paragraphs, section));
  for (const { index, 0: text, 1: before } of xml.matchAll(/(<wp:docPr\b[^>]*?\sid=")\d+"/g)) {
    const from = index + before!.length;
    edits.push({ from, to: index + text.length - 1, pieces: [{ drawing: true }] });
  }
  edits.sort((a, b) => a.from - b.from);
  const pieces: Piece[] = [];
  let at = 0;
  for (const edit of edits) {
    pieces.push(xml.slice(at, edit.from), ...edit.pieces);
    at = edit.to;
  }
  return { pieces: joined([...pieces, xml.slice(at)]), fields, unclosed };
}

function paragraphsOf(xml: string): Paragraph[] {
  const found: Paragraph[] = [];
  const open: Paragraph[] = [];
  const names: string[] = [];
  let text: { from: number; inside: number } | null = null;
  let read = 0;
  for (const { index, 0: tag, 1: closes, 2: name = '', 4: alone } of xml.matchAll(TAG)) {
    if (/</.test(xml.slice(read, index))) throw new NoLetter('Something is no tag');
    read = index + tag.length;
    if (closes) {
      if (names.pop() !== name) throw new NoLetter(`</${name}> closes nothing`);
      if (name === 'w:p') found.push({ ...open.pop()!, to: read });
      if (name === 'w:t' && text)
        open.at(-1)?.nodes.push({ ...text, to: read, text: decoded(xml.slice(text.inside, index)) });
      if (name === 'w:t') text = null;
    } else if (name === 'w:p') {
      const paragraph = { from: index, inside: read, to: read, depth: names.length, nodes: [] };
      if (alone) found.push(paragraph);
      else open.push(paragraph);
    } else if (name === 'w:t' && !alone) text = { from: index, inside: read };
    else if (PARTS.has(name)) open.at(-1)?.nodes.push(null);
    if (!closes && !alone) names.push(name);
  }
  if (names.length > 0 || xml.slice(read).includes('<')) throw new NoLetter('It ends too early');
  return found;
}

/** What becomes of the texts of one paragraph: Word parts a field over several, and the first of them carries it then. */
function paragraphEdits(nodes: readonly (TextNode | null)[], fields: string[], unclosed: string[]) {
  let whole = '';
  const placed = nodes.flatMap((node) => {
    const at = whole.length;
    whole += node ? node.text : '\n';
    return node ? [{ node, at }] : [];
  });
  const matches = [...whole.matchAll(FIELD)].map(({ index, 0: text, 1: field }) => ({
    ...{ from: index, to: index + text.length, field: field!.trim() },
  }));
  const left = UNCLOSED.exec(whole.replace(FIELD, ''));
  if (left) unclosed.push(left[0]);
  fields.push(...matches.map(({ field }) => field));
  return placed.flatMap(({ node, at }) => {
    const end = at + node.text.length;
    const own = matches.filter(({ from, to }) => from < end && to > at);
    if (own.length === 0) return [];
    const pieces: Piece[] = ['<w:t xml:space="preserve">'];
    let from = at;
    for (const match of own) {
      if (match.from > from) pieces.push(escaped(whole.slice(from, match.from)));
      if (match.from >= at) pieces.push({ field: match.field });
      from = Math.min(end, match.to);
    }
    pieces.push(escaped(whole.slice(from, end)), '</w:t>');
    return [{ from: node.from, to: node.to, pieces }];
  });
}

/**
 * The end of a letter's section: in its last paragraph, since one more would be a page more where a letter just fits. In a
 * paragraph of its own where a letter ends with a table, or with a section already.
 */
function betweenEdit(xml: string, paragraphs: readonly Paragraph[], section: string) {
  const own = { from: xml.length, to: xml.length, pieces: [{ between: `<w:p><w:pPr>${section}</w:pPr></w:p>` }] };
  const last = paragraphs.find(({ depth, to }) => depth === 0 && to === xml.length);
  if (!last || last.inside === last.to) return own;
  const properties = /^<w:pPr(?:\s[^>]*)?>/.exec(xml.slice(last.inside));
  if (!properties) {
    const at = /^<w:pPr\s*\/>/.exec(xml.slice(last.inside))?.[0].length ?? 0;
    return { from: last.inside, to: last.inside + at, pieces: [{ between: `<w:pPr>${section}</w:pPr>` }] };
  }
  const end = xml.indexOf('</w:pPr>', last.inside);
  const inside = xml.slice(last.inside, end);
  if (inside.includes('<w:sectPr')) return own;
  const change = inside.indexOf('<w:pPrChange');
  const at = change < 0 ? end : last.inside + change;
  return { from: at, to: at, pieces: [{ between: section }] };
}

function joined(pieces: readonly Piece[]): Piece[] {
  const together: Piece[] = [];
  for (const piece of pieces) {
    const before = together.at(-1);
    if (piece === '') continue;
    if (typeof piece === 'string' && typeof before === 'string') together[together.length - 1] = before + piece;
    else together.push(piece);
  }
  return together;
}

const NAMED: Record<string, string> = { lt: '<', gt: '>', amp: '&', quot: '"', apos: "'" };

function decoded(text: string): string {
  return text.replace(/&(#x[\da-f]+|#\d+|\w+);/gi, (whole, name: string) => {
    if (!name.startsWith('#')) return NAMED[name] ?? whole;
    const code = /^#x/i.test(name) ? parseInt(name.slice(2), 16) : Number(name.slice(1));
    return code <= 0x10ffff ? String.fromCodePoint(code) : whole;
  });
}

const MARKS: Record<string, string> = { '<': '&lt;', '>': '&gt;', '&': '&amp;', '"': '&quot;' };

/** Characters that XML 1.0 knows in no way, not even escaped, are left out. */
export function escaped(text: string): string {
  return text
    .replace(/[\u0000-\u0008\u000b\u000c\u000e-\u001f\ufffe\uffff]|\p{Cs}/gu, '')
    .replace(/[<>&"]/g, (mark) => MARKS[mark]!);
}

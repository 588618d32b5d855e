import type { Paper } from './paper';

/** Controls that no file format may hold or that turn the reading direction of what follows; half characters; noncharacters. */
const UNSAYABLE =
  /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u0084\u0086-\u009f\u202a-\u202e\u2066-\u2069\ufeff\p{NChar}\p{Cs}]/gu;

/** Text that every format can hold: line breaks are `\n`, a tab is a space, nothing in it is invalid in XML. */
export function clean(text: string): string {
  return text
    .replace(/\r\n?|[\u0085\u2028\u2029]/g, '\n')
    .replaceAll('\t', ' ')
    .replace(UNSAYABLE, '');
}

/** The paper with each of its texts cleaned. */
export function cleaned(paper: Paper): Paper {
  return cleanedValue(paper) as Paper;
}

function cleanedValue(value: unknown): unknown {
  if (typeof value === 'string') return clean(value);
  if (Array.isArray(value)) return value.map(cleanedValue);
  if (typeof value !== 'object' || value === null) return value;
  return Object.fromEntries(Object.entries(value).map(([key, held]) => [key, cleanedValue(held)]));
}

/** A single line, where a break would fall out of its place: titles, captions, names of sheets. */
export function oneLine(text: string): string {
  return text.replace(/\s+/gu, ' ').trim();
}

/** What fonts draw differently but says the same; written in the first where the second isn't drawn. */
const SAME: Record<string, string> = {
  ...{ '⋯': '…', '☐': '□', '☑': '✓', '✔': '✓', '‑': '-', '‒': '–', '―': '—', '✕': '×', '✗': '×' },
  // Letters with a stroke are no letter and accent to Unicode.
  ...{
    Ł: 'L',
    ł: 'l',
    Đ: 'D',
    đ: 'd',
    Ħ: 'H',
    ħ: 'h',
    Ŧ: 'T',
    ŧ: 't',
    ı: 'i',
    Œ: 'OE',
    œ: 'oe',
    Ŋ: 'NG',
    ŋ: 'ng',
    ĸ: 'k',
  },
};
export const UNDRAWN = '〓';

/**
 * The text in characters that a font has. A letter with an accent that it lacks loses the accent, a letter in another
 * form is written plainly; what can't be drawn at all is 〓, as printers in Taiwan write a character they lack.
 */
export function drawable(text: string, draws: (character: string) => boolean): string {
  const composed = text.replace(/\P{M}\p{M}+/gu, (cluster) => cluster.normalize('NFC'));
  let out = '';
  for (const character of composed) {
    if (character === '\n' || draws(character)) out += character;
    else out += substitute(character, draws);
  }
  return out;
}

function substitute(character: string, draws: (character: string) => boolean): string {
  if (/[\p{Default_Ignorable_Code_Point}\p{M}\p{Emoji_Modifier}]/u.test(character)) return '';
  if (/\p{Zs}/u.test(character)) return ' ';
  const plain = [SAME[character], character.normalize('NFKC'), character.normalize('NFKD').replace(/\p{M}/gu, '')];
  return plain.find((other) => other && [...other].every(draws)) ?? UNDRAWN;
}

/** Quotation marks that Latin text and Han text share, and the characters of private use that stand for the narrow ones. */
const NARROW: Record<string, string> = { '‘': '\ue018', '’': '\ue019', '“': '\ue01c', '”': '\ue01d' };
export const WIDE: Readonly<Record<string, string>> = Object.fromEntries(
  Object.entries(NARROW).map(([wide, narrow]) => [narrow, wide]),
);

/** Beside Latin letters, quotation marks are as narrow as these: in a Chinese font they take the room of a Han character. */
export function narrowed(text: string): string {
  return text.replace(/(?<=[\u0021-\u024f])[‘’“”]|[‘’“”](?=[\u0021-\u024f])/g, (mark) => NARROW[mark]!);
}

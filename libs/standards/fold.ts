/** A text as the search compares it, and where each of its characters stands in the text as printed. */
export interface Folded {
  readonly text: string;
  /** Of each UTF-16 unit of `text` the unit of the printed text that it comes from; one more for the end. */
  readonly from: readonly number[];
}

/** Full and half width, upper and lower case are one; so are 臺 and 台, which people type as they come. */
const foldCharacter = (character: string): string =>
  character.normalize('NFKC').toLowerCase().replaceAll('臺', '台').replace(/\s/g, ' ');

/** Character by character, so that any part of a text folds to that part of the folded text. */
export function fold(printed: string): Folded {
  const from: number[] = [];
  let text = '';
  let at = 0;
  for (const character of printed) {
    const folded = foldCharacter(character);
    text += folded;
    for (let unit = 0; unit < folded.length; unit += 1) from.push(at);
    at += character.length;
  }
  return { text, from: [...from, at] };
}

/** The words of what somebody typed, folded: between blanks of any width. */
export function wordsOf(typed: string): string[] {
  const words = fold(typed.normalize('NFC')).text.split(' ');
  return [...new Set(words)].filter((word) => word !== '');
}

export type Span = readonly [start: number, end: number];

/** Where the words stand in the printed text, in order; those that touch or overlap are one. */
export function spansOf({ text, from }: Folded, words: readonly string[]): Span[] {
  const found = words.flatMap((word) => occurrences(text, word)).sort(([a], [b]) => a - b);
  const spans: [number, number][] = [];
  for (const [first, last] of found) {
    // A character that folds to several (㎡ to m2) is marked whole.
    const [start, end] = [from[first]!, from.find((at) => at > from[last - 1]!)!];
    const before = spans.at(-1);
    if (before && start <= before[1]) before[1] = Math.max(before[1], end);
    else spans.push([start, end]);
  }
  return spans;
}

function occurrences(text: string, word: string): Span[] {
  const spans: Span[] = [];
  for (let at = text.indexOf(word); at >= 0; at = text.indexOf(word, at + 1)) spans.push([at, at + word.length]);
  return spans;
}

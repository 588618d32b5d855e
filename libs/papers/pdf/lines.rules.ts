import LineBreaker from 'linebreak';

/** Width of a text in points. */
export type WidthOf = (text: string) => number;

const CLOSING = /^[\p{Pe}\p{Pf}，。、；：！？．・‧…,.;:!?%％ー々っゃゅょぁぃぅぇぉッャュョァィゥェォ]/u;
/** A short word in a list with 、, which may be somebody's name: it is carried over whole. */
const LISTED = /(?<=^|[、：（])\p{Script=Han}{2,4}(?=[、）。]|$)/gu;
/** An address is carried over whole where a line holds it, and never broken behind its `https://`. */
const ADDRESS = /\bhttps?:\/\/[\u0021-\u007e]+/g;
/** Behind a folder of an address, where UAX 14 breaks before letters alone. */
const STEP = /(?<=[^:/]\/)(?=[^/])/;
/** A box to tick: what follows on further lines stands behind it, not under it. */
const BOX = /^[□☐☑■✓] (?=\S)/;
const OPENING = /[\p{Ps}\p{Pi}]$/u;

/**
 * Lines of a text, none wider than the room, broken where Unicode's line breaking (UAX 14) allows it: none begins with a
 * closing mark or ends with an opening one. A word wider than the room is broken between characters, by the same rule.
 */
export function brokenLines(text: string, room: number, widthOf: WidthOf): string[] {
  return text.split('\n').flatMap((line) => {
    if (!BOX.test(line) || widthOf(line) <= room) return brokenLine(line, room, widthOf);
    const [first, ...rest] = brokenLine(line.slice(2), room - widthOf(INDENT), widthOf);
    return [line.slice(0, 2) + first, ...rest.map((part) => INDENT + part)];
  });
}

/** As wide as a box and its space. */
const INDENT = '\u3000 ';

function brokenLine(line: string, room: number, widthOf: WidthOf): string[] {
  if (widthOf(line) <= room) return [line.trimEnd()];
  const lines: string[] = [];
  let current = '';
  let width = 0;
  const flush = () => {
    if (current.trim() !== '') lines.push(current.trimEnd());
    current = '';
    width = 0;
  };
  for (const piece of pieces(line, (text) => widthOf(text) <= room)) {
    const bare = widthOf(piece.trimEnd());
    if (width + bare > room) flush();
    if (bare <= room) {
      current += piece;
      width += widthOf(piece);
      continue;
    }
    const parts = torn(piece.trimEnd(), room, widthOf);
    lines.push(...parts.slice(0, -1));
    current = parts.at(-1)! + piece.slice(piece.trimEnd().length);
    width = widthOf(current);
  }
  flush();
  return lines.length > 0 ? lines : [''];
}

/** Parts between which a line may break; each keeps the spaces behind it. */
function pieces(line: string, fits: (text: string) => boolean): string[] {
  const breaker = new LineBreaker(line);
  const found: string[] = [];
  const whole = line.includes('、') ? [...line.matchAll(LISTED)] : [];
  const inName = (place: number) => whole.some(({ index, 0: name }) => place > index && place < index + name.length);
  const addresses = [...line.matchAll(ADDRESS)];
  const inAddress = (place: number) =>
    addresses.some(({ index, 0: address }) => {
      // A closing mark behind it goes along.
      const behind = fits(`${address}、`) ? address.length : address.indexOf('//') + 3;
      return place > index && place < index + behind;
    });
  let from = 0;
  for (let at = breaker.nextBreak(); at !== null; at = breaker.nextBreak()) {
    if (inName(at.position) || inAddress(at.position)) continue;
    const piece = line.slice(from, at.position);
    const glued = found.length > 0 && (CLOSING.test(piece) || OPENING.test(found.at(-1)!));
    // linebreak knows no Taiwanese middle dot, and breaks behind a dash that a quotation follows.
    if (glued) found[found.length - 1] += piece;
    else found.push(piece);
    from = at.position;
  }
  return found.flatMap((piece) => (piece.includes('://') && !fits(piece) ? piece.split(STEP) : [piece]));
}

/** One word over several lines. Never empty. */
function torn(word: string, room: number, widthOf: WidthOf): string[] {
  const parts: string[] = [];
  let current: string[] = [];
  let width = 0;
  for (const character of word) {
    const own = widthOf(character);
    if (current.length > 0 && width + own > room) {
      const moved = movedOver(current, character);
      parts.push(current.join(''));
      current = moved;
      width = widthOf(moved.join(''));
    }
    current.push(character);
    width += own;
  }
  parts.push(current.join(''));
  return parts;
}

/** Characters taken from the end of a line for the next one, so that neither breaks the rule; none where that can't be. */
function movedOver(current: string[], next: string): string[] {
  for (let taken = 0; taken < Math.min(current.length, 4); taken += 1) {
    const first = taken === 0 ? next : current[current.length - taken]!;
    const last = current[current.length - taken - 1];
    if (last !== undefined && !CLOSING.test(first) && !OPENING.test(last))
      return current.splice(current.length - taken);
  }
  return [];
}

/** The text, or as much of it as fits before an ellipsis. */
export function shortened(text: string, room: number, widthOf: WidthOf): string {
  if (widthOf(text) <= room) return text;
  const characters = [...text];
  let kept = characters.length;
  while (kept > 0 && widthOf(characters.slice(0, kept).join('').trimEnd() + '…') > room) kept -= 1;
  return characters.slice(0, kept).join('').trimEnd() + '…';
}

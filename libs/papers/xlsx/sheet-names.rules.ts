import { oneLine } from '../text.rules';

const LONGEST = 31;

/** A name that Excel takes for a sheet: no `[]:*?/\`, no apostrophe at its ends, 31 characters, once, and not "History". */
export function sheetName(wanted: string, taken: ReadonlySet<string>): string {
  const tidy = cut(oneLine(wanted.replace(/[[\]:*?/\\]/g, ' ')).replace(/^'+|'+$/g, ''), LONGEST);
  const base = tidy === '' ? 'Sheet' : tidy.toLowerCase() === 'history' ? `${tidy} ` + '1' : tidy;
  for (let number = 1; ; number += 1) {
    const tail = number === 1 ? '' : ` (${number})`;
    const name = cut(base, LONGEST - tail.length) + tail;
    if (!taken.has(name.toLowerCase())) return name;
  }
}

/** Excel counts in halves of a rare character, none of which may be cut off. */
function cut(text: string, most: number): string {
  return text
    .slice(0, most)
    .replace(/[\ud800-\udbff]$/, '')
    .trim()
    .replace(/'+$/, '');
}

import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { ZipFile } from 'yazl';
import { foldedField, unknownFields, type Values } from './letter-fields.rules';
import { fieldsOf, type LetterFields, type LetterPackage } from './letter-package';
import { nobody, strangeFields, tooManyLetters } from './letter-problems';
import { type Drawings, letterText } from './letter-text.rules';

export const MOST_LETTERS = 5000;
/** Of all letters together (characters): Word opens no more in reasonable time. */
const MOST_TEXT = 300_000_000;

/** The same for every file that is made of the same rows; ZIP knows no year before. */
const MADE = Date.UTC(1980, 0, 1);

export interface Merge {
  letter: LetterPackage;
  /** What every letter has: the project, its days. */
  shared: Values;
  /** What each letter has beside it; all rows have the same fields. */
  rows: readonly Values[];
}

/** The fields that can't be filled: unknown ones, and those of rows in headers and footers, which stand once for all. */
export function fieldProblems(
  { fields, outerFields }: LetterFields,
  shared: ReadonlySet<string>,
  ofRows: ReadonlySet<string>,
): { unknown: string[]; misplaced: string[] } {
  const all = new Set([...shared, ...ofRows]);
  return {
    unknown: unknownFields([...fields, ...outerFields], all),
    misplaced: unknownFields(outerFields, shared).filter((field) => all.has(foldedField(field))),
  };
}

/**
 * One DOCX with a section for each row, which begins on a page of its own. The text goes through `work`, a file that the
 * caller removes: letters for thousands are never in memory at once. Throws 4xx where fields can't be filled.
 */
export async function mergeLetters(
  { letter, shared, rows }: Merge,
  to: { path: string; work: string; signal: AbortSignal; progress(done: number): void },
): Promise<void> {
  if (rows.length === 0) throw nobody();
  const size = letter.body.pieces.reduce((sum, piece) => sum + (typeof piece === 'string' ? piece.length : 50), 0);
  if (rows.length > MOST_LETTERS || size * rows.length > MOST_TEXT) throw tooManyLetters(MOST_LETTERS);
  const { unknown, misplaced } = fieldProblems(fieldsOf(letter), new Set(shared.keys()), new Set(rows[0]!.keys()));
  if (unknown.length + misplaced.length > 0) throw strangeFields(unknown, misplaced);
  const drawings: Drawings = { next: 1 };
  const around = new Map(
    [...letter.around].map(([name, { pieces }]) => [name, Buffer.from(letterText(pieces, shared, drawings, true))]),
  );
  await pipeline(Readable.from(texts({ letter, shared, rows }, drawings, to.progress)), createWriteStream(to.work), {
    signal: to.signal,
  });
  await zipped(letter, around, to);
}

function* texts({ letter: { body }, shared, rows }: Merge, drawings: Drawings, progress: (done: number) => void) {
  yield body.head;
  for (const [at, row] of rows.entries()) {
    yield letterText(body.pieces, new Map([...row, ...shared]), drawings, at === rows.length - 1);
    progress((0.8 * (at + 1)) / rows.length);
  }
  yield body.tail;
}

async function zipped(
  { parts }: LetterPackage,
  around: ReadonlyMap<string, Buffer>,
  { path, work, signal }: { path: string; work: string; signal: AbortSignal },
): Promise<void> {
  const zip = new ZipFile();
  const options = { mtime: new Date(MADE), mode: 0o100644, forceDosTimestamp: true };
  for (const { name, content } of parts) {
    if (name === 'word/document.xml') zip.addFile(work, name, options);
    else zip.addBuffer(around.get(name) ?? content, name, options);
  }
  zip.end();
  const failed = once(zip, 'error').then(([error]) => Promise.reject(error as Error));
  await Promise.race([pipeline(zip.outputStream, createWriteStream(path), { signal }), failed]);
}

import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { plainToInstance } from 'class-transformer';
import { validateSync, type ValidationError } from 'class-validator';
import { parseDocument } from 'yaml';
import { rowPlace } from './row-place';
import { withPlaces } from './places';
import { problemsAmong, problemsOf } from './standard.checks';
import { StandardFile } from './standard.schema';
import type { Standard } from './standard.types';

/** The folder of standards cannot be used. Each problem reads `file.yaml: place: what is wrong`. */
export class StandardsError extends Error {
  constructor(readonly problems: readonly string[]) {
    super(`The standards cannot be loaded:\n${problems.join('\n')}`);
  }
}

/**
 * Reads every `<slug>.yaml` of a folder, in order of file name, and freezes what it answers.
 * Throws StandardsError with every problem of every file.
 */
export function loadStandards(folder: string): readonly Standard[] {
  const read = listFiles(folder).map((file) => readStandard(file, readFileSync(join(folder, file), 'utf8')));
  const problems = read.flatMap((result) => ('problems' in result ? result.problems : []));
  const standards = read.flatMap((result) => ('standard' in result ? result.standard : []));
  if (problems.length === 0) problems.push(...problemsAmong(standards));
  if (problems.length > 0) throw new StandardsError(problems);
  return deepFreeze(standards);
}

function listFiles(folder: string): string[] {
  let names: string[];
  try {
    names = readdirSync(folder).filter((name) => name.endsWith('.yaml'));
  } catch (error) {
    throw new StandardsError([`${folder}: cannot be read (${(error as Error).message})`]);
  }
  if (names.length === 0) throw new StandardsError([`${folder}: holds no .yaml file`]);
  return names.sort();
}

/** One standard out of the text of its file, or what is wrong with it. */
export function readStandard(file: string, text: string): { standard: Standard } | { problems: string[] } {
  const document = parseDocument(text, { prettyErrors: true });
  const faults = [...document.errors, ...document.warnings];
  if (faults.length > 0) {
    return {
      problems: faults.map(
        ({ linePos, message }) => `${file}: line ${linePos?.[0].line ?? '?'}: ${message.split('\n')[0]}`,
      ),
    };
  }
  const plain: unknown = document.toJS();
  const problems = shapeProblems(plain);
  if (problems.length > 0) return { problems: problems.map((problem) => `${file}: ${problem}`) };
  const row = plain as StandardFile;
  const standard: Standard = { ...row, duties: withPlaces(row.duties) };
  if (`${row.slug}.yaml` !== file) problems.push(`slug: must be the name of the file, not "${row.slug}"`);
  problems.push(...problemsOf(standard));
  return problems.length > 0 ? { problems: problems.map((problem) => `${file}: ${problem}`) } : { standard };
}

function shapeProblems(plain: unknown): string[] {
  if (typeof plain !== 'object' || plain === null || Array.isArray(plain)) return ['top: must be a map'];
  const errors = validateSync(plainToInstance(StandardFile, plain), { whitelist: true, forbidNonWhitelisted: true });
  return errors.flatMap((error) => describe(plain, error, []));
}

function describe(plain: object, error: ValidationError, above: string[]): string[] {
  const path = [...above, error.property];
  const place = rowPlace(plain, path);
  const messages = Object.values(error.constraints ?? {});
  const own = messages.map((message) => `${place}: ${withoutName(message, error.property)}`);
  return [...own, ...(error.children ?? []).flatMap((child) => describe(plain, child, path))];
}

/** class-validator begins with the property's name, which the place has said already. */
function withoutName(message: string, property: string): string {
  return message.startsWith(`${property} `) ? message.slice(property.length + 1) : message;
}

function deepFreeze<T>(value: T): T {
  if (typeof value === 'object' && value !== null) Object.values(value).forEach(deepFreeze);
  return Object.freeze(value);
}

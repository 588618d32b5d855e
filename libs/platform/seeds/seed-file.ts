import { readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { type ClassConstructor, plainToInstance } from 'class-transformer';
import { type ValidationError, validateSync } from 'class-validator';
import { parse } from 'yaml';

/** A seed file that can't be used; the message names the file and the place inside it. */
export class SeedError extends Error {
  constructor(file: string, problems: readonly string[]) {
    super(problems.map((problem) => `${basename(file)}: ${problem}`).join('\n'));
  }
}

/** Reads one YAML file into a validated instance. Unknown keys, doubled keys and wrong values are a SeedError. */
export function readSeed<T extends object>(type: ClassConstructor<T>, file: string): T {
  let plain: unknown;
  try {
    plain = parse(readFileSync(file, 'utf8'), { uniqueKeys: true });
  } catch (error) {
    throw new SeedError(file, [error instanceof Error ? error.message : String(error)]);
  }
  if (plain === null || typeof plain !== 'object' || Array.isArray(plain)) throw new SeedError(file, ['is no map of keys']);
  const instance = plainToInstance(type, plain);
  const problems = validateSync(instance, { whitelist: true, forbidNonWhitelisted: true, forbidUnknownValues: true });
  if (problems.length > 0) throw new SeedError(file, problems.flatMap((problem) => describe(problem, '')));
  return instance;
}

/** The YAML files of a folder, in the order of their names. */
export function seedFiles(folder: string): string[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.yaml'))
    .sort()
    .map((name) => join(folder, name));
}

/** The way to a wrong value; an entry that has a code or key is called by it, as whoever mends the file knows it by that. */
function describe(problem: ValidationError, path: string): string[] {
  const { code, key } = (problem.value ?? {}) as { code?: unknown; key?: unknown };
  const name = /^\d+$/.test(problem.property) ? String(code ?? key ?? `[${problem.property}]`) : problem.property;
  const here = path ? `${path}/${name}` : name;
  const own = Object.values(problem.constraints ?? {}).map((text) => `${here}: ${text}`);
  return [...own, ...(problem.children ?? []).flatMap((child) => describe(child, here))];
}

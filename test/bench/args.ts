import { parseArgs } from 'node:util';
import { JOBS } from './jobs';
import type { Run } from './report';
import { type SizeName, SIZES } from './sizes';

export interface Options {
  size: SizeName;
  rounds: number;
  databases: Run['kind'][];
  /** Names of jobs; null for all. */
  only: string[] | null;
  profile: boolean;
  write: boolean;
}

export const USAGE = `npm run bench -- [options]
  --size S|M|L           how much stands in the database (M)
  --db sqlite|postgres   only this one
  --only a,b             only these jobs: ${JOBS.map(({ name }) => name).join(', ')}
  --rounds n             rounds a job (5)
  --profile              where the server's time goes, job by job (figures are then slower)
  --write                writes the table to docs/performance.md`;

/** Throws with a word on what is wrong. */
export function optionsOf(args: readonly string[]): Options {
  const text = { type: 'string' } as const;
  const flag = { type: 'boolean', default: false } as const;
  const { values } = parseArgs({
    args: [...args],
    options: { size: text, db: text, only: text, rounds: text, profile: flag, write: flag },
  });
  const only = values.only?.split(',') ?? null;
  const unknown = only?.filter((name) => !JOBS.some((job) => job.name === name)) ?? [];
  if (unknown.length > 0) throw new Error(`There is no job ${unknown.join(', ')}`);
  return {
    size: oneOf(values.size ?? 'M', Object.keys(SIZES) as SizeName[]),
    rounds: Math.max(1, Number(values.rounds ?? 5)),
    databases: values.db === undefined ? ['sqlite', 'postgres'] : [oneOf(values.db, ['sqlite', 'postgres'])],
    only,
    profile: values.profile,
    write: values.write,
  };
}

function oneOf<T extends string>(value: string, allowed: readonly T[]): T {
  const found = allowed.find((one) => one === value);
  if (found === undefined) throw new Error(`"${value}" is none of ${allowed.join(', ')}`);
  return found;
}

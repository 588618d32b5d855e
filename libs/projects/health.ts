import type { PersonRef } from '@convener/access';
import type { HealthWord, Project } from './project.entity';

/** After so many days nobody should rely on a word any more. */
export const STALE_DAYS = 14;
const DAY_MS = 86_400_000;

export interface Health {
  word: HealthWord;
  note: string | null;
  at: number;
  by: PersonRef | null;
  /** It was said too long ago to be relied on. */
  stale: boolean;
}

/** The newest instant at which a word is stale already. */
export function staleSince(now: number): number {
  return now - STALE_DAYS * DAY_MS;
}

/** Null where nobody has said anything yet. */
export function healthOf(
  { health, healthNote, healthAt }: Pick<Project, 'health' | 'healthNote' | 'healthAt'>,
  by: PersonRef | null,
  now: number,
): Health | null {
  if (health === null || healthAt === null) return null;
  return { word: health, note: healthNote, at: healthAt, by, stale: healthAt <= staleSince(now) };
}

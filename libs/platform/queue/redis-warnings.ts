/** What is wrong with the settings of a Redis: it may throw jobs out, it forgets them at a restart, or can't be asked. */
export type QueueWarning = 'evicts' | 'forgets' | 'unchecked';

/** What a Redis says of itself; null where it does not let us ask, as managed ones may. */
export interface RedisSettings {
  /** `maxmemory-policy`. */
  policy: string | null;
  /** Whether each write goes into the append-only file. */
  appendOnly: boolean | null;
  /** The `save` setting: when snapshots are taken; empty for never. */
  save: string | null;
}

/** What an operator should mend. Lost jobs are rung for again by the sweep, but reminders come late meanwhile. */
export function redisWarnings({ policy, appendOnly, save }: RedisSettings): QueueWarning[] {
  const unknown = policy === null || (appendOnly !== true && save === null);
  return [
    ...(policy !== null && policy !== 'noeviction' ? (['evicts'] as const) : []),
    ...(appendOnly === false && save === '' ? (['forgets'] as const) : []),
    ...(unknown ? (['unchecked'] as const) : []),
  ];
}

/** A line of INFO, such as `aof_enabled:1`; null where there is none. */
export function infoLine(info: string, name: string): string | null {
  return new RegExp(`^${name}:(.*?)\\r?$`, 'm').exec(info)?.[1] ?? null;
}

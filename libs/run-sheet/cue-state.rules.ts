export const CUE_STATES = ['waiting', 'running', 'done', 'skipped'] as const;
export type CueState = (typeof CUE_STATES)[number];

export interface Called {
  state: CueState;
  startedAt: number | null;
  endedAt: number | null;
}

/**
 * A cue as whoever calls the show has called it at an instant (epoch ms). Every state leads to every other: a slip of the
 * finger in the dark is taken back by the next tap. What had begun keeps the instant of its beginning. Null where it is
 * in that state already.
 */
export function called({ state, startedAt }: Called, to: CueState, now: number): Called | null {
  if (state === to) return null;
  switch (to) {
    case 'running':
      return { state: to, startedAt: state === 'done' ? (startedAt ?? now) : now, endedAt: null };
    case 'done':
      return { state: to, startedAt, endedAt: now };
    default:
      return { state: to, startedAt: null, endedAt: null };
  }
}

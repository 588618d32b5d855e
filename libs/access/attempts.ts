import { CallerError, type Clock } from '@convener/kernel';

interface Count {
  used: number;
  startedAt: number;
}

const MOST_KEYS = 10_000;

/**
 * Counts attempts by key within a window and refuses those over the limit. In memory: a restart forgives, and each
 * API process counts for itself, which only multiplies the limit by the number of processes.
 */
export class AttemptLimiter {
  private readonly counts = new Map<string, Count>();

  constructor(
    private readonly clock: Clock,
    private readonly limit: number,
    private readonly windowMs: number,
  ) {}

  /** Counts one attempt before it is tried, so that parallel ones count too. Throws 429 with the seconds to wait. */
  take(key: string): void {
    const now = this.clock.now();
    const count = this.current(key, now);
    if (count.used >= this.limit) throw tooMany(Math.ceil((count.startedAt + this.windowMs - now) / 1000));
    count.used += 1;
  }

  /** After a success: earlier failures no longer count. */
  forgive(key: string): void {
    this.counts.delete(key);
  }

  private current(key: string, now: number): Count {
    const known = this.counts.get(key);
    if (known && now - known.startedAt < this.windowMs) return known;
    this.counts.delete(key);
    this.makeRoom(now);
    const fresh = { used: 0, startedAt: now };
    this.counts.set(key, fresh);
    return fresh;
  }

  /** Keys come from outside, so their number is bounded: first the elapsed ones go, then the oldest. */
  private makeRoom(now: number): void {
    if (this.counts.size < MOST_KEYS) return;
    for (const [key, { startedAt }] of this.counts) {
      if (now - startedAt >= this.windowMs || this.counts.size >= MOST_KEYS) this.counts.delete(key);
    }
  }
}

function tooMany(retryAfter: number): CallerError {
  const text = {
    zh: `嘗試太多次了，請在 ${retryAfter} 秒後再試。`,
    en: `Too many attempts. Try again in ${retryAfter} seconds.`,
  };
  return new CallerError(429, 'too-many-attempts', text, [], { retryAfter });
}

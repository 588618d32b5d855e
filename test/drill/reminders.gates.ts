import { setImmediate as turn } from 'node:timers/promises';
import type { Database } from '@convener/platform';

interface Gate {
  at: 'turn' | 'ring' | 'mail';
  /** `fail` matters to a mail only. */
  open: (how: 'go' | 'fail') => void;
}

/** Where a firing reminder stands still until it is let on, so that one thing moves at a time. */
export class Gates {
  private readonly gates: Gate[] = [];
  private inDatabase = 0;

  get closed(): number {
    return this.gates.length;
  }

  /** Whether a mail, or the transaction before it, is on its way. */
  get isMailUnderWay(): boolean {
    return this.gates.some(({ at }) => at !== 'ring');
  }

  pass(at: Gate['at']): Promise<'go' | 'fail'> {
    return new Promise((open) => this.gates.push({ at, open }));
  }

  open(pick: number, how: 'go' | 'fail'): void {
    this.gates.splice(pick % (this.gates.length || 1), 1)[0]?.open(how);
  }

  openAll(): void {
    for (const gate of this.gates.splice(0)) gate.open('go');
  }

  /** Counts what is under way in the database from now on. */
  watch(database: Database): void {
    for (const way of ['write', 'read'] as const) {
      const through = database[way].bind(database) as (work: never) => Promise<unknown>;
      const counted = async (work: never) => {
        this.inDatabase += 1;
        return through(work).finally(() => (this.inDatabase -= 1));
      };
      Object.assign(database, { [way]: counted });
    }
  }

  /** Until nothing moves any more but by a gate. */
  async still(): Promise<void> {
    for (let calm = 0; calm < 4;) {
      await turn();
      calm = this.inDatabase === 0 ? calm + 1 : 0;
    }
  }
}

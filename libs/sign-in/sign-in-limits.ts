import { Clock } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { EntityManager } from 'typeorm';
import { Attempts, hashKey, type Limit, refuse } from './attempts';
import { networkOf } from './network';

const MINUTE = 60_000;
/** For one account from one network. Nothing is limited by network alone: a hall full of people may share one. */
const FROM_ONE_NETWORK: Limit = { most: 10, windowMs: 15 * MINUTE };
/** For one account from all networks that it doesn't know, so that many machines together guess no faster. */
const FROM_ALL_NETWORKS: Limit = { most: 50, windowMs: 60 * MINUTE };
/** For so long (ms) an account knows a network that somebody has signed in from. */
const KNOWN_FOR = 30 * 24 * 60 * MINUTE;

/** What an attempt counted against beside its own network, to be given back when it succeeds. */
export interface Admission {
  /** Null where the account knows the network: its attempts count by themselves. */
  account: string | null;
}

/**
 * Who may try a password how often. Works on the e-mail address, so that an unknown one costs and answers the same. A
 * stranger who uses up an account's attempts locks out other strangers: the owner still gets in from a network that
 * they have signed in from, or by a mailed link.
 */
@Injectable()
export class SignInLimits {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly attempts: Attempts,
  ) {}

  /** Counts an attempt. Throws 429 with the seconds to wait. `email` in its normal form. */
  async admit(email: string, address: string): Promise<Admission> {
    const pair = pairKey(email, address);
    const { account, wait } = await this.database.write(async (em) => {
      const account = (await this.knows(em, pair)) ? null : `sign-in ${email}`;
      const waitHere = await this.attempts.count(em, pair, FROM_ONE_NETWORK);
      // What is refused here must not use up what is left to other networks.
      const countAll = account !== null && waitHere === 0;
      return { account, wait: countAll ? await this.attempts.count(em, account, FROM_ALL_NETWORKS) : waitHere };
    });
    refuse(wait);
    return { account };
  }

  /** The password was right, so this was no guess. */
  async giveBack(em: EntityManager, { account }: Admission): Promise<void> {
    if (account !== null) await this.attempts.giveBack(em, account);
  }

  /** Somebody has signed in from there: the account knows the network now, and its failures there are forgiven. */
  async remember(em: EntityManager, email: string, address: string): Promise<void> {
    const pair = pairKey(email, address);
    await this.attempts.forgive(em, pair);
    const sql = `INSERT INTO known_networks (key_hash, last_used_at) VALUES (?, ?)
      ON CONFLICT (key_hash) DO UPDATE SET last_used_at = excluded.last_used_at`;
    await plainRows(em, sql, [hashKey(pair), this.clock.now()]);
  }

  /** Removes counts whose time is over and networks that nobody has come back to. */
  async clear(em: EntityManager): Promise<void> {
    await this.attempts.clear(em);
    await plainRows(em, 'DELETE FROM known_networks WHERE last_used_at <= ?', [this.clock.now() - KNOWN_FOR]);
  }

  private async knows(em: EntityManager, pair: string): Promise<boolean> {
    const sql = 'SELECT 1 AS known FROM known_networks WHERE key_hash = ? AND last_used_at > ?';
    return (await plainRows(em, sql, [hashKey(pair), this.clock.now() - KNOWN_FOR])).length > 0;
  }
}

function pairKey(email: string, address: string): string {
  return `sign-in ${email} ${networkOf(address)}`;
}

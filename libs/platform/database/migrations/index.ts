import { Initial1763700000000 } from './1763700000000-initial';
import { ActivityChain1764000000000 } from './1764000000000-activity-chain';
import { SignIn1764000100000 } from './1764000100000-sign-in';
import { Idempotency1764000200000 } from './1764000200000-idempotency';
import { HotIndexes1764000300000 } from './1764000300000-hot-indexes';
import { DueByPerson1764000400000 } from './1764000400000-due-by-person';

/** Every migration, oldest first. A migration that has been released is never changed. */
export const MIGRATIONS = [
  Initial1763700000000,
  ActivityChain1764000000000,
  SignIn1764000100000,
  Idempotency1764000200000,
  HotIndexes1764000300000,
  DueByPerson1764000400000,
];

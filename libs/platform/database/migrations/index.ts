import { Initial1763700000000 } from './1763700000000-initial';

/** Every migration, oldest first. A migration that has been released is never changed. */
export const MIGRATIONS = [Initial1763700000000];

import { ACCOUNTS } from './matrix.accounts';
import type { Use } from './matrix.asks';
import { HOUSE_TABLE } from './matrix.house';
import { JOINING } from './matrix.joining';
import { PLANNING } from './matrix.planning';
import { REMINDERS } from './matrix.reminders';
import { TEMPLATES } from './matrix.templates';
import { WORK } from './matrix.work';

/**
 * Every route with a request that works. A route of the router that is not here makes the matrix fail, and so does a row
 * without a route.
 */
export const TABLE: Record<string, Use[]> = {
  ...ACCOUNTS,
  ...TEMPLATES,
  ...HOUSE_TABLE,
  ...WORK,
  ...JOINING,
  ...PLANNING,
  ...REMINDERS,
};

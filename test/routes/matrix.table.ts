import { ACCOUNTS } from './matrix.accounts';
import type { Use } from './matrix.asks';
import { HOUSE_TABLE } from './matrix.house';
import { JOINING } from './matrix.joining';
import { LISTS } from './matrix.lists';
import { PLANNING } from './matrix.planning';
import { REMINDERS } from './matrix.reminders';
import { SURVEYS } from './matrix.surveys';
import { RUN_SHEET } from './matrix.run-sheet';
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
  ...LISTS,
  ...JOINING,
  ...PLANNING,
  ...REMINDERS,
  ...SURVEYS,
  ...RUN_SHEET,
};

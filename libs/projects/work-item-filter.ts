import type { Day } from '@convener/kernel';
import type { Stage } from '@convener/templates';
import { likePattern } from './rows';
import {
  OPEN_ITEM_STATUSES,
  sqlList,
  UNSUBMITTED_STATUSES,
  type WaitingKind,
  type WorkItemStatus,
} from './transitions';

/** What narrows the work items of a project down. */
export interface WorkItemFilter {
  stage?: Stage;
  team?: string;
  workflow?: string;
  /** The standard that it comes from; OWN_WORK for what comes from none. */
  standard?: string;
  status?: WorkItemStatus;
  assignee?: string;
  /** First and last day on which it is due. */
  dueFrom?: Day;
  dueTo?: Day;
  overdue?: boolean;
  /** What waits for one of this kind. */
  waiting?: WaitingKind;
  /** Part of the title, in either language, or of the code. */
  text?: string;
}

/** The last row of the page before: position, then id. */
export interface WorkItemCursor {
  position: number;
  id: string;
}

/** Stands for a standard where work comes from none. */
export const OWN_WORK = 'own';

export interface Conditions {
  where: string;
  parameters: unknown[];
}

type Condition = [sql: string, ...values: unknown[]];

/**
 * The conditions of one page of the checklist, as plain SQL over `work_items t`. `today` is the project's countingDay();
 * `only` the one sub-team whose work the reader may see, where it is one.
 */
export function conditions(
  projectId: string,
  filter: WorkItemFilter,
  after: WorkItemCursor | null,
  today: string | null,
  only: string | null = null,
): Conditions {
  const all: Condition[] = [['t.project_id = ?', projectId], ...narrowing(filter)];
  if (only !== null) all.push(['t.team_id = ?', only]);
  if (filter.overdue) all.push(today === null ? ['FALSE'] : [OVERDUE, today, today]);
  if (after) all.push(['(t.position, t.id) > (?, ?)', after.position, after.id]);
  return joined(all);
}

export function joined(all: readonly Condition[]): Conditions {
  return { where: all.map(([sql]) => sql).join(' AND '), parameters: all.flatMap(([, ...values]) => values) };
}

function narrowing(filter: WorkItemFilter): Condition[] {
  const { stage, team, workflow, standard, status, assignee, dueFrom, dueTo, waiting, text } = filter;
  const all: Condition[] = [];
  if (stage) all.push(['t.stage = ?', stage]);
  if (team) all.push(['t.team_id = ?', team]);
  if (workflow) all.push(['t.workflow = ?', workflow]);
  if (standard) all.push(standard === OWN_WORK ? ['t.standard IS NULL'] : ['t.standard = ?', standard]);
  if (status) all.push(['t.status = ?', status]);
  if (assignee) all.push(['t.assignee_id = ?', assignee]);
  if (dueFrom) all.push(['t.due_day >= ?', dueFrom]);
  if (dueTo) all.push(['t.due_day <= ?', dueTo]);
  if (text) all.push(holding(text));
  if (waiting) all.push(["t.status = 'waiting' AND t.waiting_kind = ?", waiting]);
  return all;
}

/** Titles or codes of `work_items t` that hold a text. */
export function holding(text: string): Condition {
  const like = likePattern(text);
  const fields = ['t.title', 't.title_en', 't.code'].map((field) => `LOWER(${field}) LIKE ? ESCAPE '\\'`);
  return [`(${fields.join(' OR ')})`, like, like, like];
}

const OVERDUE = `t.status IN ${sqlList(OPEN_ITEM_STATUSES)} AND (t.due_day < ? OR EXISTS (
  SELECT 1 FROM deliverables d
   WHERE d.work_item_id = t.id AND d.status IN ${sqlList(UNSUBMITTED_STATUSES)} AND d.due_day < ?))`;

import { newId } from '@convener/kernel';
import type { Stage } from '@convener/templates';
import { UNTOUCHED } from './standstill';
import type { WorkItem } from './work-item.entity';

/** What is said of a work item that comes from no standard. */
export interface OwnItem {
  title: string;
  titleEn?: string | null;
  stage: Stage;
  workflow?: string;
  teamId?: string | null;
  assigneeId?: string | null;
  startDay?: string | null;
  dueDay?: string | null;
  dueTime?: string | null;
}

/** What no rule has said anything of yet. */
export const UNPLANNED = { startDay: null, dueDay: null, plannedStartDay: null, plannedDueDay: null } as const;

/** The row of a work item of the project's own; its first days, given or by rule, are its baseline. */
export function ownItem(
  projectId: string,
  own: OwnItem,
  position: number,
  now: number,
  ruled: Partial<WorkItem> = {},
): WorkItem {
  const startDay = ruled.startDay ?? own.startDay ?? null;
  const dueDay = ruled.dueDay ?? own.dueDay ?? null;
  return {
    id: newId(),
    projectId,
    teamId: own.teamId ?? null,
    stage: own.stage,
    workflow: own.workflow ?? 'own',
    position,
    code: null,
    title: own.title,
    titleEn: own.titleEn ?? null,
    ownerRole: 'member',
    level: null,
    source: 'own',
    standard: null,
    edition: null,
    place: null,
    templateSlug: null,
    templateVersion: null,
    startDay,
    dueDay,
    dueTime: own.dueTime ?? null,
    startRule: null,
    dueRule: null,
    dayBasis: null,
    plannedStartDay: null,
    plannedDueDay: null,
    handSet: false,
    setAsideBy: null,
    baselineStartDay: startDay,
    baselineDueDay: dueDay,
    status: 'to-do',
    waitingFor: null,
    waitingSince: null,
    waitingKind: null,
    followUpDay: null,
    reason: null,
    assigneeId: own.assigneeId ?? null,
    doneAt: null,
    doneBy: null,
    ...UNTOUCHED,
    statusSince: now,
    createdAt: now,
    version: 1,
    ...ruled,
  };
}

import {
  WAITING_KINDS,
  type WaitingKind,
  type WorkItemFilter,
  type WorkItemStatus,
  WORK_ITEM_STATUSES,
} from '@convener/projects';
import { type Stage, STAGES } from '@convener/templates';
import { IntersectionType } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { PageQuery } from '../http/paging';
import { IfGiven, IsCalendarDay, IsId, Text } from '../http/validators';

/** What narrows the checklist down, on the screen and in a file. */
export class WorkItemFilterQuery {
  @IfGiven()
  @IsIn(STAGES)
  stage?: Stage;

  /** Id of a sub-team. */
  @IfGiven()
  @IsId()
  team?: string;

  @IfGiven()
  @IsIn(WORK_ITEM_STATUSES)
  status?: WorkItemStatus;

  /** Id of a person. */
  @IfGiven()
  @IsId()
  assignee?: string;

  /** Due on this day or later. */
  @IfGiven()
  @IsCalendarDay()
  dueFrom?: string;

  /** Due on this day or earlier. */
  @IfGiven()
  @IsCalendarDay()
  dueTo?: string;

  @IfGiven()
  @IsIn(['true', 'false'])
  overdue?: 'true' | 'false';

  /** Only what waits for one of this kind. */
  @IfGiven()
  @IsIn(WAITING_KINDS)
  waiting?: WaitingKind;

  /** Part of the title or code. */
  @IfGiven()
  @Text({ max: 100 })
  q?: string;
}

export class WorkItemQuery extends IntersectionType(PageQuery, WorkItemFilterQuery) {}

export class MyWorkQuery {
  /** Only this project. */
  @IfGiven()
  @IsId()
  project?: string;

  /** Only what waits for one of this kind. */
  @IfGiven()
  @IsIn(WAITING_KINDS)
  waiting?: WaitingKind;
}

export function filterOf(query: WorkItemFilterQuery): WorkItemFilter {
  const { overdue, q, stage, team, status, assignee, dueFrom, dueTo, waiting } = query;
  return { stage, team, status, assignee, dueFrom, dueTo, waiting, overdue: overdue === 'true', text: q };
}

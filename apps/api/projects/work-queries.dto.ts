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

  /** As rows name it: `venue`, `registration` … */
  @IfGiven()
  @Text({ max: 100 })
  workflow?: string;

  /** Slug of the standard that it comes from; `own` for the project's own work. */
  @IfGiven()
  @Text({ max: 100 })
  standard?: string;

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

export class AcceptancesQuery {
  /** Only this project. */
  @IfGiven()
  @IsId()
  project?: string;
}

export class SearchQuery {
  /** Words that all have to occur in the name, title or code. */
  @Text({ max: 100 })
  q!: string;
}

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
  const { q, overdue, stage, team, workflow, standard, status, assignee, dueFrom, dueTo, waiting } = query;
  const plain = { stage, team, workflow, standard, status, assignee, dueFrom, dueTo, waiting };
  return { ...plain, overdue: overdue === 'true', text: q };
}

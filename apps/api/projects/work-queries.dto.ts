import { WAITING_KINDS, type WaitingKind, type WorkItemStatus, WORK_ITEM_STATUSES } from '@convener/projects';
import { type Stage, STAGES } from '@convener/templates';
import { IsIn } from 'class-validator';
import { PageQuery } from '../http/paging';
import { IfGiven, IsId, Text } from '../http/validators';

export class WorkItemQuery extends PageQuery {
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

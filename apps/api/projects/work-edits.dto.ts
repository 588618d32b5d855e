import { WAITING_KINDS, type WaitingKind, type WorkItemStatus, WORK_ITEM_STATUSES } from '@convener/projects';
import {
  type Accepter,
  ACCEPTERS,
  EVIDENCE,
  type EvidenceNeed,
  OUTPUT_KINDS,
  type OutputKind,
  type Stage,
  STAGES,
} from '@convener/templates';
import { IsIn } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, IsTimeOfDay, IsWebLink, OrNull, Text } from '../http/validators';

/** Another status, with what belongs to it. */
export class StatusEdit {
  @IfGiven()
  @IsIn(WORK_ITEM_STATUSES)
  status?: WorkItemStatus;

  /** Whom or what it waits for; needed with status waiting. */
  @IfGiven()
  @Text({ max: 300 })
  waitingFor?: string;

  /** Whom it waits for; only with status waiting. */
  @IfGiven()
  @IsIn(WAITING_KINDS)
  waitingKind?: WaitingKind;

  /** When its owner is told to ask again; only with status waiting. */
  @OrNull()
  @IsCalendarDay()
  followUpDay?: string | null;

  /** Needed with status not-applicable. */
  @IfGiven()
  @Text({ max: 1000, lines: true })
  reason?: string;
}

export class EditWorkItem extends StatusEdit {
  @IfGiven()
  @Text({ max: 300 })
  title?: string;

  @OrNull()
  @Text({ max: 300 })
  titleEn?: string | null;

  @IfGiven()
  @IsIn(STAGES)
  stage?: Stage;

  @OrNull()
  @IsCalendarDay()
  startDay?: string | null;

  @OrNull()
  @IsCalendarDay()
  dueDay?: string | null;

  /** Counts the day from an anchor or milestone instead; null takes the rule away. */
  @OrNull()
  @Text({ max: 100 })
  startRule?: string | null;

  @OrNull()
  @Text({ max: 100 })
  dueRule?: string | null;

  /** HH:MM in the project's zone. */
  @OrNull()
  @IsTimeOfDay()
  dueTime?: string | null;

  @OrNull()
  @IsId()
  teamId?: string | null;

  @OrNull()
  @IsId()
  assigneeId?: string | null;
}

export class EditDeliverable {
  @IfGiven()
  @Text({ max: 300 })
  title?: string;

  @OrNull()
  @Text({ max: 300 })
  titleEn?: string | null;

  @OrNull()
  @IsCalendarDay()
  startDay?: string | null;

  @OrNull()
  @IsCalendarDay()
  dueDay?: string | null;

  /** Counts the day from an anchor or milestone instead; null takes the rule away. */
  @OrNull()
  @Text({ max: 100 })
  startRule?: string | null;

  @OrNull()
  @Text({ max: 100 })
  dueRule?: string | null;

  @IfGiven()
  @IsIn(EVIDENCE)
  evidence?: EvidenceNeed;

  @IfGiven()
  @IsIn(OUTPUT_KINDS)
  kind?: OutputKind;

  @OrNull()
  @IsIn(ACCEPTERS)
  accepter?: Accepter | null;
}

/** A note, a link, or both. */
export class GivenEvidence {
  @IfGiven()
  @Text({ max: 5000, lines: true })
  note?: string;

  @IfGiven()
  @IsWebLink()
  link?: string;
}

import type { NextStep as Step } from '@convener/my-work';
import {
  CHECK_STATES,
  type CheckView,
  DELIVERABLE_STATUSES,
  type DeliverableView,
  ITEM_ABILITIES,
  type ItemAbility,
  WAITING_KINDS,
  type WaitingKind,
  WORK_ITEM_STATUSES,
  type WorkItemStatus,
} from '@convener/projects';
import { LAG_UNITS, type NetworkEdge } from '@convener/schedule';
import { OUTPUT_KINDS, type OutputKind, type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { TextPair } from '../templates/templates.dto';

export class PersonRef {
  id!: string;
  name!: string;
}

export class TeamRef {
  id!: string;
  name!: string;
  nameEn!: string | null;
}

export class DeliverableTally {
  total!: number;
  settled!: number;
  submitted!: number;
}

export class CheckTally {
  total!: number;
  decided!: number;
}

export class WorkItemRow {
  id!: string;
  projectId!: string;
  code!: string | null;
  title!: string;
  titleEn!: string | null;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  workflow!: string;
  team!: TeamRef | null;
  assignee!: PersonRef | null;
  startDay!: string | null;
  dueDay!: string | null;
  dueTime!: string | null;
  @ApiProperty({ enum: WORK_ITEM_STATUSES, enumName: 'WorkItemStatus' })
  status!: WorkItemStatus;
  /** In the project's zone; also where one of its deliverables is. */
  overdue!: boolean;
  waitingFor!: string | null;
  @ApiProperty({ enum: WAITING_KINDS, enumName: 'WaitingKind', nullable: true })
  waitingKind!: WaitingKind | null;
  followUpDay!: string | null;
  deliverables!: DeliverableTally;
  checks!: CheckTally;
  source!: 'standard' | 'own';
  standard!: string | null;
  version!: number;
}

export class ChecklistRow extends WorkItemRow {
  /** What the caller may do with it. */
  @ApiProperty({ enum: ITEM_ABILITIES, isArray: true })
  may!: ItemAbility[];
}

export class WorkItemPage {
  items!: ChecklistRow[];
  next!: string | null;
}

export class Neighbour {
  id!: string;
  title!: string;
  titleEn!: string | null;
  @ApiProperty({ enum: WORK_ITEM_STATUSES, enumName: 'WorkItemStatus' })
  status!: WorkItemStatus;
  /** Between the finish of the one and the start of the other; negative for a lead. */
  @ApiProperty({ type: 'integer' })
  lagDays!: number;
  @ApiProperty({ enum: LAG_UNITS, enumName: 'LagUnit' })
  lagUnit!: NetworkEdge['lagUnit'];
}

export class CompetenceText {
  code!: string;
  text!: string;
}

export class EvidenceFileItem {
  name!: string;
  /** By content. */
  mediaType!: string;
  bytes!: number;
  sha256!: string;
  /** Of pictures, in pixels. */
  width!: number | null;
  height!: number | null;
  /** Versions of one file have the same series. */
  series!: string;
  version!: number;
  /** Whether it is the newest of its series. */
  current!: boolean;
  /** False where it speaks of people and is not for this reader. */
  mayOpen!: boolean;
  mayRemove!: boolean;
}

export class EvidenceItem {
  id!: string;
  note!: string | null;
  link!: string | null;
  file!: EvidenceFileItem | null;
  addedBy!: PersonRef;
  addedAt!: number;
}

export class DeliverableSource {
  standard!: string;
  edition!: string;
  place!: string;
  title!: string;
}

export class Deliverable {
  id!: string;
  workItemId!: string;
  code!: string | null;
  title!: string;
  titleEn!: string | null;
  preparer!: 'manager' | 'lead' | 'member';
  accepter!: 'lead' | 'manager' | 'client' | null;
  evidence!: 'no' | 'optional' | 'required';
  @ApiProperty({ enum: OUTPUT_KINDS, enumName: 'OutputKind' })
  kind!: OutputKind;
  /** Key of the document that the project's own data make of it; null where none does. */
  document!: string | null;
  startDay!: string | null;
  dueDay!: string | null;
  startRule!: string | null;
  dueRule!: string | null;
  /** Somebody gave its days by hand. */
  handSet!: boolean;
  @ApiProperty({ enum: DELIVERABLE_STATUSES, enumName: 'DeliverableStatus' })
  status!: DeliverableView['status'];
  reason!: string | null;
  submittedBy!: PersonRef | null;
  submittedAt!: number | null;
  settledBy!: PersonRef | null;
  settledAt!: number | null;
  /** A sole manager accepted what they had submitted themselves. */
  selfAccepted!: boolean;
  sources!: DeliverableSource[];
  evidenceList!: EvidenceItem[];
  overdue!: boolean;
  version!: number;
  /** What the caller may do with it now. */
  @ApiProperty({
    enum: ['submit', 'withdraw', 'accept', 'unaccept', 'return', 'waive', 'reopen', 'edit', 'add-file'],
    isArray: true,
  })
  may!: DeliverableView['may'];
}

/** A deliverable just accepted, with the checks of its work item that are still open. */
export class AcceptedDeliverable extends Deliverable {
  warnings!: TextPair[];
}

export class Check {
  id!: string;
  workItemId!: string;
  code!: string | null;
  text!: string;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  @ApiProperty({ enum: CHECK_STATES, enumName: 'CheckState' })
  state!: CheckView['state'];
  reason!: string | null;
  decidedBy!: PersonRef | null;
  decidedAt!: number | null;
  source!: 'standard' | 'own';
  version!: number;
}

export class WorkItem extends WorkItemRow {
  ownerRole!: 'manager' | 'lead' | 'member';
  /** 職能級別 */
  level!: number | null;
  edition!: string | null;
  place!: string | null;
  reason!: string | null;
  waitingSince!: number | null;
  startRule!: string | null;
  dueRule!: string | null;
  /** Somebody gave its days by hand. */
  handSet!: boolean;
  dayBasis!: 'official' | 'provisional' | 'weekends-only' | null;
  baselineStartDay!: string | null;
  baselineDueDay!: string | null;
  doneAt!: number | null;
  doneBy!: PersonRef | null;
  standardName!: string | null;
  knowledge!: CompetenceText[];
  skills!: CompetenceText[];
  predecessors!: Neighbour[];
  successors!: Neighbour[];
  /** What is missing before it is done. */
  missing!: TextPair[];
  deliverableList!: Deliverable[];
  checkList!: Check[];
  /** What the caller may do with it now. */
  @ApiProperty({ enum: ITEM_ABILITIES, isArray: true })
  may!: ItemAbility[];
}

export class NamedRef {
  id!: string;
  name!: string;
}

export class TitledRef {
  id!: string;
  title!: string;
  titleEn!: string | null;
}

/** The one part that a work item still lacks. */
export class LastPart extends TitledRef {
  status!: string;
  version!: number;
}

/**
 * What finishes a work item. One tap does by `finish` (its status), `tick` (its last check) and `deliver` (its last
 * deliverable). `hand-in` needs evidence or somebody's acceptance, `acceptance` waits for it, `parts` are several.
 */
export class NextStep {
  @ApiProperty({ enum: ['finish', 'tick', 'deliver', 'hand-in', 'acceptance', 'parts'] })
  how!: Step['how'];
  part!: LastPart | null;
  /** Whether handing it in asks for evidence that is not there. */
  needsEvidence!: boolean;
  deliverablesLeft!: number;
  checksLeft!: number;
}

export class MyWorkItem extends WorkItemRow {
  projectName!: string;
  /** Assigned to me; false: in the pool of a sub-team of mine. */
  mine!: boolean;
  bucket!: 'overdue' | 'today' | 'week' | 'later' | 'waiting';
  /** What finishes it; null where it is not mine to finish. */
  next!: NextStep | null;
  /** Unfinished work that comes before it, as long as it has not begun. */
  after!: TitledRef[];
}

export class MyAcceptance {
  deliverable!: Deliverable;
  workItem!: TitledRef;
  project!: NamedRef;
}

export class MyWork {
  items!: MyWorkItem[];
  /** What waits for my acceptance. */
  toAccept!: MyAcceptance[];
  /** Whether I lead a sub-team, and so hand out its work. */
  leads!: boolean;
}

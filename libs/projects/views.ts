import type { PersonRef, ProjectRole } from '@convener/access';
import type { Bilingual } from '@convener/kernel';
import type { CalendarStatus, NetworkEdge, OwnDay } from '@convener/schedule';
import type { ShownMember, ShownTeam } from '@convener/teams';
import type {
  AnchorDay,
  Counts,
  EvidenceNeed,
  LeftOut,
  OutputKind,
  OwnerRole,
  Accepter,
  Stage,
} from '@convener/templates';
import type { DeliverableSource } from './deliverable.entity';
import type { Health } from './health';
import type { Progress } from './progress';
import type { ProjectStatus } from './project.entity';
import type { CheckState, DeliverableStatus, WaitingKind, WorkItemStatus } from './transitions';
import type { RowSource } from './work-item.entity';

/** What the reads of this lib answer. Days are `YYYY-MM-DD`, instants epoch milliseconds. */

export interface TeamRef {
  id: string;
  name: string;
  nameEn: string | null;
}

export interface WorkItemRow {
  id: string;
  projectId: string;
  code: string | null;
  title: string;
  titleEn: string | null;
  stage: Stage;
  workflow: string;
  team: TeamRef | null;
  assignee: PersonRef | null;
  startDay: string | null;
  dueDay: string | null;
  dueTime: string | null;
  status: WorkItemStatus;
  /** In the project's zone; also where one of its deliverables is. */
  overdue: boolean;
  waitingFor: string | null;
  waitingKind: WaitingKind | null;
  followUpDay: string | null;
  deliverables: { total: number; settled: number; submitted: number };
  checks: { total: number; decided: number };
  source: RowSource;
  standard: string | null;
  version: number;
}

export interface Neighbour {
  id: string;
  title: string;
  titleEn: string | null;
  status: WorkItemStatus;
  /** Between the finish of the one and the start of the other; negative for a lead. */
  lagDays: number;
  lagUnit: NetworkEdge['lagUnit'];
}

export interface Competence {
  code: string;
  text: string;
}

export interface WorkItemView extends WorkItemRow {
  ownerRole: OwnerRole;
  level: number | null;
  edition: string | null;
  place: string | null;
  reason: string | null;
  waitingSince: number | null;
  startRule: string | null;
  dueRule: string | null;
  /** Somebody gave its days by hand. */
  handSet: boolean;
  dayBasis: CalendarStatus | null;
  baselineStartDay: string | null;
  baselineDueDay: string | null;
  doneAt: number | null;
  doneBy: PersonRef | null;
  standardName: string | null;
  knowledge: Competence[];
  skills: Competence[];
  predecessors: Neighbour[];
  successors: Neighbour[];
  /** What is missing before it is done. */
  missing: Bilingual[];
  deliverableList: DeliverableView[];
  checkList: CheckView[];
  /** What the caller may do with it. */
  may: ItemAbility[];
}

/** A row of a project's checklist. */
export interface ChecklistRow extends WorkItemRow {
  /** What the caller may do with it. */
  may: ItemAbility[];
}

export const ITEM_ABILITIES = [
  ...(['edit', 'assign', 'claim', 'progress', 'not-applicable', 'reopen', 'decide-checks'] as const),
] as const;
export type ItemAbility = (typeof ITEM_ABILITIES)[number];
export type DeliverableAbility =
  'submit' | 'withdraw' | 'accept' | 'unaccept' | 'return' | 'waive' | 'reopen' | 'edit' | 'add-file';

export interface EvidenceFileView {
  name: string;
  /** By content. */
  mediaType: string;
  bytes: number;
  sha256: string;
  /** Of pictures, in pixels. */
  width: number | null;
  height: number | null;
  /** Versions of one file have the same series. */
  series: string;
  version: number;
  /** Whether it is the newest of its series. */
  current: boolean;
  /** False where it speaks of people and is not for this reader. */
  mayOpen: boolean;
  mayRemove: boolean;
}

export interface EvidenceView {
  id: string;
  note: string | null;
  link: string | null;
  file: EvidenceFileView | null;
  addedBy: PersonRef;
  addedAt: number;
}

export interface DeliverableView {
  id: string;
  workItemId: string;
  code: string | null;
  title: string;
  titleEn: string | null;
  preparer: OwnerRole;
  accepter: Accepter | null;
  evidence: EvidenceNeed;
  kind: OutputKind;
  /** Key of the document that the project's own data make of it. */
  document: string | null;
  startDay: string | null;
  dueDay: string | null;
  startRule: string | null;
  dueRule: string | null;
  /** Somebody gave its days by hand. */
  handSet: boolean;
  status: DeliverableStatus;
  reason: string | null;
  submittedBy: PersonRef | null;
  submittedAt: number | null;
  settledBy: PersonRef | null;
  settledAt: number | null;
  selfAccepted: boolean;
  sources: DeliverableSource[];
  evidenceList: EvidenceView[];
  overdue: boolean;
  version: number;
  may: DeliverableAbility[];
}

export interface CheckView {
  id: string;
  workItemId: string;
  code: string | null;
  text: string;
  stage: Stage;
  state: CheckState;
  reason: string | null;
  decidedBy: PersonRef | null;
  decidedAt: number | null;
  source: RowSource;
  version: number;
}

export interface ProjectSummary {
  id: string;
  name: string;
  client: string | null;
  venue: string | null;
  zone: string;
  openingDay: string;
  closingDay: string;
  status: ProjectStatus;
  template: { slug: string; version: number; name: string; nameEn: string };
  myRole: ProjectRole | 'lead';
  progress: Progress;
  /** What its manager says of how it goes; null where nobody has said anything. */
  health: Health | null;
  /** The next anchor or milestone, from today on; null where all are past. */
  nextDay: NamedDay | null;
}

/** An anchor or milestone. */
export interface NamedDay {
  name: string;
  nameEn: string | null;
  day: string;
}

export interface ProjectView extends ProjectSummary {
  version: number;
  strictChecks: boolean;
  anchors: AnchorDay[];
  ownDays: OwnDay[];
  options: Record<string, string | boolean>;
  leftOut: LeftOut[];
  /** The edition before. */
  previousId: string | null;
  teams: ShownTeam[];
  members: ShownMember[];
  counts: Counts;
  may: ProjectAbility[];
  createdAt: number;
  closedAt: number | null;
  closedBy: PersonRef | null;
  /** Why, since when, and until when, as far as known, it is on hold or cancelled. */
  statusReason: string | null;
  statusSince: number | null;
  resumeDay: string | null;
}

export type ProjectAbility =
  | 'edit'
  | 'close'
  | 'hold'
  | 'replan'
  | 'manage-milestones'
  | 'set-baseline'
  | 'recur'
  | 'add-workflow'
  | 'manage-members'
  | 'manage-temporary'
  | 'read-activity'
  | 'read-board'
  | 'read-surveys'
  | 'assign'
  | 'add-item'
  | 'accept'
  | 'next-edition'
  | 'write-lessons';

export interface ProgressView {
  project: Progress;
  stages: { stage: Stage; progress: Progress }[];
  teams: { team: (TeamRef & { key: string }) | null; progress: Progress }[];
}

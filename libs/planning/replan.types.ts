import type { Bilingual, Day } from '@convener/kernel';
import type { Check, Deliverable, Milestone, Project, WorkItem } from '@convener/projects';
import type { WorkingCalendar } from '@convener/schedule';
import type {
  Answer,
  AnchorDay,
  LeftOut,
  PlannedCheck,
  PlannedDeliverable,
  PlannedItem,
  Template,
} from '@convener/templates';

/** What a manager changes; what is not given stays as it is. */
export interface ReplanAnswers {
  opening?: Day;
  closing?: Day;
  /** A day by anchor; null goes back to the anchor's own rule. */
  anchors?: Readonly<Record<string, Day | null>>;
  /** An answer by option; null takes the answer back. */
  options?: Readonly<Record<string, Answer | null>>;
}

/** For rows whose new day would already be past: into what is left before opening, or where they are. */
export const LATE_ROWS = ['squeeze', 'keep'] as const;
export type LateRows = (typeof LATE_ROWS)[number];

export interface ReplanChoices {
  /** Days of done work move too. */
  alsoDone?: boolean;
  /** Days that people gave move too. */
  alsoHandSet?: boolean;
  /** Keys of rows that stay, whatever else is chosen. */
  keep?: readonly string[];
  /** Keys of rows that change though they would stay. */
  move?: readonly string[];
  lateStart?: LateRows;
}

export const REPLAN_KINDS = ['moves', 'appears', 'falls-away', 'comes-back'] as const;
export type ReplanKind = (typeof REPLAN_KINDS)[number];
export const REPLAN_TYPES = ['work-item', 'deliverable', 'check', 'milestone'] as const;
export type ReplanType = (typeof REPLAN_TYPES)[number];
export const WHY_CODES = ['anchor', 'option', 'merge', 'calendar', 'rule', 'follows'] as const;
export const KEPT = ['done', 'hand-set', 'begun', 'late', 'chosen'] as const;
export type Kept = (typeof KEPT)[number];

export interface Why extends Bilingual {
  code: (typeof WHY_CODES)[number];
  /** Of the anchor or option; the rule's text; the place of a merge's target. */
  key: string;
}

export interface RowDays {
  startDay: Day | null;
  dueDay: Day | null;
}

/** One row that a re-plan concerns: what it does, or would do were it not kept. */
export interface ReplanRow {
  /** Its id; the place of one that the project does not have yet. Names it in `keep` and `move`. */
  key: string;
  id: string | null;
  place: string | null;
  kind: ReplanKind | 'stays';
  /** What the new plan asks of it, also where it stays. */
  wants: ReplanKind;
  type: ReplanType;
  code: string | null;
  title: string;
  titleEn: string | null;
  team: { name: string; nameEn: string | null } | null;
  before: RowDays | null;
  after: RowDays | null;
  why: Why[];
  /** Why it stays; null where it does not. */
  kept: Kept | null;
}

export interface ReplanTeam {
  id: string;
  key: string;
  name: string;
  nameEn: string | null;
}

/** A project as it stands, and all that its plan rests on. */
export interface ReplanWorld {
  project: Project;
  template: Template;
  /** Anchors by template, of work that came from other templates: `slug version`. */
  otherAnchors: ReadonlyMap<string, Template['anchors']>;
  milestones: readonly Milestone[];
  items: readonly WorkItem[];
  deliverables: readonly Deliverable[];
  checks: readonly Check[];
  teams: readonly ReplanTeam[];
  /** Deliverables that carry evidence. */
  evidence: ReadonlySet<string>;
  calendar: WorkingCalendar;
  today: Day;
}

/** New values of one row; undefined leaves a column as it is. */
export interface RowChange<R> {
  row: R;
  changes: Partial<R>;
}

/** What a re-plan does, worked out whole before anything is written. */
export interface Replan {
  rows: ReplanRow[];
  answers: { opening: Day; closing: Day; anchors: Record<string, Day>; options: Record<string, Answer> };
  anchors: AnchorDay[];
  leftOut: LeftOut[];
  items: RowChange<WorkItem>[];
  deliverables: RowChange<Deliverable>[];
  checks: RowChange<Check>[];
  milestones: RowChange<Milestone>[];
  newItems: PlannedItem[];
  newDeliverables: { workItemId: string; row: PlannedDeliverable }[];
  newChecks: { workItemId: string; check: PlannedCheck }[];
}

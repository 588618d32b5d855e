import {
  ROW_STATUSES,
  type RowStatus,
  STAGES,
  type Stage,
  TEXT_KINDS,
  type TextKind,
  WAITING_KINDS,
  type WaitingKind,
} from '../api/types';

/** What pages keep in the address after `?`: read here, wrong values fall away. */
type Raw = Record<string, unknown>;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const oneOf = <T extends string>(value: unknown, allowed: readonly T[]) => allowed.find((one) => one === value);

export const readToken = (raw: Raw): { token?: string } => ({
  token: raw.token === undefined ? undefined : String(raw.token),
});

export const readLanguage = (raw: Raw): { lang?: 'zh-TW' | 'en' } => ({ lang: oneOf(raw.lang, ['zh-TW', 'en']) });

/** Only a path of this app: another origin in `next` would send people away after signing in. */
export function readNext(raw: Raw): { next?: string } {
  const next = text(raw.next);
  return { next: next && /^\/(?![/\\])/.test(next) ? next : undefined };
}

/** The deliverable that a document is made for, and which variant of it. */
export const readDocumentSearch = (raw: Raw): { deliverable?: string; variant?: 'subsidy' } => ({
  deliverable: text(raw.deliverable),
  variant: oneOf(raw.variant, ['subsidy']),
});

/** The chapter that is shown, and whether the report is that of a subsidised event. */
export interface ClosingReportSearch {
  chapter?: string;
  variant?: 'subsidy';
  deliverable?: string;
}
export const readClosingReportSearch = (raw: Raw): ClosingReportSearch => ({
  chapter: text(raw.chapter),
  ...readDocumentSearch(raw),
});

export const STEPS = ['template', 'event', 'options', 'teams', 'preview'] as const;
export type Step = (typeof STEPS)[number];
export const readStartSearch = (raw: Raw): { step?: Step; template?: string; started?: string } => ({
  step: oneOf(raw.step, STEPS),
  template: text(raw.template),
  started: text(raw.started),
});

export const STATUSES = ['to-do', 'doing', 'waiting', 'done', 'not-applicable'] as const;
export const GROUPINGS = ['stage', 'team', 'workflow', 'person', 'standard'] as const;
export type Grouping = (typeof GROUPINGS)[number];
export interface ChecklistSearch {
  /** By stage where it says nothing. */
  group?: Exclude<Grouping, 'stage'>;
  status?: (typeof STATUSES)[number];
  stage?: Stage;
  waiting?: WaitingKind;
  team?: string;
  workflow?: string;
  /** A standard's slug, or `own` for work that comes from none. */
  standard?: string;
  /** Id of a person. */
  assignee?: string;
  /** First and last day on which it is due. */
  dueFrom?: string;
  dueTo?: string;
  mine?: true;
  overdue?: true;
  q?: string;
  /** Comes to add a work item. */
  add?: true;
}
export const readChecklistSearch = (raw: Raw): ChecklistSearch => ({
  group: oneOf(raw.group, ['team', 'workflow', 'person', 'standard']),
  status: oneOf(raw.status, STATUSES),
  stage: oneOf(raw.stage, STAGES),
  waiting: oneOf(raw.waiting, WAITING_KINDS),
  team: text(raw.team),
  workflow: text(raw.workflow),
  standard: text(raw.standard),
  assignee: text(raw.assignee),
  dueFrom: text(raw.dueFrom),
  dueTo: text(raw.dueTo),
  mine: raw.mine === true ? true : undefined,
  overdue: raw.overdue === true ? true : undefined,
  add: raw.add === true ? true : undefined,
  q: raw.q === undefined ? undefined : text(String(raw.q)),
});

/** Of the board: the sub-team whose people are shown, and the cell that is open. */
export interface BoardSearch {
  team?: string;
  /** Id of the sub-team of the open cell, NO_TEAM for work that none has. */
  row?: string;
  stage?: Stage;
}
export const NO_TEAM = 'none';
export interface RegisterSearch {
  q?: string;
  status?: RowStatus;
  /** Rows with an empty cell that is required. */
  incomplete?: true;
  /** With `value`: the column to look into; alone, rows where it is empty. */
  column?: string;
  value?: string;
  /** Key of a column; the list's own order where it says nothing. */
  sort?: string;
  /** Upwards where it says nothing. */
  order?: 'desc';
}
export const readRegisterSearch = (raw: Raw): RegisterSearch => ({
  q: raw.q === undefined ? undefined : text(String(raw.q)),
  status: oneOf(raw.status, ROW_STATUSES),
  incomplete: raw.incomplete === true ? true : undefined,
  column: text(raw.column),
  value: raw.value === undefined ? undefined : text(String(raw.value)),
  sort: text(raw.sort),
  order: oneOf(raw.order, ['desc']),
});
export interface BadgesSearch {
  size?: 'card' | 'a6';
  /** `not-arrived`, or `kind:` and a kind; all where it says nothing. */
  which?: string;
  /** One guest's alone. */
  row?: string;
}
export const readBadgesSearch = (raw: Raw): BadgesSearch => ({
  size: oneOf(raw.size, ['card', 'a6']),
  which: raw.which === 'all' ? undefined : text(raw.which),
  row: text(raw.row),
});
export interface RunSheetSearch {
  /** Today's, or the next that there is, where it says nothing. */
  day?: string;
}
export const readRunSheetSearch = (raw: Raw): RunSheetSearch => ({
  day: text(raw.day),
});
export const readBoardSearch = (raw: Raw): BoardSearch => ({
  team: text(raw.team),
  row: text(raw.row),
  stage: oneOf(raw.stage, STAGES),
});

export const SCHEDULE_VIEWS = ['days', 'timeline', 'schedule', 'baseline', 'recurring'] as const;
export type ScheduleView = (typeof SCHEDULE_VIEWS)[number];
export interface ScheduleSearch {
  view?: ScheduleView;
  /** Of the timeline. */
  scale?: 'months';
  rows?: 'critical' | 'pushed';
}
export const readScheduleSearch = (raw: Raw): ScheduleSearch => ({
  view: oneOf(raw.view, SCHEDULE_VIEWS),
  scale: oneOf(raw.scale, ['months']),
  rows: oneOf(raw.rows, ['critical', 'pushed']),
});
export interface MyWorkSearch {
  waiting?: WaitingKind;
  group?: 'project';
  view?: 'hand-out';
  /** The sub-team whose work is handed out. */
  team?: string;
}
export const readMyWorkSearch = (raw: Raw): MyWorkSearch => ({
  waiting: oneOf(raw.waiting, WAITING_KINDS),
  group: oneOf(raw.group, ['project']),
  view: oneOf(raw.view, ['hand-out']),
  team: text(raw.team),
});

export interface AcceptanceSearch {
  project?: string;
  order?: 'project';
  /** The deliverable that is shown. */
  at?: string;
}
export const readAcceptanceSearch = (raw: Raw): AcceptanceSearch => ({
  project: text(raw.project),
  order: oneOf(raw.order, ['project']),
  at: text(raw.at),
});

export const MESSAGE_KINDS = ['reminder', 'mention', 'returned', 'escalation'] as const;
export interface InboxSearch {
  kind?: (typeof MESSAGE_KINDS)[number];
  done?: true;
}
export const readInboxSearch = (raw: Raw): InboxSearch => ({
  kind: oneOf(raw.kind, MESSAGE_KINDS),
  done: raw.done === true ? true : undefined,
});

export const HEALTH_FILTERS = ['on-track', 'at-risk', 'off-track', 'stale', 'unsaid'] as const;
export const PROJECT_STATUSES = ['running', 'on-hold', 'cancelled', 'closed'] as const;
export interface ProjectsSearch {
  q?: string;
  health?: (typeof HEALTH_FILTERS)[number];
  status?: (typeof PROJECT_STATUSES)[number];
}
export const readProjectsSearch = (raw: Raw): ProjectsSearch => ({
  q: raw.q === undefined ? undefined : text(String(raw.q)),
  health: oneOf(raw.health, HEALTH_FILTERS),
  status: oneOf(raw.status, PROJECT_STATUSES),
});

/** Without words there is nothing to narrow down. */
export interface StandardsSearch {
  q?: string;
  kind?: TextKind;
  standard?: string;
}
export const readStandardsSearch = (raw: Raw): StandardsSearch => {
  const q = raw.q === undefined ? undefined : text(String(raw.q).trim());
  return q === undefined ? {} : { q, kind: oneOf(raw.kind, TEXT_KINDS), standard: text(raw.standard) };
};

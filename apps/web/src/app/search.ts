import { STAGES, type Stage, TEXT_KINDS, type TextKind, WAITING_KINDS, type WaitingKind } from '../api/types';

/** What pages keep in the address after `?`: read here, wrong values fall away. */
type Raw = Record<string, unknown>;

const text = (value: unknown) => (typeof value === 'string' && value !== '' ? value : undefined);
const oneOf = <T extends string>(value: unknown, allowed: readonly T[]) => allowed.find((one) => one === value);

export const readToken = (raw: Raw): { token?: string } => ({
  token: raw.token === undefined ? undefined : String(raw.token),
});

/** Only a path of this app: another origin in `next` would send people away after signing in. */
export function readNext(raw: Raw): { next?: string } {
  const next = text(raw.next);
  return { next: next && /^\/(?![/\\])/.test(next) ? next : undefined };
}

export const STEPS = ['template', 'event', 'options', 'teams', 'preview'] as const;
export type Step = (typeof STEPS)[number];
export const readStartSearch = (raw: Raw): { step?: Step; template?: string } => ({
  step: oneOf(raw.step, STEPS),
  template: text(raw.template),
});

export const STATUSES = ['to-do', 'doing', 'waiting', 'done', 'not-applicable'] as const;
export interface ChecklistSearch {
  group?: 'team';
  status?: (typeof STATUSES)[number];
  stage?: Stage;
  waiting?: WaitingKind;
  team?: string;
  mine?: true;
  overdue?: true;
  q?: string;
}
export const readChecklistSearch = (raw: Raw): ChecklistSearch => ({
  group: oneOf(raw.group, ['team']),
  status: oneOf(raw.status, STATUSES),
  stage: oneOf(raw.stage, STAGES),
  waiting: oneOf(raw.waiting, WAITING_KINDS),
  team: text(raw.team),
  mine: raw.mine === true ? true : undefined,
  overdue: raw.overdue === true ? true : undefined,
  q: raw.q === undefined ? undefined : text(String(raw.q)),
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
export const readMyWorkSearch = (raw: Raw): { waiting?: WaitingKind } => ({
  waiting: oneOf(raw.waiting, WAITING_KINDS),
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

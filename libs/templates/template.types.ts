import type { Bilingual } from '@convener/kernel';

/** The stages of an event, in the order in which they pass. */
export const STAGES = ['proposal', 'preparation', 'before', 'during', 'after', 'closing'] as const;
export type Stage = (typeof STAGES)[number];

export const OWNER_ROLES = ['manager', 'lead', 'member'] as const;
export type OwnerRole = (typeof OWNER_ROLES)[number];
export const ACCEPTERS = ['lead', 'manager', 'client'] as const;
export type Accepter = (typeof ACCEPTERS)[number];
export const EVIDENCE = ['no', 'optional', 'required'] as const;
export type EvidenceNeed = (typeof EVIDENCE)[number];

export type Answer = string | boolean;
/** Left out when any of these options has this answer; an unanswered option leaves nothing out. */
export type LeaveOut = Readonly<Record<string, Answer>>;

export interface Anchor {
  key: string;
  name: string;
  nameEn: string;
  /** The rule of the day unless the manager gives one; null for opening and closing, which must be given. */
  default: string | null;
  /** Anchors that this one may not precede. */
  notBefore: readonly string[];
  /** Anchors that this one may not follow. */
  notAfter: readonly string[];
}

export interface TemplateOption {
  key: string;
  kind: 'yes-no' | 'choice';
  question: Bilingual;
  help: Bilingual | null;
  choices: readonly { value: Answer; name: Bilingual }[];
}

export interface TemplateTeam {
  key: string;
  name: string;
  nameEn: string;
}

export interface TemplateDeliverable {
  place: string;
  code: string | null;
  title: string;
  titleEn: string;
  condition: string | null;
  start: string;
  due: string;
  preparer: OwnerRole;
  accepter: Accepter | null;
  evidence: EvidenceNeed;
  leaveOut: LeaveOut;
}

export interface TemplateCheck {
  place: string;
  code: string;
  text: string;
  condition: string | null;
  stage: Stage;
  leaveOut: LeaveOut;
}

/** A task of a standard with the decisions of its plan. */
export interface TemplateItem {
  /** `<standard slug>/<task code>`: with the edition, the identity of the row. */
  place: string;
  standard: string;
  edition: string;
  code: string;
  title: string;
  titleEn: string;
  condition: string | null;
  level: number | null;
  stage: Stage;
  workflow: string;
  team: string;
  owner: OwnerRole;
  start: string;
  due: string;
  /** Whose published lead time the rules follow. */
  basis: string;
  leaveOut: LeaveOut;
  /** Places of its finish-to-start predecessors. */
  after: readonly string[];
  deliverables: readonly TemplateDeliverable[];
  checks: readonly TemplateCheck[];
}

/** One deliverable that several standards share, declared one by one; taken when its option is answered with yes. */
export interface Merge {
  option: string;
  into: string;
  from: readonly string[];
  accepter: Accepter | null;
}

export interface ReminderRule {
  key: string;
  /** Calendar days from the due day; negative before. */
  days?: number;
  workingDays?: number;
}

export interface ReminderPolicy {
  /** Local wall time `HH:MM` in the project's zone. */
  at: string;
  rules: readonly ReminderRule[];
}

/** A template with everything resolved: what a project freezes. Published versions never change. */
export interface Template {
  slug: string;
  kind: 'composed' | 'single' | 'workflow';
  name: string;
  nameEn: string;
  description: string;
  descriptionEn: string;
  /** Covers a standard that another edition supersedes. */
  superseded: boolean;
  standards: readonly { slug: string; name: string; edition: string; superseded: boolean }[];
  horizonDays: number;
  assumes: readonly Bilingual[];
  anchors: readonly Anchor[];
  options: readonly TemplateOption[];
  teams: readonly TemplateTeam[];
  merges: readonly Merge[];
  items: readonly TemplateItem[];
  reminders: ReminderPolicy;
}

export interface Counts {
  workItems: number;
  deliverables: number;
  checks: number;
}

export function countsOf(items: readonly { deliverables: readonly unknown[]; checks: readonly unknown[] }[]): Counts {
  return {
    workItems: items.length,
    deliverables: items.reduce((sum, item) => sum + item.deliverables.length, 0),
    checks: items.reduce((sum, item) => sum + item.checks.length, 0),
  };
}

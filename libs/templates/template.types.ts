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

/**
 * What an output is: a document; a list that is kept here (`register`); an agreement that is signed; a document that the
 * project's own data make (`generated`); dated entries of what was decided and happened (`record`); something that takes
 * place (`event`); something that stands elsewhere (`link`).
 */
export const OUTPUT_KINDS = ['file', 'register', 'contract', 'generated', 'record', 'event', 'link'] as const;
export type OutputKind = (typeof OUTPUT_KINDS)[number];

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
  /** Left out in versions that were published before outputs had kinds: then it is a file. */
  kind?: OutputKind;
  /** Key of the document that the project's own data make of it; left out for every other kind. */
  document?: string;
  leaveOut: LeaveOut;
}

export const kindOf = ({ kind }: Pick<TemplateDeliverable, 'kind'>): OutputKind => kind ?? 'file';

export interface TemplateCheck {
  place: string;
  code: string | null;
  text: string;
  condition: string | null;
  stage: Stage;
  leaveOut: LeaveOut;
}

/** A task of a standard with the decisions of its plan, or a house's own work. */
export interface TemplateItem {
  /** `<standard slug>/<task code>`: with the edition, the identity of the row. `house/<template>/<n>` for a house's own. */
  place: string;
  /** Null for a house's own work, which comes from no standard; so are edition and code. */
  standard: string | null;
  edition: string | null;
  code: string | null;
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
  /** What the house says to whoever does it, beside the standard. */
  guidance?: string | null;
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

/** Who can be reminded, by what they are to the work. Each stands for one person: the first in the crew's order. */
export const RECIPIENTS = ['assignee', 'preparer', 'accepter', 'lead', 'manager', 'client'] as const;
export type Recipient = (typeof RECIPIENTS)[number];
/** What a rule counts from. */
export const RULE_WHENS = ['due', 'start', 'anchor', 'status'] as const;
export type RuleWhen = (typeof RULE_WHENS)[number];
export const RULE_SUBJECTS = ['deliverables', 'work-items'] as const;
export type RuleSubjects = (typeof RULE_SUBJECTS)[number];

/** Work in any other status is settled, and nobody is reminded of it. */
export const RULE_STATUSES = {
  'work-items': ['to-do', 'doing', 'waiting'],
  deliverables: ['open', 'submitted', 'returned'],
} as const satisfies Record<RuleSubjects, readonly string[]>;

/** Asks for one nudge to each of its recipients. What is left out is as it was before rules could say it. */
export interface ReminderRule {
  key: string;
  /** `due` where it is left out. */
  when?: RuleWhen;
  /** Key of the anchor that it counts from. */
  anchor?: string;
  /** The status of open work whose beginning it counts from. */
  status?: string;
  /** Calendar days from that day; negative before. */
  days?: number;
  /** Working days on top of them. */
  workingDays?: number;
  /** Local wall time `HH:MM` in the project's zone; the policy's where it is left out. */
  at?: string;
  /** Whose it is, where it is left out: the assignee's, else the lead's, else the manager's; once submitted its accepter's. */
  to?: readonly Recipient[];
  /** Left out: deliverables, and work items that have none left. */
  subjects?: RuleSubjects;
  /** So many calendar days after its day it is no longer worth a message of its own. */
  expiresAfterDays?: number;
}

/** After so many working days without progress on overdue work its lead is told, after so many more the manager. */
export interface Escalation {
  leadAfter: number;
  managerAfter: number;
}

export interface ReminderPolicy {
  /** Local wall time `HH:MM` in the project's zone. */
  at: string;
  rules: readonly ReminderRule[];
  /** Null switches it off; left out it is the usual one. */
  escalation?: Escalation | null;
}

/** What a template says of a column of a list. What else it is, the lib that keeps lists knows. */
export interface TemplateListColumn {
  key: string;
  name: string;
  nameEn: string;
  type: string;
  /** Where its cells are rows of another list: that list's name, and the ready list that it was. */
  link?: { name: string | null; preset: string | null };
}

/** A list that a project starts with: what it is, never its rows. Its name is what it is known by in the template. */
export interface TemplateList {
  /** The ready list that it was; null where it has columns of its own. */
  preset: string | null;
  name: string;
  nameEn: string | null;
  /** Key of the sub-team that keeps it; null where anybody of the crew does. */
  team: string | null;
  /** Not for the client's people. */
  crewOnly: boolean;
  columns: readonly TemplateListColumn[];
  /** How its rows are compared. */
  weights: readonly { column: string }[];
  /** Places of the outputs that it was in the project that it is from, beside those of its preset. */
  outputs: readonly string[];
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
  /** Left out where there are none, as in every version that was published before templates could bring any. */
  lists?: readonly TemplateList[];
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

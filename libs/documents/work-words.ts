import type { Bilingual } from '@convener/kernel';
import type { Signatures } from '@convener/papers';
import type { Check, MilestoneKind, WaitingKind } from '@convener/projects';
import type { About } from '@convener/reports';
import type { Stage } from '@convener/templates';
import type { BookedWork } from './work-book';

type Said = Pick<About, 'say'>;
type Words<K extends string> = Readonly<Record<K, readonly [zh: string, en: string]>>;
/** By their keys, as the template catalogue has them. */
export type WorkflowNames = ReadonlyMap<string, Bilingual>;

const STAGE_WORDS: Words<Stage> = {
  proposal: ['提案', 'Proposal'],
  preparation: ['籌備', 'Preparation'],
  before: ['會前', 'Run-up'],
  during: ['會中', 'On site'],
  after: ['會後', 'Follow-up'],
  closing: ['結案', 'Closing'],
};
const CHECK_WORDS: Words<Check['state']> = {
  open: ['未確認', 'Open'],
  ticked: ['已確認', 'Ticked'],
  'not-applicable': ['不適用', 'Not applicable'],
};
const WAITING_WORDS: Words<WaitingKind> = {
  client: ['客戶', 'Client'],
  vendor: ['廠商', 'Vendor'],
  authority: ['主管機關', 'Authority'],
  other: ['其他', 'Somebody else'],
};
const MILESTONE_WORDS: Words<MilestoneKind> = {
  'performance-deadline': ['履約期限', 'Performance deadline'],
  'initial-report': ['期初報告', 'Initial report'],
  'interim-report': ['期中報告', 'Interim report'],
  'final-report': ['期末報告', 'Final report'],
  inspection: ['驗收', 'Inspection'],
  payment: ['請款期別', 'Payment'],
  other: ['其他', 'Other'],
};

export const stageName = ({ say }: Said, stage: Stage) => say(...STAGE_WORDS[stage]);
export const checkState = ({ say }: Said, { state }: Pick<Check, 'state'>) => say(...CHECK_WORDS[state]);
export const waitingKind = ({ say }: Said, kind: WaitingKind | null) => (kind ? say(...WAITING_WORDS[kind]) : null);
export const milestoneKind = ({ say }: Said, kind: MilestoneKind) => say(...MILESTONE_WORDS[kind]);
export const teamName = (about: Pick<About, 'say' | 'name'>, { team }: Pick<BookedWork, 'team'>) =>
  team ? about.name(team) : about.say('未分小組', 'No sub-team');

/** A workflow that the catalogue does not know is called by its key; own work outside any has none. */
export function workflowName({ say }: Said, workflows: WorkflowNames, key: string): string {
  const known = workflows.get(key);
  if (known) return say(known.zh, known.en);
  return key === 'own' ? say('自訂工作', 'Own work') : key;
}

/** Who signs what is printed. */
export function signedBy({ say }: Said, ...labels: readonly (readonly [zh: string, en: string])[]): Signatures {
  return { type: 'signatures', labels: labels.map((label) => say(...label)) };
}
export const PREPARED = ['製表', 'Prepared by'] as const;
export const CHECKED = ['審核', 'Checked by'] as const;
export const APPROVED = ['核准', 'Approved by'] as const;

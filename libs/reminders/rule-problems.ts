import { addDays, type Bilingual, type Day, dayAt, type FieldProblem, instantAt } from '@convener/kernel';
import { type Recipient, type ReminderRule, RULE_STATUSES, type RuleSubjects } from '@convener/templates';
import { subjectsOfStatus, type WorkingDays } from './wanted';

/** What a rule that somebody enters is held against. What is not known of (null) is not held against it. */
export interface RuleGround {
  /** Days that it may count from: those of the project by anchor key; an anchor's is null where it differs by project. */
  anchors: ReadonlyMap<string, Day | null>;
  /** The one work item that it is for, if it is for one. */
  item: { dueDay: Day | null; startDay: Day | null } | null;
  /** Who there is to be told, and about which subjects; null for a person's own rule, which tells nobody else. */
  recipients: Readonly<Record<Recipient, boolean>> | null;
  /** Local wall time of rules that name none. */
  at: string;
  zone: string;
  calendar: WorkingDays;
  /** Epoch ms. */
  now: number;
}

const ABOUT_DELIVERABLES: readonly Recipient[] = ['preparer', 'accepter'];

/** Why a rule could never fire or tell anybody, each reason at its field. Empty where it can. */
export function ruleProblems(rule: Omit<ReminderRule, 'key'>, ground: RuleGround): FieldProblem[] {
  return [
    ...anchorProblems(rule, ground),
    ...statusProblems(rule),
    ...recipientProblems(rule, ground),
    ...tooLate(rule, ground),
  ];
}

function anchorProblems({ when, anchor }: Omit<ReminderRule, 'key'>, { anchors }: RuleGround): FieldProblem[] {
  if (when !== 'anchor') return anchor === undefined ? [] : [at('/anchor', ONLY_WITH_ANCHOR)];
  if (anchor === undefined) return [at('/anchor', NEEDS_ANCHOR)];
  return anchors.has(anchor) ? [] : [at('/anchor', noAnchor(anchor))];
}

function statusProblems(rule: Omit<ReminderRule, 'key'>): FieldProblem[] {
  const { when, status, subjects, days = 0, workingDays = 0 } = rule;
  if (when !== 'status') return status === undefined ? [] : [at('/status', ONLY_WITH_STATUS)];
  const known: readonly string[] = Object.values(RULE_STATUSES).flat();
  if (status === undefined) return [at('/status', NEEDS_STATUS)];
  if (!known.includes(status)) return [at('/status', noStatus(known))];
  return [
    ...(days < 0 ? [at('/days', NOT_BEFORE_STATUS)] : []),
    ...(workingDays < 0 ? [at('/workingDays', NOT_BEFORE_STATUS)] : []),
    ...(subjects && subjects !== subjectsOfStatus(rule) ? [at('/subjects', OTHER_SUBJECTS)] : []),
  ];
}

function recipientProblems(rule: Omit<ReminderRule, 'key'>, { recipients }: RuleGround): FieldProblem[] {
  const { to } = rule;
  if (to === undefined) return [];
  if (recipients === null) return [at('/to', ONLY_ONESELF)];
  const subjects: RuleSubjects | undefined = rule.subjects ?? subjectsOfStatus(rule);
  return to.flatMap((recipient, index) => {
    if (subjects === 'work-items' && ABOUT_DELIVERABLES.includes(recipient))
      return [at(`/to/${index}`, OF_DELIVERABLES)];
    return recipients[recipient] ? [] : [at(`/to/${index}`, NOBODY[recipient])];
  });
}

/** Where the day is known that it counts from, and its instant has passed. */
function tooLate(rule: Omit<ReminderRule, 'key'>, ground: RuleGround): FieldProblem[] {
  const from = knownDay(rule, ground);
  if (!from) return [];
  const counted = addDays(from, rule.days ?? 0);
  const day = rule.workingDays === undefined ? counted : ground.calendar.addWorkingDays(counted, rule.workingDays);
  if (instantAt(day, rule.at ?? ground.at, ground.zone) > ground.now) return [];
  const pointer = rule.days === undefined && rule.workingDays !== undefined ? '/workingDays' : '/days';
  return [at(pointer, passed(day, dayAt(ground.now, ground.zone)))];
}

function knownDay({ when = 'due', anchor }: Omit<ReminderRule, 'key'>, { anchors, item }: RuleGround): Day | null {
  if (when === 'anchor') return anchors.get(anchor ?? '') ?? null;
  if (when === 'due') return item?.dueDay ?? null;
  return when === 'start' ? (item?.startDay ?? null) : null;
}

const at = (pointer: string, text: Bilingual): FieldProblem => ({ pointer, ...text });

const ONLY_WITH_ANCHOR = {
  zh: '只有以基準日起算的規則才填基準日。',
  en: 'Only a rule that counts from an anchor names one.',
};
const NEEDS_ANCHOR = { zh: '請選擇基準日。', en: 'Choose the anchor that it counts from.' };
const noAnchor = (key: string) => ({
  zh: `這裡沒有「${key}」這個基準日，提醒永遠不會發出。`,
  en: `There is no anchor "${key}" here, so it would never fire.`,
});
const ONLY_WITH_STATUS = {
  zh: '只有以狀態起算的規則才填狀態。',
  en: 'Only a rule that counts from a status names one.',
};
const NEEDS_STATUS = { zh: '請選擇狀態。', en: 'Choose the status that it counts from.' };
const noStatus = (known: readonly string[]) => ({
  zh: `只有未完成的工作才會提醒，狀態應該是其中之一：${known.join(', ')}。`,
  en: `Only unfinished work is reminded of: the status must be one of ${known.join(', ')}.`,
});
const NOT_BEFORE_STATUS = {
  zh: '狀態改變之前無法預知，只能在改變當時或之後提醒。',
  en: 'Nobody knows of a status before it changes: remind when it does, or later.',
};
const OTHER_SUBJECTS = { zh: '這類項目不會有這個狀態。', en: 'Such subjects never have this status.' };
const ONLY_ONESELF = { zh: '自己的規則只提醒自己。', en: 'A rule of your own reminds only you.' };
const OF_DELIVERABLES = {
  zh: '工作項目沒有製作人或驗收人，請改為交付項目。',
  en: 'A work item has no preparer or accepter; make it a rule about deliverables.',
};
const passed = (day: Day, today: Day) => ({
  zh: `應於 ${day} 發出，但今天已是 ${today}，不會再發出。`,
  en: `It would fire on ${day}, and today is ${today}: that has passed.`,
});
const NOBODY: Record<Recipient, Bilingual> = {
  assignee: { zh: '這裡沒有承辦人。', en: 'There is no assignee here.' },
  preparer: { zh: '這裡沒有製作人。', en: 'There is no preparer here.' },
  accepter: { zh: '這裡沒有需要驗收的交付項目。', en: 'Nothing here asks for an accepter.' },
  lead: { zh: '這裡沒有組長。', en: 'There is no lead here.' },
  manager: { zh: '這裡沒有專案經理。', en: 'There is no manager here.' },
  client: { zh: '專案沒有客戶成員。', en: 'The project has no client among its members.' },
};

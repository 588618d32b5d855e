import { badRequest, type Bilingual, type CallerError, type Day } from '@convener/kernel';
import type { ReminderKind } from '@convener/reminders';
import { DIGEST_AT } from './delivery';
import type { NotificationPreferences } from './notification-preferences.entity';

/** Kinds of reminders that a person may ask for singly. */
export const SINGLE_KINDS = [
  'due',
  'start',
  'anchor',
  'status',
  'follow-up',
  'escalation',
  'manual',
] as const satisfies readonly ReminderKind[];
export type SingleKind = (typeof SINGLE_KINDS)[number];

/** What a person changes; what is left out stays as it is. */
export type PreferencesEdit = Partial<Omit<NotificationPreferences, 'personId' | 'version'>>;

/** Throws 400 at every field that would leave the person without messages or with none at a sensible hour. */
export function checkPreferences(next: Omit<NotificationPreferences, 'personId' | 'version'>, today: Day): void {
  const fields = [
    ...(next.digestAt !== null && next.digestAt < DIGEST_AT ? [EARLY] : []),
    ...((next.quietFrom === null) !== (next.quietTo === null) ? [HALF_QUIET] : []),
    ...(next.quietFrom !== null && next.quietFrom === next.quietTo ? [ALWAYS_QUIET] : []),
    ...(next.awayFrom !== null && next.standInId === null ? [NOBODY] : []),
    ...(next.awayFrom === null && next.awayUntil !== null ? [NO_FIRST_DAY] : []),
    ...(next.awayFrom !== null && next.awayUntil !== null && next.awayUntil < next.awayFrom ? [BACKWARDS] : []),
    ...(next.awayUntil !== null && next.awayUntil < today ? [PAST] : []),
  ].map(([pointer, text]) => ({ pointer, ...text }));
  if (fields.length > 0) throw wrong(fields);
}

/** A 400 at one field that only the rows can tell to be wrong. */
export function wrongStandIn(): CallerError {
  return wrong([{ pointer: '/standInId', ...UNKNOWN_STAND_IN }]);
}

function wrong(fields: (Bilingual & { pointer: string })[]): CallerError {
  return badRequest('validation', { zh: '有欄位需要修正。', en: 'Some fields need correcting.' }, fields);
}

type Wrong = readonly [pointer: string, text: Bilingual];

const EARLY: Wrong = [
  '/digestAt',
  {
    zh: `提醒在 ${DIGEST_AT} 產生，摘要不能更早。`,
    en: `Reminders fall due at ${DIGEST_AT}; the digest can’t come before.`,
  },
];
const HALF_QUIET: Wrong = [
  '/quietTo',
  { zh: '勿擾時段要有開始與結束。', en: 'Quiet hours need a beginning and an end.' },
];
const ALWAYS_QUIET: Wrong = [
  '/quietTo',
  {
    zh: '開始與結束相同，就沒有時間可以通知您。',
    en: 'Beginning and end are the same; that leaves no time to tell you.',
  },
];
const NOBODY: Wrong = ['/standInId', { zh: '請選一位代理人。', en: 'Choose who stands in for you.' }];
const NO_FIRST_DAY: Wrong = ['/awayFrom', { zh: '請填不在的第一天。', en: 'Give the first day that you are away.' }];
const BACKWARDS: Wrong = ['/awayUntil', { zh: '最後一天早於第一天。', en: 'The last day is before the first.' }];
const PAST: Wrong = ['/awayUntil', { zh: '這一天已經過去。', en: 'This day has passed.' }];
const UNKNOWN_STAND_IN: Bilingual = {
  zh: '代理人要是與您同在一個專案、可登入的人。',
  en: 'The stand-in must be somebody active who shares a project with you.',
};

import type { Bilingual } from '@convener/kernel';

/** What to say about a failed constraint; `args` are the decorator's own (a limit, a list of values). */
type Say = (args: unknown[], value: unknown) => Bilingual;

const plain =
  (zh: string, en: string): Say =>
  () => ({ zh, en });

const list = (values: unknown) => Object.values(values ?? {}).join(', ');

export const UNKNOWN: Bilingual = { zh: '不認得這個欄位。', en: 'Unknown field.' };
export const REQUIRED: Bilingual = { zh: '請填寫。', en: 'Required.' };

/** By constraint name: class-validator's own, then those of validators.ts. */
export const CONSTRAINT_TEXTS: Record<string, Say> = {
  whitelistValidation: () => UNKNOWN,
  nestedValidation: plain('格式不正確，應該是物件。', 'Must be an object.'),
  isDefined: () => REQUIRED,
  isNotEmpty: () => REQUIRED,
  isString: plain('應該是文字。', 'Must be text.'),
  isBoolean: plain('應該是 true 或 false。', 'Must be true or false.'),
  isArray: plain('應該是清單。', 'Must be a list.'),
  isObject: plain('應該是物件。', 'Must be an object.'),
  isInt: plain('應該是整數。', 'Must be a whole number.'),
  isNumber: plain('應該是數字。', 'Must be a number.'),
  isEmail: plain('不是正確的電子郵件地址。', 'Not an e-mail address.'),
  isUuid: plain('不是正確的識別碼。', 'Not an id.'),
  isUrl: plain('不是正確的網址。', 'Not a web address.'),
  matches: plain('格式不正確。', 'Not in the expected form.'),
  min: ([least]) => ({ zh: `不可小於 ${least}。`, en: `Must be at least ${least}.` }),
  max: ([most]) => ({ zh: `不可大於 ${most}。`, en: `Must be at most ${most}.` }),
  minLength: ([least]) => ({ zh: `至少要 ${least} 個字元。`, en: `Must have at least ${least} characters.` }),
  maxLength: ([most]) => ({ zh: `最多 ${most} 個字元。`, en: `Must have at most ${most} characters.` }),
  isLength: ([least, most]) => ({
    zh: `要 ${least} 到 ${most} 個字元。`,
    en: `Must have ${least} to ${most} characters.`,
  }),
  isIn: ([values]) => ({ zh: `應該是其中之一：${list(values)}。`, en: `Must be one of: ${list(values)}.` }),
  isEnum: ([values]) => ({ zh: `應該是其中之一：${list(values)}。`, en: `Must be one of: ${list(values)}.` }),
  arrayMinSize: ([least]) => ({ zh: `至少要 ${least} 項。`, en: `Must have at least ${least} entries.` }),
  arrayMaxSize: ([most]) => ({ zh: `最多 ${most} 項。`, en: `Must have at most ${most} entries.` }),
  arrayUnique: plain('有重複的項目。', 'Holds an entry twice.'),
  arrayNotEmpty: plain('至少要一項。', 'Must have at least one entry.'),
  calendarDay: plain('不是月曆上的日期（YYYY-MM-DD）。', 'Not a day of the calendar (YYYY-MM-DD).'),
  timeOfDay: plain('不是一天中的時刻（HH:MM）。', 'Not a time of day (HH:MM).'),
  zone: plain('不是已知的時區，例如 Asia/Taipei。', 'Not a known time zone such as Asia/Taipei.'),
  webLink: plain('應該是 http:// 或 https:// 開頭的網址。', 'Must be a web address starting with http:// or https://.'),
  dayRecord: plain('每個值都應該是日期（YYYY-MM-DD）。', 'Every value must be a day (YYYY-MM-DD).'),
  dayRule: plain(
    '不是日期規則；請寫成 opening - 30 days 或 closing + 5 working days at 17:00。',
    'Not a rule: write "opening - 30 days" or "closing + 5 working days at 17:00".',
  ),
  place: plain('不是範本裡的位置。', 'Not a place in a template.'),
  places: plain('應該是範本裡位置的清單。', 'Must be a list of places in a template.'),
  kept: plain('應該是 true、false 或識別碼清單。', 'Must be true, false or a list of ids.'),
  answer: plain('應該是文字或 true、false。', 'Must be text, true or false.'),
  answerRecord: plain('每個值都應該是文字或 true、false。', 'Every value must be text, true or false.'),
  textRecord: plain('每個值都應該是 200 字以內的文字。', 'Every value must be text of 200 characters at most.'),
  cellRecord: plain(
    '每個值都應該是最多 2000 字的文字、數字、true、false 或 null。',
    'Every value must be text of 2000 characters at most, a number, true, false or null.',
  ),
  dayChangeRecord: plain(
    '每個值都應該是日期（YYYY-MM-DD）或 null。',
    'Every value must be a day (YYYY-MM-DD) or null.',
  ),
  answerChangeRecord: plain(
    '每個值都應該是文字、true、false 或 null。',
    'Every value must be text, true, false or null.',
  ),
  text: ([most], value) => sayText(Number(most), value),
};

function sayText(most: number, value: unknown): Bilingual {
  if (typeof value !== 'string') return { zh: '應該是文字。', en: 'Must be text.' };
  if (value === '') return REQUIRED;
  if ([...value].length > most) return { zh: `最多 ${most} 個字。`, en: `Must have at most ${most} characters.` };
  return { zh: '含有不能使用的控制字元。', en: 'Holds control characters.' };
}

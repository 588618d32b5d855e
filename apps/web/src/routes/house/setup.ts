import yesNo from '../../i18n/yes-no.json';
import type { HouseTemplate } from '../../api/types';

type Draft = HouseTemplate['draft'];
type Reminder = Draft['reminders']['rules'][number];

/** A key that none of these has. */
export function newKey(word: string, taken: readonly { key: string }[]): string {
  let number = taken.length + 1;
  while (taken.some(({ key }) => key === `${word}-${number}`)) number += 1;
  return `${word}-${number}`;
}

/** A yes-no question to be worded. */
export function newOption(options: Draft['options']): Draft['options'][number] {
  return {
    key: newKey('question', options),
    kind: 'yes-no',
    question: { zh: '', en: '' },
    help: null,
    choices: [
      { value: true, name: yesNo.yes },
      { value: false, name: yesNo.no },
    ],
  } as unknown as Draft['options'][number];
}

export function newReminder(rules: readonly Reminder[]): Reminder {
  return { key: newKey('reminder', rules), days: -3 };
}

/** The rule with this distance; never a negative zero, which JSON would not keep. */
export function withDays({ key }: Reminder, count: number, working: boolean): Reminder {
  const days = count === 0 ? 0 : count;
  return working ? { key, workingDays: days } : { key, days };
}

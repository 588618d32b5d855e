import type { Person } from '@convener/access';
import { escapeHtml } from '@convener/platform';

const TEXTS = {
  'zh-TW': {
    subject: 'Convener 測試信',
    lines: ['這是您從「運作狀況」寄給自己的測試信。', '收到這封信，表示提醒與邀請也寄得出去。'],
  },
  en: {
    subject: 'Convener test message',
    lines: [
      'You sent yourself this test message from the operations page.',
      'Since it has arrived, reminders and links will too.',
    ],
  },
};

/** A message that says what it is for, in the reader's language. */
export function composeMailTest({ locale }: Pick<Person, 'locale'>, publicUrl: string) {
  const { subject, lines } = TEXTS[locale];
  const html = [...lines.map(escapeHtml), `<a href="${escapeHtml(publicUrl)}">${escapeHtml(publicUrl)}</a>`];
  return {
    subject,
    text: `${[...lines, publicUrl].join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${locale}">\n<body style="font-family:sans-serif">\n${html
      .map((line) => `<p>${line}</p>`)
      .join('\n')}\n</body>\n</html>\n`,
  };
}

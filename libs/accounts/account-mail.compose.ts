import type { Bilingual } from '@convener/kernel';
import { escapeHtml } from '@convener/platform';
import { publicLink } from './links';
import type { Locale, Person } from '@convener/access';

type Reader = Pick<Person, 'name' | 'locale'>;

interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** The mail with a link that sets a new password, in the reader's language. */
export function composeReset({ name, locale }: Reader, link: string): MailText {
  return compose(locale, { zh: '重設 Convener 的密碼', en: 'Set a new Convener password' }, [
    greeting(name),
    {
      zh: '有人為您的帳號申請重設密碼，應該就是您。請在 30 分鐘內打開這個連結，設定新的密碼：',
      en: 'Somebody, most likely you, asked for a new password for your account. Open this link within 30 minutes to set it:',
    },
    link,
    {
      zh: '連結只能用一次；再申請一次，這個連結就失效。',
      en: 'The link works once. Asking again ends it.',
    },
    {
      zh: '如果不是您申請的，不必理會這封信，您的密碼不會改變。',
      en: 'If it was not you, ignore this mail: your password stays as it is.',
    },
  ]);
}

/** Tells somebody that an admin can hand out a link to their account. */
export function composeAdminLink({ name, locale }: Reader, admin: string, publicUrl: string): MailText {
  const who = oneLine(admin);
  return compose(
    locale,
    { zh: '管理員為您建立了重設密碼的連結', en: 'An administrator made a link to reset your password' },
    [
      greeting(name),
      {
        zh: `管理員 ${who} 為您的帳號建立了一個重設密碼的連結，30 分鐘內有效。拿到連結的人可以設定新密碼並登入您的帳號。`,
        en: `The administrator ${who} made a link that resets the password of your account. It works for 30 minutes: whoever holds it can set a new password and sign in as you.`,
      },
      {
        zh: '如果您沒有請對方這麼做，請用「忘記密碼」設定您自己的密碼，並告訴其他管理員：',
        en: 'If you did not ask for it, set your own password by “Forgot your password?” and tell another administrator:',
      },
      publicLink(publicUrl, '/reset-password'),
    ],
  );
}

function greeting(name: string): Bilingual {
  return { zh: `${oneLine(name)}，您好：`, en: `Hello ${oneLine(name)},` };
}

/** Paragraphs in one language; a plain text is an address of ours, to open. */
function compose(locale: Locale, subject: Bilingual, paragraphs: readonly (Bilingual | string)[]): MailText {
  const pick = (text: Bilingual) => (locale === 'en' ? text.en : text.zh);
  const html = paragraphs.map((part) => {
    if (typeof part !== 'string') return `<p>${escapeHtml(pick(part))}</p>`;
    return `<p><a href="${escapeHtml(part)}">${escapeHtml(part)}</a></p>`;
  });
  return {
    subject: pick(subject),
    text: `${paragraphs.map((part) => (typeof part === 'string' ? part : pick(part))).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="${locale}">\n<body style="font-family:sans-serif">\n${html.join('\n')}\n</body>\n</html>\n`,
  };
}

/** Names come from people: a line break in one must not fake a line of the mail. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

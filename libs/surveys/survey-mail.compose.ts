import { escapeHtml } from '@convener/platform';

export interface SurveyMailFacts {
  projectName: string;
  title: string;
  titleEn: string | null;
  named: boolean;
  /** The page of the survey with its token. */
  link: string;
}

interface Part {
  text: string;
  link?: string;
}

/** In both languages, since a list of guests doesn't say which one each of them reads. */
export function composeSurveyMail(facts: SurveyMailFacts): { subject: string; text: string; html: string } {
  const { link } = facts;
  const [project, zh] = [oneLine(facts.projectName), oneLine(facts.title)];
  const en = oneLine(facts.titleEn ?? facts.title);
  const parts: Part[] = [
    { text: `您好：` },
    { text: `感謝您參與「${project}」。誠摯邀請您花幾分鐘填寫「${zh}」，您的意見會用來改進下一次的活動。` },
    { text: link, link },
    { text: `這個連結只能填寫一次，不必登入。${facts.named ? NAMED.zh : ANONYMOUS.zh}` },
    { text: '— — —' },
    { text: 'Hello,' },
    {
      text: `Thank you for being part of "${project}". Please take a few minutes for "${en}": it helps us do better next time.`,
    },
    { text: `${link}?lang=en`, link: `${link}?lang=en` },
    { text: `The link works once, without an account. ${facts.named ? NAMED.en : ANONYMOUS.en}` },
  ];
  const html = parts.map(({ text, link: to }) =>
    to === undefined ? `<p>${escapeHtml(text)}</p>` : `<p><a href="${escapeHtml(to)}">${escapeHtml(to)}</a></p>`,
  );
  return {
    subject: en === zh ? `${project}：${zh}` : `${project}：${zh}／${en}`,
    text: `${parts.map(({ text }) => text).join('\n\n')}\n`,
    html: `<!doctype html>\n<html lang="zh-TW">\n<body style="font-family:sans-serif">\n${html.join('\n')}\n</body>\n</html>\n`,
  };
}

const ANONYMOUS = {
  zh: '填答不記名：回覆不會記錄是由哪個連結送出的。',
  en: 'It is anonymous: an answer does not say by which link it came.',
};
const NAMED = {
  zh: '這份調查會記名：主辦單位看得到是誰填的。',
  en: 'It is not anonymous: the organisers see who answered.',
};

/** Names come from people: a line break in one must not fake a line of the mail. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

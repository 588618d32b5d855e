import type { Locale } from '@convener/access';
import type { Bilingual, Day } from '@convener/kernel';
import { dayInWords, dueInWords, mentionInWords, reasonInWords, returnedInWords } from '@convener/reminders';
import { mailHtml } from './compose-html';
import { type MessageLine, type ProjectLines, subjectOf } from './lines';
import type { PrintedBlock, PrintedLine, PrintedMail } from './printed-mail';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

/** Whom a mail goes to, and by which address it can be ended. */
export interface MailReader {
  name: string;
  locale: Locale;
  /** Name of whom the reader stands in for; null where it is their own work. */
  forName: string | null;
  /** Of the page that asks whether to end these mails. */
  unsubscribeLink: string;
}

type Pick = (text: Bilingual) => string;

/** The mail of one message in the reader's language. `publicUrl` is the address that links start from. */
export function composeMail(projects: readonly ProjectLines[], reader: MailReader, publicUrl: string): MailText {
  const { locale, name, forName } = reader;
  const base = publicUrl.replace(/\/+$/, '');
  const pick: Pick = (text) => (locale === 'en' ? text.en : text.zh);
  const blocks = projects.flatMap((project) => blocksOf(project, locale, pick, base));
  const standIn =
    forName === null ? [] : [pick({ zh: `${forName}不在，由您代理：`, en: `You stand in for ${forName}:` })];
  const mail: PrintedMail = {
    locale,
    preheader: oneLine(blocks.flatMap(({ lines }) => lines.map(({ title, due }) => `${title}：${due}`))[0] ?? ''),
    opening: [pick({ zh: `${name}，您好：`, en: `Hello ${name},` }), ...standIn].map(oneLine),
    blocks,
    inbox: { label: pick({ zh: '在收件匣查看', en: 'Open your inbox' }), link: `${base}/inbox` },
    footer: [
      { label: pick({ zh: '通知設定', en: 'Notification settings' }), link: `${base}/account` },
      { label: pick({ zh: '停止寄送提醒信', en: 'Stop these e-mails' }), link: reader.unsubscribeLink },
    ],
  };
  return { subject: subjectLine(projects, forName, pick), text: asText(mail), html: mailHtml(mail) };
}

/** The project comes first, so that mails of several projects are told apart in a list. */
function subjectLine(projects: readonly ProjectLines[], forName: string | null, pick: Pick): string {
  const [only, ...more] = projects;
  const project = only && more.length === 0 ? `[${only.name}] ` : '';
  const behalf = forName === null ? '' : pick({ zh: `代${forName}：`, en: `For ${forName}: ` });
  return oneLine(project + behalf + pick(subjectOf(projects)));
}

function blocksOf(project: ProjectLines, locale: Locale, pick: Pick, base: string): PrintedBlock[] {
  const print = (line: MessageLine): PrintedLine => ({
    title: oneLine([line.code, (locale === 'en' && line.titleEn) || line.title].filter(Boolean).join(' ')),
    due: oneLine(pick(dueOf(line, project.today))),
    link: base + line.link,
  });
  const name = oneLine(project.name);
  const missed = pick({ zh: `${name}・錯過的提醒`, en: `${name} · missed reminders` });
  const blocks = [
    { heading: name, lines: project.lines.filter((line) => !line.missed).map(print) },
    { heading: missed, lines: project.lines.filter((line) => line.missed).map(print) },
  ];
  return blocks.filter(({ lines }) => lines.length > 0);
}

function dueOf(line: MessageLine, today: Day): Bilingual {
  if (line.kind === 'mention') return mentionInWords(line.note);
  if (line.kind === 'returned') return returnedInWords(line.note);
  return line.kind === 'follow-up' ? askAgain(line) : dueWithReason(line, today);
}

function askAgain({ waitingFor }: MessageLine): Bilingual {
  const what = waitingFor ?? '';
  return { zh: `該追蹤了，等待：${what}`, en: `time to ask again, waiting for ${what}` };
}

function dueWithReason({ dueDay, kind, note }: MessageLine, today: Day): Bilingual {
  return withReason(withDay(dueDay, today), reasonInWords(kind, note));
}

function withDay(dueDay: Day | null, today: Day): Bilingual {
  const words = dueInWords(dueDay, today);
  if (dueDay === null) return words;
  const day = dayInWords(dueDay);
  return { zh: `${words.zh}，期限 ${day.zh}`, en: `${words.en} (${day.en})` };
}

function withReason(due: Bilingual, reason: Bilingual | null): Bilingual {
  return reason ? { zh: `${due.zh}。${reason.zh}`, en: `${due.en}. ${reason.en}` } : due;
}

function asText({ opening, blocks, inbox, footer }: PrintedMail): string {
  const printed = blocks.map(({ heading, lines }) =>
    [heading, ...lines.map(({ title, due, link }) => `- ${title}\n  ${due}\n  ${link}`)].join('\n'),
  );
  const links = [inbox, ...footer].map(({ label, link }) => `${label}: ${link}`);
  return [opening.join('\n'), ...printed, links.join('\n')].join('\n\n') + '\n';
}

/** Titles come from people: a line break in one must not break a mail header or fake a line of the text. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

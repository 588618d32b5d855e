import type { Locale } from '@convener/access';
import type { Bilingual } from '@convener/kernel';
import { escapeHtml } from '@convener/platform';
import { type MessageLine, type ProjectLines, subjectOf } from './lines';
import { dayInWords, dueInWords } from './wording';

export interface MailText {
  subject: string;
  text: string;
  html: string;
}

interface PrintedLine {
  title: string;
  due: string;
  link: string;
}

interface PrintedProject {
  name: string;
  lines: PrintedLine[];
}

/** The mail of one message in the reader's language. `publicUrl` is the address that links start from. */
export function composeMail(
  projects: readonly ProjectLines[],
  name: string,
  locale: Locale,
  publicUrl: string,
): MailText {
  const base = publicUrl.replace(/\/+$/, '');
  const pick = (text: Bilingual) => (locale === 'en' ? text.en : text.zh);
  const printed = projects.map((project) => printProject(project, locale, pick, base));
  const greeting = pick({ zh: `${name}，您好：`, en: `Hello ${name},` });
  const inbox = { label: pick({ zh: '在收件匣查看', en: 'Open your inbox' }), link: `${base}/inbox` };
  return {
    subject: oneLine(pick(subjectOf(projects))),
    text: asText(greeting, printed, inbox),
    html: asHtml(greeting, printed, inbox, locale),
  };
}

function printProject(
  project: ProjectLines,
  locale: Locale,
  pick: (text: Bilingual) => string,
  base: string,
): PrintedProject {
  const print = (line: MessageLine): PrintedLine => ({
    title: oneLine([line.code, (locale === 'en' && line.titleEn) || line.title].filter(Boolean).join(' ')),
    due: pick(withDay(dueInWords(line.dueDay, project.today), dayInWords(line.dueDay))),
    link: base + line.link,
  });
  return { name: oneLine(project.name), lines: project.lines.map(print) };
}

function withDay(words: Bilingual, day: Bilingual): Bilingual {
  return { zh: `${words.zh}，期限 ${day.zh}`, en: `${words.en} (${day.en})` };
}

interface InboxLink {
  label: string;
  link: string;
}

function asText(greeting: string, projects: readonly PrintedProject[], inbox: InboxLink): string {
  const blocks = projects.map(({ name, lines }) =>
    [name, ...lines.map(({ title, due, link }) => `- ${title}\n  ${due}\n  ${link}`)].join('\n'),
  );
  return [greeting, ...blocks, `${inbox.label}: ${inbox.link}`].join('\n\n') + '\n';
}

function asHtml(greeting: string, projects: readonly PrintedProject[], inbox: InboxLink, locale: Locale): string {
  const blocks = projects.map(({ name, lines }) => {
    const items = lines.map(({ title, due, link }) => `<li>${anchor(title, link)}<br>${escapeHtml(due)}</li>`);
    return `<h2 style="font-size:16px">${escapeHtml(name)}</h2>\n<ul>\n${items.join('\n')}\n</ul>`;
  });
  const body = [`<p>${escapeHtml(greeting)}</p>`, ...blocks, `<p>${anchor(inbox.label, inbox.link)}</p>`].join('\n');
  return `<!doctype html>\n<html lang="${locale}">\n<body style="font-family:sans-serif">\n${body}\n</body>\n</html>\n`;
}

function anchor(text: string, link: string): string {
  return `<a href="${escapeHtml(link)}">${escapeHtml(text)}</a>`;
}

/** Titles come from people: a line break in one must not break a mail header or fake a line of the text. */
function oneLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

import { type Bilingual, type Day, dayAt } from '@convener/kernel';
import {
  mentionInWords,
  type ReminderKind,
  returnedInWords,
  type SubjectNow,
  type SubjectType,
  type When,
  whenDue,
} from '@convener/reminders';

/** One thing to do, as the inbox shows it and the mail prints it. */
export interface MessageLine {
  subjectType: SubjectType;
  subjectId: string;
  title: string;
  titleEn: string | null;
  code: string | null;
  /** Null where it is due on no day. */
  dueDay: Day | null;
  when: When;
  /** What asked for it; lines written before there were kinds have none, and are `due`. */
  kind?: ReminderKind;
  /** What the person says who reminds by hand; of a mention, who wrote the comment; of returned work, why. */
  note?: string;
  /** The rule that asked for it, such as `1d-before`. */
  rule: string;
  /** Path below the public address. */
  link: string;
  /** True where it was told later than its rule allows. */
  missed?: boolean;
  /** What it waits for, where the line says to ask again. */
  waitingFor?: string;
}

/** The lines of one project. `today` is the day in its zone when the lines were written; their words count from it. */
export interface ProjectLines {
  id: string;
  name: string;
  today: Day;
  lines: MessageLine[];
}

/** A reminder that holds, together with its subject as it stands now. */
export interface LiveReminder {
  subjectType: SubjectType;
  subjectId: string;
  rule: string;
  /** When its subject is due. */
  dueDay: Day | null;
  kind?: ReminderKind;
  note?: string | null;
  now: SubjectNow;
  missed?: boolean;
}

/**
 * The lines of one message at an instant (epoch ms): by project, most urgent first, each subject once. Of several
 * reminders of one subject (the server was off for a few mornings) the last one given names the rule.
 */
export function composeLines(reminders: readonly LiveReminder[], at: number): ProjectLines[] {
  const projects = new Map<string, ProjectLines>();
  for (const { subjectType, subjectId, rule, dueDay, kind, note, missed, now } of latestOfEach(reminders)) {
    const project = projects.get(now.projectId) ?? newProject(now, at);
    const { title, titleEn, code, link } = now;
    const when = whenDue(dueDay, project.today);
    const waits = kind === 'follow-up' && now.waitingFor ? { waitingFor: now.waitingFor } : {};
    const asked = { rule, ...(kind && { kind }), ...(note && { note }), ...(missed && { missed }) };
    project.lines.push({ subjectType, subjectId, title, titleEn, code, dueDay, when, ...asked, ...waits, link });
    projects.set(project.id, project);
  }
  for (const project of projects.values()) project.lines.sort(byUrgency);
  return [...projects.values()].sort((a, b) => compare(firstDue(a), firstDue(b)) || compare(a.name, b.name));
}

function newProject({ projectId, projectName, zone }: SubjectNow, at: number): ProjectLines {
  return { id: projectId, name: projectName, today: dayAt(at, zone), lines: [] };
}

/** What the message is about, in one line: the one thing itself, else how many and how many of them overdue. */
export function subjectOf(projects: readonly ProjectLines[]): Bilingual {
  const lines = projects.flatMap((project) => project.lines);
  const [first] = lines;
  if (first && lines.length === 1) {
    const when = wordsOf(first);
    return { zh: `${first.title}：${when.zh}`, en: `${first.titleEn ?? first.title}: ${when.en}` };
  }
  const overdue = lines.filter(({ when, kind }) => when === 'overdue' && !(kind && APART.includes(kind))).length;
  return {
    zh: `${lines.length} 件工作要留意${overdue ? `，其中 ${overdue} 件已逾期` : ''}`,
    en: `${lines.length} items need your attention${overdue ? `, ${overdue} overdue` : ''}`,
  };
}

function wordsOf({ kind, note, when }: MessageLine): Bilingual {
  if (kind === 'mention') return mentionInWords(note);
  if (kind === 'returned') return returnedInWords(note);
  return kind === 'follow-up' ? ASK_AGAIN : WHEN[when];
}

const ASK_AGAIN: Bilingual = { zh: '該追蹤了', en: 'time to ask again' };

const WHEN: Record<When, Bilingual> = {
  overdue: { zh: '已逾期', en: 'overdue' },
  today: { zh: '今天到期', en: 'due today' },
  tomorrow: { zh: '明天到期', en: 'due tomorrow' },
  soon: { zh: '即將到期', en: 'due soon' },
  undated: { zh: '請留意', en: 'needs your attention' },
};

/** What says something of its own, and stands beside what else is told of its subject. */
const APART: readonly ReminderKind[] = ['follow-up', 'mention', 'returned'];

/** Behind every day. */
const LAST = '~';

function latestOfEach(reminders: readonly LiveReminder[]): Iterable<LiveReminder> {
  return new Map(
    reminders.map((reminder) => [`${reminder.subjectId} ${APART.find((kind) => kind === reminder.kind)}`, reminder]),
  ).values();
}

function byUrgency(a: MessageLine, b: MessageLine): number {
  return (
    compare(a.dueDay ?? LAST, b.dueDay ?? LAST) || compare(a.code ?? '', b.code ?? '') || compare(a.title, b.title)
  );
}

function firstDue({ lines }: ProjectLines): Day {
  return lines[0]?.dueDay ?? LAST;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}

import type { LessonKind, Proposal } from '@convener/lessons';
import type { Block, Table } from '@convener/papers';
import type { About } from '@convener/reports';
import type { BookedEntry, ReportBook } from './report-book';
import { column, dayOf, lacksList, missing, yesCell } from './words';

export function incidentsChapter({ registers, entries }: ReportBook, about: About): Block[] {
  const { say } = about;
  const rehearsed = registers.rows('rehearsalFindings');
  return [
    ...lacksList(about, registers, 'incidents'),
    {
      type: 'table',
      caption: say('問題與處理', 'Incidents'),
      columns: [
        column(about, 'day', ['發生日', 'Day']),
        column(about, 'text', ['問題', 'Problem'], 2),
        column(about, 'text', ['地點', 'Place']),
        column(about, 'text', ['原因', 'Cause'], 2),
        column(about, 'text', ['處理情形', 'Handling'], 2),
        column(about, 'name', ['已解決', 'Solved']),
      ],
      rows: registers.rows('incidents').map((row) => ({
        cells: [
          ...[row.day('day'), row.text('problem'), row.text('place'), row.text('cause'), row.text('handling')],
          yesCell(about, row.yes('solved')),
        ],
      })),
      empty: say('沒有登記問題。', 'No incidents are on record.'),
    },
    ...(rehearsed.length === 0
      ? []
      : [
          {
            type: 'table' as const,
            caption: say('彩排發現的問題', 'Findings of rehearsals'),
            columns: [
              column(about, 'day', ['彩排日', 'Rehearsed on']),
              column(about, 'text', ['問題', 'Problem'], 2),
              column(about, 'text', ['解決方案', 'Solution'], 2),
              column(about, 'name', ['已解決', 'Solved']),
            ],
            rows: rehearsed.map((row) => ({
              cells: [
                ...[row.day('rehearsal'), row.text('problem'), row.text('solution')],
                yesCell(about, row.yes('solved')),
              ],
            })),
            empty: '',
          },
        ]),
    ...entryTable(
      about,
      entries.filter(({ kind }) => kind === 'incident' || kind === 'rehearsal'),
    ),
  ];
}

function entryTable(about: About, entries: readonly BookedEntry[]): Table[] {
  const { say } = about;
  if (entries.length === 0) return [];
  const kinds: Record<string, string> = { incident: say('事件', 'Incident'), rehearsal: say('彩排', 'Rehearsal') };
  return [
    {
      type: 'table',
      caption: say('紀錄', 'Records'),
      columns: [
        column(about, 'day', ['日期', 'Day']),
        column(about, 'name', ['種類', 'Kind']),
        column(about, 'text', ['主題', 'What'], 2),
        column(about, 'text', ['經過', 'Notes'], 3),
        column(about, 'text', ['決議', 'Decisions'], 2),
      ],
      rows: entries.map(({ day, kind, title, notes, decisions }) => ({
        cells: [day, kinds[kind] ?? null, title, notes, decisions.join(say('；', '; '))],
      })),
      empty: '',
    },
  ];
}

/** What was learnt, and what templates could change for it; further proposals are written into the chapter's own text. */
export function improvementsChapter({ lessons }: ReportBook, about: About): Block[] {
  const { say, project } = about;
  if (lessons.length === 0)
    return [
      missing(
        about,
        ['還沒有寫下經驗與改善建議。', 'No lessons have been written down yet.'],
        [
          '在專案總覽或工作項目寫下，或寫在這一章的文字裡。',
          'Write them down in the overview or at a work item, or in this chapter’s own text.',
        ],
        `/projects/${project.id}/overview`,
      ),
    ];
  const proposes = lessons.some(({ proposal }) => proposal !== null);
  return [
    {
      type: 'table',
      columns: [
        column(about, 'name', ['類別', 'Kind']),
        column(about, 'text', ['經驗', 'Lesson'], 3),
        ...(proposes ? [column(about, 'text', ['建議範本調整', 'Proposed for templates'], 2)] : []),
        column(about, 'text', ['關於', 'About'], 2),
      ],
      rows: lessons.map((lesson) => ({
        cells: [
          say(...LESSON_WORDS[lesson.kind]),
          lesson.text,
          ...(proposes ? [lesson.proposal && proposalWords(lesson.proposal, about)] : []),
          lesson.about === null
            ? say('整個專案', 'The whole project')
            : [lesson.code, about.name({ title: lesson.about, titleEn: lesson.aboutEn })].filter(Boolean).join(' '),
        ],
      })),
      empty: '',
    },
  ];
}

const LESSON_WORDS: Readonly<Record<LessonKind, readonly [zh: string, en: string]>> = {
  'went-well': ['做得好', 'Went well'],
  'to-change': ['要改進', 'To change'],
  risk: ['風險', 'Risk'],
};

function proposalWords({ what, days = 0, text = '' }: Proposal, { say }: About): string {
  if (what === 'days') {
    const much = Math.abs(days);
    const unit = much === 1 ? 'day' : 'days';
    return days < 0
      ? say(`提前 ${much} 天`, `${much} ${unit} earlier`)
      : say(`延後 ${much} 天`, `${much} ${unit} later`);
  }
  if (what === 'leave-out') return say('拿掉這項工作', 'Leave this task out');
  if (what === 'add-task') return say(`加一項「${text}」`, `Add a task “${text}”`);
  return say(`提醒「${text}」`, `Note: “${text}”`);
}

/** What the project was closed without, and why. */
export function waiversChapter({ closings }: ReportBook, about: About): Block[] {
  const { say, project } = about;
  if (closings.closings.length === 0)
    return [
      missing(
        about,
        ['專案還沒有結案。', 'The project is not closed yet.'],
        ['在「結案」頁結清後結案。', 'Settle what is open, and close it.'],
        `/projects/${project.id}/closing`,
      ),
    ];
  return [
    {
      type: 'table',
      caption: say('結案', 'Closings'),
      columns: [
        column(about, 'number', ['次', 'No.']),
        column(about, 'day', ['結案日', 'Closed on']),
        column(about, 'name', ['結案人', 'By']),
        column(about, 'text', ['說明', 'Note'], 2),
        column(about, 'day', ['重新開啟日', 'Reopened on']),
        column(about, 'text', ['重新開啟的原因', 'Why reopened'], 2),
      ],
      rows: [...closings.closings].reverse().map((one) => ({
        cells: [
          ...[one.number, dayOf(about, one.closedAt), one.closedBy.name, one.note],
          ...[dayOf(about, one.reopenedAt), one.reopenReason],
        ],
      })),
      empty: '',
    },
    {
      type: 'table',
      caption: say('結案時放棄的事項', 'What it was closed without'),
      columns: [
        column(about, 'text', ['事項', 'What'], 2),
        column(about, 'text', ['原因', 'Why'], 3),
        column(about, 'name', ['誰', 'By']),
        column(about, 'day', ['日期', 'On']),
      ],
      rows: closings.waivers.map((waiver) => ({
        cells: [about.name(waiver), waiver.reason, waiver.waivedBy.name, dayOf(about, waiver.waivedAt)],
      })),
      empty: say('沒有放棄的事項。', 'Nothing was waived.'),
    },
  ];
}

import { type BookedWork, deliverableStatus, projectFacts, stageName } from '@convener/documents';
import { groupBy } from '@convener/kernel';
import type { Block, Cell, Pictures, Table } from '@convener/papers';
import { type Deliverable, isSettled } from '@convener/projects';
import type { About } from '@convener/reports';
import { STAGES } from '@convener/templates';
import type { BookedEvidence, ReportBook } from './report-book';
import { column, dayOf, heading, missing } from './words';

export function factsChapter({ work }: ReportBook, about: About): Block[] {
  const { say, project } = about;
  const { members, teams } = work;
  const managers = members.filter(({ role }) => role === 'manager').map(({ name }) => name);
  const crew = members.filter(({ role }) => role !== 'viewer').length;
  const { rows } = projectFacts(about);
  const lacking = [
    ...(project.client ? [] : [say('委託客戶', 'client')]),
    ...(project.venue ? [] : [say('地點', 'venue')]),
  ];
  const [zh, en] = [lacking.join('、'), lacking.join(', ')];
  return [
    {
      type: 'facts',
      rows: [
        ...rows,
        { label: say('專案經理', 'Project manager'), value: managers.join(say('、', ', ')) || '—' },
        { label: say('團隊人數', 'Crew'), value: String(crew) },
        {
          label: say('工作小組', 'Sub-teams'),
          value: teams.map((team) => about.name(team)).join(say('、', ', ')) || '—',
        },
      ],
    },
    ...(lacking.length === 0
      ? []
      : [
          missing(
            about,
            [`專案資料缺：${zh}。`, `The project lacks: ${en}.`],
            ['在「設定」填入。', 'Fill it in in the settings.'],
            `/projects/${project.id}/settings`,
          ),
        ]),
    {
      type: 'table',
      caption: say('活動日程', 'Days of the event'),
      columns: [column(about, 'text', ['日程', 'What']), column(about, 'day', ['日期', 'Day'])],
      rows: project.anchors.map((anchor) => ({ cells: [about.name(anchor), anchor.day] })),
      empty: say('沒有其他日程。', 'There are no other days.'),
    },
  ];
}

/** What was accepted of each stage, with what shows it, and the photos among that. */
export function deliverablesChapter({ work, evidenceOf, nameOf }: ReportBook, about: About): Block[] {
  const { project } = about;
  const parts = work.work.flatMap((one) => one.deliverables.map((deliverable) => ({ one, deliverable })));
  const done = parts.filter(({ deliverable }) => isAccepted(deliverable));
  const open = parts.filter(({ deliverable }) => !isSettled(deliverable)).length;
  const bare = done.filter(
    ({ deliverable: { id, evidence } }) => evidence === 'required' && !evidenceOf.has(id),
  ).length;
  const stages = STAGES.flatMap((stage): Block[] => {
    const own = done.filter(({ one }) => one.item.stage === stage);
    if (own.length === 0) return [];
    const rows = own.map(({ deliverable }) => ({ cells: acceptedCells(about, deliverable, evidenceOf, nameOf) }));
    const photos = own.flatMap(({ deliverable }) => photosOf(about, deliverable, evidenceOf));
    const pictures: Pictures[] = photos.length === 0 ? [] : [{ type: 'pictures', columns: 2, items: photos }];
    return [
      { type: 'heading' as const, level: 2 as const, text: stageName(about, stage) },
      { ...acceptedTable(about), rows },
      ...pictures,
    ];
  });
  return [
    ...(stages.length === 0 ? [{ ...acceptedTable(about), rows: [] }] : stages),
    ...(open === 0
      ? []
      : [
          missing(
            about,
            [`還有 ${open} 項產出沒有驗收或交付。`, `${open} deliverables are neither accepted nor delivered yet.`],
            ['在檢核表交付、驗收，或寫明免交的原因。', 'Hand them in, accept them, or waive them in the checklist.'],
            `/projects/${project.id}`,
          ),
        ]),
    ...(bare === 0
      ? []
      : [
          missing(
            about,
            [`${bare} 項已驗收的產出沒有佐證。`, `${bare} accepted deliverables have nothing that shows them.`],
            ['在檢核表的工作項目加入檔案或連結。', 'Add files or links to them in the checklist.'],
            `/projects/${project.id}`,
          ),
        ]),
  ];
}

export const isAccepted = ({ status }: Pick<Deliverable, 'status'>) => status === 'accepted' || status === 'delivered';

const acceptedTable = (about: About): Omit<Table, 'rows'> => ({
  type: 'table',
  columns: [
    column(about, 'code', ['代碼', 'Code']),
    column(about, 'text', ['產出', 'Deliverable'], 2),
    column(about, 'name', ['狀態', 'Status']),
    column(about, 'day', ['日期', 'Day']),
    column(about, 'name', ['驗收人', 'Accepted by']),
    column(about, 'text', ['佐證', 'Evidence'], 2),
  ],
  empty: about.say('還沒有已驗收或交付的產出。', 'Nothing has been accepted or delivered yet.'),
});

function acceptedCells(
  about: About,
  deliverable: Deliverable,
  evidenceOf: ReportBook['evidenceOf'],
  nameOf: ReportBook['nameOf'],
): Cell[] {
  const { id, code, settledAt, settledBy } = deliverable;
  // Handed in again with the same words and link, it is still one.
  const evidence = new Set((evidenceOf.get(id) ?? []).map(({ text }) => text).filter(Boolean));
  return [
    ...[code, about.name(deliverable), deliverableStatus(about, deliverable)],
    ...[dayOf(about, settledAt), nameOf(settledBy), [...evidence].join('\n')],
  ];
}

function photosOf(about: About, deliverable: Deliverable, evidenceOf: ReportBook['evidenceOf']): Pictures['items'] {
  const of = about.name(deliverable);
  return (evidenceOf.get(deliverable.id) ?? []).flatMap(({ picture }: BookedEvidence) => {
    if (!picture) return [];
    const { fileId, name, width, height } = picture;
    const title = name.replace(/\.[a-z0-9]{2,5}$/i, '');
    const caption = title.startsWith(of) ? title : about.say(`${of}：${title}`, `${of}: ${title}`);
    return [{ fileId, caption, width, height }];
  });
}

/** Whether each indicator was met, by its standard. */
export function indicatorsChapter(book: ReportBook, about: About): Block[] {
  const { say, project } = about;
  const byStandard = groupBy(
    book.work.work.filter(({ checks }) => checks.length > 0),
    ({ item }) => item.standard ?? '',
  );
  const open = book.work.work.flatMap(({ checks }) => checks).filter(({ state }) => state === 'open').length;
  if (byStandard.size === 0)
    return [{ type: 'text', text: say('專案沒有驗收要點。', 'The project has no indicators.') }];
  return [
    ...[...byStandard].flatMap(([slug, work]) => [
      heading(about, ...(slug === '' ? OWN : ([book.standardName(slug), book.standardName(slug)] as const))),
      indicatorFacts(about, work),
      indicatorTable(about, work, book),
    ]),
    ...(open === 0
      ? []
      : [
          missing(
            about,
            [`${open} 項行為指標還沒有確認。`, `${open} indicators are not decided yet.`],
            ['在檢核表確認，或寫明不適用的原因。', 'Tick them in the checklist, or say why they do not apply.'],
            `/projects/${project.id}`,
          ),
        ]),
  ];
}

const OWN = ['專案自訂', 'The project’s own'] as const;

function indicatorFacts({ say }: About, work: readonly BookedWork[]): Block {
  const checks = work.flatMap((one) => one.checks);
  const count = (wanted: string) => checks.filter(({ state }) => state === wanted).length;
  return {
    type: 'facts',
    rows: [
      { label: say('達成', 'Met'), value: String(count('ticked')) },
      { label: say('未達成', 'Not met'), value: String(count('open')) },
      { label: say('不適用', 'Not applicable'), value: String(count('not-applicable')) },
    ],
  };
}

function indicatorTable(about: About, work: readonly BookedWork[], { nameOf }: ReportBook): Table {
  const { say } = about;
  const states: Record<string, Cell> = {
    ticked: { value: say('達成', 'Met'), tone: 'good' },
    open: { value: say('未達成', 'Not met'), tone: 'bad' },
    'not-applicable': { value: say('不適用', 'Not applicable'), tone: 'quiet' },
  };
  return {
    type: 'table',
    columns: [
      column(about, 'code', ['代碼', 'Code']),
      column(about, 'text', ['行為指標', 'Indicator'], 3),
      column(about, 'name', ['結果', 'Result']),
      column(about, 'name', ['確認人', 'Decided by']),
      column(about, 'day', ['確認日', 'On']),
      column(about, 'text', ['說明', 'Reason'], 2),
    ],
    rows: work.flatMap((one) => [
      { group: [one.item.code, about.name(one.item)].filter(Boolean).join(' ') },
      ...one.checks.map(({ code, text, state, decidedBy, decidedAt, reason }) => ({
        cells: [code, text, states[state]!, nameOf(decidedBy), dayOf(about, decidedAt), reason],
      })),
    ]),
    empty: '',
  };
}

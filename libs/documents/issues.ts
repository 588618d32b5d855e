import { groupBy } from '@convener/kernel';
import type { Block, Cell, Table } from '@convener/papers';
import { plainRows, readAll } from '@convener/platform';
import { RecordEntry } from '@convener/records';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { factsWith, heading } from './blocks';
import { type Issue, isOpenIssue, issuesOf } from './issues.rules';
import { peopleNames } from './people-names';
import { readRegisterBook, type RegisterBook } from './register-book';
import { CHECKED, PREPARED, signedBy } from './work-words';

/** What went wrong, and what was done about it. */
export const ISSUE_DOCUMENTS: readonly DocumentKind[] = [
  {
    key: 'issue-log',
    group: 'on-site',
    name: { zh: '問題紀錄與處理表', en: 'Issue log' },
    says: {
      zh: '突發狀況、彩排問題與紀錄中的狀況，依時間列出處理情形、負責人與是否解決。',
      en: 'Incidents, findings of rehearsals and what records tell, in time order, with handling, owner and outcome.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    write: async (em, about) => ({ page: 'landscape', blocks: await issueBlocks(em, about) }),
  },
];

async function issueBlocks(em: EntityManager, about: About): Promise<Block[]> {
  const { say, project } = about;
  const book = await readRegisterBook(em, about, ['incidents', 'rehearsalFindings']);
  const entries = await readAll(em, RecordEntry, ENTRIES, [project.id]);
  const made = await plainRows<{ id: string; status: string }>(em, MADE, [project.id]);
  const people = entries.flatMap(({ actions }) => actions.map(({ assigneeId }) => assigneeId));
  const nameOf = await peopleNames(em, people);
  const statusOf = groupBy(made, ({ id }) => id);
  const doneOf = (id: string) => {
    const work = statusOf.get(id);
    return work ? work.every(({ status }) => status === 'done') : null;
  };
  const issues = issuesOf(about, book.rows('incidents'), book.rows('rehearsalFindings'), entries, { nameOf, doneOf });
  const open = issues.filter(isOpenIssue);
  const nothing = say('沒有問題紀錄。', 'Nothing has been written down.');
  return [
    factsWith(about, { zh: '筆數', en: 'Entries', value: counted(about, issues.length, open.length) }),
    ...noList(about, book, issues),
    heading(about, '未解決的問題', 'Not solved yet'),
    table(about, open, say('沒有未解決的問題。', 'Everything is solved.')),
    heading(about, '全部紀錄（依時間）', 'All, in time order'),
    table(about, issues, nothing),
    signedBy(about, PREPARED, CHECKED),
  ];
}

const counted = ({ say }: About, all: number, open: number) =>
  say(`共 ${all} 筆，未解決 ${open} 筆`, `${all} in all, ${open} not solved`);

function noList({ say, project }: About, book: RegisterBook, issues: readonly Issue[]): Block[] {
  if (issues.length > 0 || book.lists('incidents').length > 0) return [];
  return [
    {
      type: 'missing',
      what: say(
        '專案還沒有「問題紀錄與處理表」，也沒有突發狀況的紀錄。',
        'There is no list of incidents, and no record of one.',
      ),
      where: say('在「清單」新增問題紀錄與處理表。', 'Add the list of incidents among the lists.'),
      href: `/projects/${project.id}/registers`,
    },
  ];
}

function table(about: About, issues: readonly Issue[], empty: string): Table {
  const { say } = about;
  const solved = (yes: boolean | null): Cell => {
    if (yes === null) return { value: say('未註明', 'Not said'), tone: 'warn' };
    return yes ? { value: say('已解決', 'Solved'), tone: 'good' } : { value: say('未解決', 'Open'), tone: 'bad' };
  };
  const from = {
    incidents: say('突發狀況', 'Incident'),
    rehearsalFindings: say('彩排', 'Rehearsal'),
    record: say('紀錄', 'Record'),
  };
  return {
    type: 'table',
    columns: [
      { label: say('日期', 'Day'), kind: 'day' },
      { label: say('來源', 'From'), kind: 'name' },
      { label: say('問題', 'Problem'), kind: 'text', weight: 3 },
      { label: say('地點', 'Place'), kind: 'text' },
      { label: say('原因', 'Cause'), kind: 'text', weight: 2 },
      { label: say('處理情形', 'Handling'), kind: 'text', weight: 3 },
      { label: say('負責人', 'In charge'), kind: 'name' },
      { label: say('是否解決', 'Solved'), kind: 'name' },
    ],
    rows: issues.map((one) => ({
      cells: [one.day, from[one.from], one.problem, one.place, one.cause, one.handling, one.owner, solved(one.solved)],
    })),
    empty,
  };
}

const ENTRIES = `WHERE t.kind = 'incident' AND t.deliverable_id IN (SELECT id FROM deliverables WHERE project_id = ?)
  ORDER BY t.day, t.id`;
const MADE = `SELECT o.from_id AS "id", w.status FROM work_origins o JOIN work_items w ON w.id = o.work_item_id
  WHERE w.project_id = ? AND o.kind = 'record-action'`;

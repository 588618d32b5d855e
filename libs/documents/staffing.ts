import { groupBy } from '@convener/kernel';
import type { Block, Cell, Table, TableRow } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { lacking } from './blocks';
import type { BookedRow } from './booked-row';
import { sumOf } from './money';
import { readRegisterBook } from './register-book';
import { type BookedMember, readWorkBook, type WorkBook } from './work-book';
import { CHECKED, PREPARED, signedBy } from './work-words';
import { projectFacts } from './words';

const STAFFING = 'staffing';

/** Who stands where and when, and how everybody is reached. */
export const STAFFING_DOCUMENTS: readonly DocumentKind[] = [
  {
    key: 'staffing',
    group: 'on-site',
    name: { zh: '人力配置表', en: 'Staffing' },
    says: {
      zh: '各場所、各班別應配置與已配置的人力、負責人與工作人員。',
      en: 'How many people each place and shift needs and has, who is in charge, and who works there.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    write: async (em, about) => ({ page: 'landscape', blocks: await staffingBlocks(em, about) }),
  },
  {
    key: 'contact-list',
    group: 'people',
    name: { zh: '工作人員通訊錄', en: 'Contact list' },
    says: {
      zh: '各工作小組的成員、角色與電子郵件。',
      en: 'The members of each sub-team with their roles and e-mail addresses.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'leads',
    write: async (em, about) => ({ blocks: [projectFacts(about), contacts(about, await readWorkBook(em, about))] }),
  },
];

async function staffingBlocks(em: EntityManager, about: About): Promise<Block[]> {
  const { say } = about;
  const book = await readRegisterBook(em, about, [STAFFING]);
  const rows = book.rows(STAFFING);
  const hidden = book.lists(STAFFING).some(({ register, columns }) => {
    const seen = new Set(columns.map(({ key }) => key));
    return register.columns.some(({ key }) => key === 'people' && !seen.has(key));
  });
  const note = say(
    '工作人員姓名屬個人資料，您沒有權限查看，因此沒有列出。',
    'Who works there is personal data that you may not see, so it is left out.',
  );
  return [
    projectFacts(about),
    ...lacking(about, book, STAFFING, ['人力配置表', 'Staffing']),
    ...(hidden && rows.length > 0 ? [{ type: 'text' as const, tone: 'note' as const, text: note }] : []),
    staffingTable(about, rows, !hidden),
    signedBy(about, PREPARED, CHECKED),
  ];
}

function staffingTable(about: About, rows: readonly BookedRow[], names: boolean): Table {
  const { say } = about;
  const ordered = [...rows].sort((a, b) => compare(startOf(a), startOf(b)));
  const places = new Set(rows.map((row) => row.text('place')));
  const byPlace = groupBy(ordered, (row) => row.text('place'));
  const short = sumOf(rows.map(shortOf)) ?? 0;
  const total = (key: string) => sumOf(rows.map((row) => row.number(key)));
  return {
    type: 'table',
    columns: [
      { label: say('班別', 'Shift'), kind: 'name' },
      { label: say('工作內容', 'Work'), kind: 'text', weight: 2 },
      { label: say('應配置', 'Needed'), kind: 'number' },
      { label: say('已配置', 'Assigned'), kind: 'number' },
      { label: say('不足', 'Short of'), kind: 'number' },
      { label: say('臨時人員', 'Temporary'), kind: 'number' },
      { label: say('負責人', 'In charge'), kind: 'name' },
      ...(names ? [{ label: say('工作人員', 'Staff'), kind: 'text' as const, weight: 3 }] : []),
      { label: say('備註', 'Note'), kind: 'text' },
    ],
    rows: [...places].flatMap((place): TableRow[] => [
      { group: place ?? say('未註明場所', 'No place') },
      ...byPlace.get(place)!.map((row) => ({ cells: shiftCells(row, names) })),
    ]),
    ...(rows.length > 0 && {
      totals: [
        ...[
          say('合計', 'Total'),
          null,
          total('needed'),
          total('assigned'),
          short === 0 ? 0 : { value: short, tone: 'bad' as const },
          total('temporary'),
        ],
        ...[null, ...(names ? [null] : []), null],
      ],
    }),
    empty: say('人力配置表還沒有資料。', 'The list of staffing has no rows yet.'),
  };
}

function shortOf(row: BookedRow): number | null {
  const needed = row.number('needed');
  return needed === null ? null : Math.max(0, needed - (row.number('assigned') ?? 0));
}

function shiftCells(row: BookedRow, names: boolean): Cell[] {
  const [needed, assigned] = [row.number('needed'), row.number('assigned')];
  const short = shortOf(row);
  return [
    ...[row.text('shift'), row.text('work'), needed, assigned],
    short ? { value: short, tone: 'bad' } : short,
    ...[row.number('temporary'), row.text('lead'), ...(names ? [row.text('people')] : []), row.text('note')],
  ];
}

/** Shifts of an event are days with times or times alone; what has neither comes last. */
const startOf = (row: BookedRow) => row.range('shift')?.[0] ?? '~';
const compare = (a: string, b: string) => (a < b ? -1 : Number(a > b));

function contacts(about: About, { teams, members }: WorkBook): Table {
  const { say } = about;
  const managers = members.filter(({ role }) => role === 'manager');
  const client = members.filter(({ role }) => role === 'viewer');
  const groups = [
    { name: say('專案經理', 'Project managers'), of: managers.map((one) => contactCells(about, one, null)) },
    ...teams.map(({ id, ...team }) => ({
      name: about.name(team),
      of: members.flatMap((one) => {
        const place = one.teams.find(({ teamId }) => teamId === id);
        return place ? [contactCells(about, one, place.lead)] : [];
      }),
    })),
    { name: say('未分小組', 'No sub-team'), of: unplaced(members).map((one) => contactCells(about, one, false)) },
    { name: say('客戶', 'Client'), of: client.map((one) => contactCells(about, one, null)) },
  ];
  return {
    type: 'table',
    columns: [
      { label: say('姓名', 'Name'), kind: 'name' },
      { label: say('職責', 'Part'), kind: 'name' },
      { label: say('電子郵件', 'E-mail'), kind: 'text', weight: 2 },
    ],
    rows: groups.flatMap(({ name, of }): TableRow[] =>
      of.length === 0 ? [] : [{ group: name }, ...of.map((cells) => ({ cells }))],
    ),
    empty: say('還沒有成員。', 'There are no members yet.'),
  };
}

const unplaced = (members: readonly BookedMember[]) =>
  members.filter(({ role, teams }) => role === 'member' && teams.length === 0);

function contactCells({ say }: About, { name, email, role }: BookedMember, lead: boolean | null): Cell[] {
  const words = { manager: say('專案經理', 'Project manager'), viewer: say('客戶', 'Client') } as const;
  const part = role === 'manager' || role === 'viewer' ? words[role] : say('成員', 'Member');
  return [name, lead === true ? say('組長', 'Lead') : part, email];
}

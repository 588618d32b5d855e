import { dayAt, timeAt } from '@convener/kernel';
import { type Block, type Cell, type Table, type TableColumn, type TableRow, withoutBlank } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import { kindName, listChoice, listHref, NO_LIST, noList } from './guest-choices';
import { checkedInLists, type Guest, type GuestList, readGuestList, readPeopleLists } from './guest-list';
import { amount, moneyCell } from './money';
import { projectFacts } from './words';

/** 報到登錄表／實際報到人員名單: who came, when, to which desk, and who did not. */
export const ARRIVALS: DocumentKind = {
  key: 'arrivals',
  group: 'on-site',
  name: { zh: '報到登錄表', en: 'Attendance record' },
  says: {
    zh: '實際報到人員、時間、報到台、現場報名與收費，以及未報到名單。',
    en: 'Who arrived, when and at which desk, walk-ins and fees taken, and who did not come.',
  },
  formats: ['pdf', 'docx', 'xlsx'],
  audience: 'leads',
  async choices(em, project, actor) {
    const lists = await readPeopleLists(em, { project, actor });
    const checkedIn = await checkedInLists(em, project.id);
    const first = lists.filter(({ id }) => checkedIn.has(id));
    return [listChoice([...first, ...lists.filter(({ id }) => !checkedIn.has(id))])];
  },
  async write(em, about) {
    const { register = NO_LIST } = about.chosen;
    const list = register === NO_LIST ? null : await readGuestList(em, about, register);
    if (!list) return { page: 'landscape', blocks: [projectFacts(about), noList(about)] };
    return { page: 'landscape', blocks: arrivalsBlocks(list, about) };
  },
};

export function arrivalsBlocks(list: GuestList, about: About): Block[] {
  const { say, name } = about;
  if (!list.desks) return [projectFacts(about), notOpened(list, about)];
  const there = list.guests.filter(({ arrivedAt }) => arrivedAt !== null);
  there.sort((a, b) => a.arrivedAt! - b.arrivedAt!);
  const away = list.guests.filter(({ arrivedAt }) => arrivedAt === null);
  const payments = list.guests.flatMap((guest) => guest.payments);
  const taken = payments.reduce((sum, { hundredths }) => sum + hundredths, 0);
  return [
    {
      type: 'facts',
      rows: [
        ...projectFacts(about).rows,
        { label: say('名單', 'List'), value: name(list.register) },
        { label: say('報到', 'Arrived'), value: `${there.length} / ${list.guests.length}` },
        { label: say('現場報名', 'Walk-ins'), value: String(list.guests.filter(({ walkIn }) => walkIn).length) },
        {
          label: say('現場收費', 'Taken at the desks'),
          value: say(`${payments.length} 筆，${amount(taken)}`, `${payments.length} payments, ${amount(taken)}`),
        },
      ],
    },
    kindsTable(list, about),
    { type: 'heading', level: 1, text: say('實際報到人員名單', 'Who arrived') },
    arrivedTable(list, there, taken, about),
    { type: 'heading', level: 1, text: say('未報到名單', 'Who did not come') },
    awayTable(list, away, about),
  ];
}

function kindsTable(list: GuestList, about: About): Block {
  const { say } = about;
  const kinds = [...new Set(list.guests.map(({ kind }) => kind))];
  const arrived = list.guests.filter(({ arrivedAt }) => arrivedAt !== null).length;
  const rows = kinds.map((kind): TableRow => {
    const own = list.guests.filter((guest) => guest.kind === kind);
    const there = own.filter(({ arrivedAt }) => arrivedAt !== null).length;
    const label = kindName(list, kind, about) || say('未填', 'Not said');
    return { cells: [label, own.length, there, own.length - there] };
  });
  return {
    type: 'table',
    caption: say('報到人數', 'Counts'),
    columns: [
      { label: say('身分', 'Kind'), kind: 'text' },
      { label: say('應到', 'Expected'), kind: 'number' },
      { label: say('實到', 'Arrived'), kind: 'number' },
      { label: say('未到', 'Not there'), kind: 'number' },
    ],
    rows,
    ...(rows.length > 1 && {
      totals: [say('合計', 'Total'), list.guests.length, arrived, list.guests.length - arrived],
    }),
    empty: say('名單上還沒有人。', 'There is nobody on the list yet.'),
  };
}

const personColumns = ({ say }: About): TableColumn[] => [
  { label: say('編號', 'Number'), kind: 'code' },
  { label: say('姓名', 'Name'), kind: 'name' },
  { label: say('單位', 'Organisation'), kind: 'text', weight: 2 },
  { label: say('身分', 'Kind'), kind: 'name' },
];

const personCells = (list: GuestList, { number, name, organisation, kind }: Guest, about: About): Cell[] => [
  ...[number, name, organisation, kindName(list, kind, about)],
];

function arrivedTable(list: GuestList, there: readonly Guest[], taken: number, about: About): Block {
  const { say, project } = about;
  const table: Table = {
    type: 'table',
    columns: [
      ...personColumns(about),
      { label: say('報到日期', 'Day'), kind: 'day' },
      { label: say('時間', 'Time'), kind: 'code' },
      { label: say('報到台', 'Desk'), kind: 'code' },
      { label: say('現場報名', 'Walk-in'), kind: 'tick' },
      { label: say('現場收費', 'Fee taken'), kind: 'money' },
      { label: say('收據號碼', 'Receipt'), kind: 'code' },
    ],
    rows: there.map((guest) => {
      const paid = guest.payments.reduce((sum, { hundredths }) => sum + hundredths, 0);
      const receipts = guest.payments.map(({ receipt }) => receipt).join('、');
      return {
        cells: [
          ...personCells(list, guest, about),
          ...[dayAt(guest.arrivedAt!, project.zone), timeAt(guest.arrivedAt!, project.zone)],
          ...[list.desks?.get(guest.deskId ?? '')?.code ?? null, guest.walkIn ? '✓' : null],
          ...[guest.payments.length > 0 ? moneyCell(paid) : null, receipts || guest.row.text('receipt')],
        ],
      };
    }),
    ...(there.some(({ payments }) => payments.length > 0) && {
      totals: [say('合計', 'Total'), null, null, null, null, null, null, null, moneyCell(taken), null],
    }),
    empty: say('還沒有人報到。', 'Nobody has arrived yet.'),
  };
  // Where nobody walked in and no fee was taken, the opening facts say so.
  return withoutBlank(table, ({ kind }) => kind === 'tick' || kind === 'money');
}

function awayTable(list: GuestList, away: readonly Guest[], about: About): Block {
  const { say } = about;
  const rows = away.map((guest): TableRow => ({ cells: personCells(list, guest, about) }));
  return { type: 'table', columns: personColumns(about), rows, empty: say('全部都到了。', 'Everybody came.') };
}

const notOpened = (list: GuestList, about: About): Block => ({
  type: 'missing',
  what: about.say('這份名單還沒有開放報到。', 'No check-in of this list has been opened.'),
  where: about.say('在名單的「報到」開放。', 'Open it on the page of the list’s check-in.'),
  href: `${listHref(about, list)}/check-in`,
});

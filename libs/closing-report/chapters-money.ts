import {
  type BookedRow,
  budgetLines,
  budgetProgress,
  type Expense,
  expensesOf,
  type Hundredths,
  moneyCell,
  percentCell,
  percentOf,
  type Source,
  SPENDING_PRESETS,
  sumOf,
} from '@convener/documents';
import type { Block, Cell, Table } from '@convener/papers';
import type { About } from '@convener/reports';
import type { ReportBook } from './report-book';
import { column, heading, lacksCells, lacksCheckIn, lacksList, type Said, unknown } from './words';

const NAMES = {
  bills: ['帳單', 'Bills'],
  purchases: ['採購', 'Purchases'],
  reimbursements: ['機票住宿核銷', 'Flights and lodging'],
} as const;

/** Everything that was bought or paid back. By which workflow is nothing that the report asks. */
function spending({ registers }: Pick<ReportBook, 'registers'>, about: Pick<About, 'say'>): Expense[] {
  const rows = (preset: keyof typeof NAMES) => registers.rows(preset);
  const lists = { bills: rows('bills'), purchases: rows('purchases'), reimbursements: rows('reimbursements') };
  return expensesOf(about, lists, (text) => text);
}

/** What was spent, by the very rule of the budget control sheet: two papers of one project say one figure. */
export function spentOf(
  book: Pick<ReportBook, 'registers'>,
  about: Pick<About, 'say'>,
): { total: Hundredths | null; from: Source } {
  const lines = budgetLines(book.registers.rows('budget'), (text) => text);
  const { total, actualFrom } = budgetProgress(lines, spending(book, about), [], []);
  return { total: total.actual, from: actualFrom };
}

export const totalOf = (rows: readonly BookedRow[], key: string) => sumOf(rows.map((row) => row.money(key)));

/** What was to be reached, and what was. */
export function targetsChapter(book: ReportBook, about: About): Block[] {
  const rows = [...workTargets(book, about), ...moneyTargets(book, about)];
  return [
    ...lacksCheckIn(about, book.registrations),
    {
      type: 'table',
      columns: [
        column(about, 'text', ['項目', 'What'], 2),
        column(about, 'number', ['目標', 'Target']),
        column(about, 'number', ['結果', 'Result']),
        column(about, 'number', ['達成率', 'Rate']),
      ],
      rows: rows.map((cells) => ({ cells })),
      empty: '',
    },
  ];
}

function workTargets({ work, registrations }: ReportBook, about: About): Cell[][] {
  const { say } = about;
  const live = work.work.filter(({ item }) => item.status !== 'not-applicable');
  const done = live.filter(({ item }) => item.status === 'done').length;
  const deliverables = live.flatMap((one) => one.deliverables).filter(({ status }) => status !== 'waived');
  const accepted = deliverables.filter(({ status }) => status === 'accepted' || status === 'delivered').length;
  const checks = live.flatMap((one) => one.checks).filter(({ state }) => state !== 'not-applicable');
  const met = checks.filter(({ state }) => state === 'ticked').length;
  const opened = registrations.filter((list) => list.opened);
  // Both figures are of the same lists; of those without a check-in only how many registered is known.
  const expected = peopleOf(opened.length > 0 ? opened : registrations, 'expected');
  const row = (label: string, target: number | null, result: number | null): Cell[] => [
    ...[label, target ?? unknown(about), result ?? unknown(about), percentCell(percentOf(result, target))],
  ];
  return [
    row(say('完成的工作項目', 'Work items done'), live.length, done),
    row(say('驗收或交付的產出', 'Deliverables accepted or delivered'), deliverables.length, accepted),
    row(say('達成的行為指標', 'Indicators met'), checks.length, met),
    row(say('報到人數（目標：報名人數）', 'Arrivals (target: registrations)'), expected, peopleOf(opened, 'arrived')),
  ];
}

/** Null where no list has a row. */
function peopleOf(lists: ReportBook['registrations'], key: 'expected' | 'arrived'): number | null {
  const counts = lists.flatMap((list) => list.counts);
  return counts.length === 0 ? null : counts.reduce((all, one) => all + one[key], 0);
}

function moneyTargets(book: ReportBook, about: About): Cell[][] {
  const { say } = about;
  const rowsOf = (preset: string) => book.registers.rows(preset);
  const collected = rowsOf('sponsors').filter((row) => row.yes('collected') === true);
  const cell = (value: Hundredths | null) => (value === null ? unknown(about) : moneyCell(value));
  const row = (words: Said, target: Hundredths | null, result: Hundredths | null): Cell[] => [
    ...[say(...words), cell(target), cell(result), percentCell(percentOf(result, target))],
  ];
  return [
    row(
      ['支出（目標：預算）', 'Spent (target: budget)'],
      totalOf(rowsOf('budget'), 'planned'),
      spentOf(book, about).total,
    ),
    row(
      ['收入（目標：預估收入）', 'Income (target: expected)'],
      ...([totalOf(rowsOf('income'), 'expected'), totalOf(rowsOf('income'), 'received')] as const),
    ),
    row(
      ['贊助收款（目標：贊助金額）', 'Sponsorship collected (target: agreed)'],
      ...([totalOf(rowsOf('sponsors'), 'amount'), totalOf(collected, 'amount')] as const),
    ),
  ];
}

export function budgetChapter(book: ReportBook, about: About): Block[] {
  const { registers } = book;
  const { from } = spentOf(book, about);
  return [
    ...lacksList(about, registers, 'budget'),
    ...lacksCells(about, registers, 'budget', ['預算', 'Planned'], (row) => row.money('planned') === null),
    heading(about, '預算與實支', 'Planned and spent'),
    budgetTable(about, registers.rows('budget')),
    ...(from === 'papers' ? [note(about)] : []),
    heading(about, '支出單據', 'What the papers come to'),
    papersTable(about, book),
    heading(about, '收入', 'Income'),
    ...lacksList(about, registers, 'income'),
    incomeTable(about, registers.rows('income')),
  ];
}

const note = ({ say }: About): Block => ({
  type: 'text',
  tone: 'note',
  text: say(
    '預算表沒有填實支，總支出以帳單、採購與核銷的金額計（含未付款）。',
    'The budget says nothing of what was spent, so bills, purchases and reimbursements are counted, paid or not.',
  ),
});

function budgetTable(about: About, rows: readonly BookedRow[]): Table {
  const { say } = about;
  const figures = (planned: Hundredths | null, actual: Hundredths | null): Cell[] => {
    const left = planned === null || actual === null ? null : planned - actual;
    const tone = left !== null && left < 0 ? 'bad' : undefined;
    return [
      moneyCell(planned),
      moneyCell(actual),
      moneyCell(left, tone),
      percentCell(percentOf(actual, planned), tone),
    ];
  };
  return {
    type: 'table',
    columns: [
      column(about, 'text', ['項目', 'Item'], 2),
      column(about, 'text', ['工作流程', 'Workflow']),
      column(about, 'money', ['預算', 'Planned']),
      column(about, 'money', ['實支', 'Spent']),
      column(about, 'money', ['餘額', 'Left']),
      column(about, 'number', ['執行率', 'Rate']),
    ],
    rows: rows.map((row) => ({
      cells: [row.text('item'), row.text('workflow'), ...figures(row.money('planned'), row.money('actual'))],
    })),
    ...(rows.length > 0 && {
      totals: [say('合計', 'Total'), null, ...figures(totalOf(rows, 'planned'), totalOf(rows, 'actual'))],
    }),
    empty: say('預算表還沒有資料。', 'The budget has no rows yet.'),
  };
}

/** Bills, purchases and reimbursements: how many, and what they come to. */
export function papersTable(about: About, book: Pick<ReportBook, 'registers'>): Table {
  const { say } = about;
  const all = spending(book, about);
  const found = SPENDING_PRESETS.map((preset) => ({
    name: NAMES[preset],
    own: all.filter(({ from }) => from === preset),
  })).filter(({ own }) => own.length > 0);
  const sum = (of: readonly Expense[]) => moneyCell(sumOf(of.map(({ amount }) => amount)));
  return {
    type: 'table',
    columns: [
      column(about, 'text', ['單據', 'Papers'], 2),
      column(about, 'number', ['筆數', 'How many']),
      column(about, 'money', ['金額', 'Amount']),
    ],
    rows: found.map(({ name, own }) => ({ cells: [say(name[0], name[1]), own.length, sum(own)] })),
    ...(found.length > 0 && { totals: [say('合計', 'Total'), all.length, sum(all)] }),
    empty: say('還沒有帳單、採購或核銷。', 'There are no bills, purchases or reimbursements yet.'),
  };
}

function incomeTable(about: About, rows: readonly BookedRow[]): Table {
  const { say } = about;
  const figures = (expected: Hundredths | null, received: Hundredths | null): Cell[] => [
    ...[moneyCell(expected), moneyCell(received), percentCell(percentOf(received, expected))],
  ];
  return {
    type: 'table',
    columns: [
      column(about, 'text', ['項目', 'Item'], 2),
      column(about, 'money', ['預估收入', 'Expected']),
      column(about, 'money', ['實收', 'Received']),
      column(about, 'number', ['達成率', 'Rate']),
      column(about, 'day', ['收款日', 'Received on']),
    ],
    rows: rows.map((row) => ({
      cells: [row.text('item'), ...figures(row.money('expected'), row.money('received')), row.day('receivedOn')],
    })),
    ...(rows.length > 0 && {
      totals: [say('合計', 'Total'), ...figures(totalOf(rows, 'expected'), totalOf(rows, 'received')), null],
    }),
    empty: say('收入表還沒有資料。', 'The list of income has no rows yet.'),
  };
}

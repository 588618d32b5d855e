import { amount, type BookedRow, moneyCell, percentCell, percentOf } from '@convener/documents';
import type { Block, Cell } from '@convener/papers';
import { type RegisterColumn, SOURCES_OF_FUNDS } from '@convener/register-presets';
import type { About } from '@convener/reports';
import { papersTable, spentOf, totalOf } from './chapters-money';
import type { ReportBook } from './report-book';
import { column, lacksCells, lacksList, missing } from './words';

/** 收支報告表: what came in against what went out, as whoever subsidises an event asks for it. */
export function statementChapter(book: ReportBook, about: About): Block[] {
  const { say } = about;
  const { registers } = book;
  const income = registers.rows('income');
  const received = totalOf(income, 'received');
  const spent = spentOf(book, about);
  const line = (row: BookedRow, keys: { amount: string }): { cells: Cell[] } => ({
    cells: [row.text('item'), moneyCell(row.money(keys.amount)), row.text('note')],
  });
  const papers = papersTable(about, book);
  const columns = [
    column(about, 'text', ['科目', 'Item'], 2),
    column(about, 'money', ['金額', 'Amount']),
    column(about, 'text', ['說明', 'Note']),
  ];
  return [
    ...lacksList(about, registers, 'income'),
    ...lacksCells(about, registers, 'income', ['實收', 'Received'], (row) => row.money('received') === null),
    ...(spent.total === null ? lacksList(about, registers, 'budget') : []),
    {
      ...{
        type: 'table',
        caption: say('一、收入', 'Income'),
        columns,
        rows: income.map((row) => line(row, { amount: 'received' })),
      },
      ...(income.length > 0 && { totals: [say('收入合計', 'Total income'), moneyCell(received), null] }),
      empty: say('收入表還沒有資料。', 'The list of income has no rows yet.'),
    },
    {
      ...{ type: 'table', caption: say('二、支出', 'Expenses'), columns },
      rows:
        spent.from === 'list'
          ? registers.rows('budget').map((row) => line(row, { amount: 'actual' }))
          : papers.rows.map((row) => ('cells' in row ? { cells: [row.cells[0]!, row.cells[2]!, null] } : row)),
      ...(spent.total !== null && { totals: [say('支出合計', 'Total expenses'), moneyCell(spent.total), null] }),
      empty: say('還沒有支出。', 'There are no expenses yet.'),
    },
    {
      type: 'facts',
      rows: [
        {
          label: say('結餘（收入－支出）', 'Balance (income less expenses)'),
          value:
            received === null || spent.total === null
              ? say('資料不足，無法計算', 'Unknown: figures are missing')
              : amount(received - spent.total),
        },
      ],
    },
    {
      type: 'signatures',
      labels: [say('經辦', 'Prepared by'), say('會計', 'Accountant'), say('負責人', 'Responsible')],
    },
  ];
}

/** 經費分攤表: which source bore how much. The list of income says it; nothing is guessed from words. */
export function sharingChapter({ registers }: ReportBook, about: About): Block[] {
  const { say } = about;
  const rows = registers.rows('income');
  const [list] = registers.lists('income');
  const source = list?.columns.find(isSource);
  const sourceOf = (row: BookedRow) => (source ? row.choice(source.key) : null);
  const named = rows.filter((row) => sourceOf(row) !== null);
  const total = totalOf(named, 'received');
  const shares = (source?.choices ?? []).flatMap(({ key, ...choice }) => {
    const own = named.filter((row) => sourceOf(row) === key);
    return own.length === 0 ? [] : [{ name: about.name(choice), own }];
  });
  return [
    ...lacksList(about, registers, 'income'),
    ...(list && !source ? [lacksColumn(about, list.register.id)] : []),
    ...(source ? lacksCells(about, registers, 'income', SOURCE, (row) => sourceOf(row) === null) : []),
    ...lacksSource(about, source, new Set(named.map(sourceOf))),
    {
      type: 'table',
      columns: [
        column(about, 'text', SOURCE, 2),
        column(about, 'money', ['預估', 'Expected']),
        column(about, 'money', ['實收（分攤金額）', 'Received (share)']),
        column(about, 'number', ['分攤比例', 'Share']),
        column(about, 'text', ['項目', 'Items'], 2),
      ],
      rows: shares.map(({ name, own }) => {
        const share = totalOf(own, 'received');
        const items = own.map((row) => row.text('item')).join(say('、', '; '));
        return {
          cells: [
            name,
            moneyCell(totalOf(own, 'expected')),
            moneyCell(share),
            percentCell(percentOf(share, total)),
            items,
          ],
        };
      }),
      ...(named.length > 0 && {
        totals: [
          ...[say('合計', 'Total'), moneyCell(totalOf(named, 'expected')), moneyCell(total)],
          ...[percentCell(percentOf(total, total)), null],
        ],
      }),
      empty: say('收入表還沒有註明經費來源。', 'No income says its source of funds yet.'),
    },
  ];
}

const SOURCE = ['經費來源', 'Source of funds'] as const;

/** That of the ready list, or one that a project has added to an older list under that name. */
const isSource = ({ key, type, name }: RegisterColumn) =>
  type === 'choice' && (key === SOURCES_OF_FUNDS.key || name === SOURCE[0]);

const lacksColumn = (about: About, registerId: string): Block =>
  missing(
    about,
    ['收入表沒有「經費來源」欄位，無法分攤。', 'The list of income has no column that says the source of funds.'],
    ['在收入表新增類型為選項的「經費來源」欄位。', 'Add the column 「經費來源」, a choice, to the list of income.'],
    `/projects/${about.project.id}/registers/${registerId}`,
  );

/** The sources that such a table is asked for, where no income names one of them. */
function lacksSource(about: About, source: RegisterColumn | undefined, found: ReadonlySet<string | null>): Block[] {
  if (source?.key !== SOURCES_OF_FUNDS.key || found.size === 0) return [];
  const wanted = source.choices.filter(({ key }) => ASKED_FOR.includes(key) && !found.has(key));
  if (wanted.length === 0) return [];
  const zh = wanted.map(({ name }) => name).join('、');
  const en = wanted.map(({ nameEn }) => nameEn).join(', ');
  return [
    missing(
      about,
      [`沒有這些經費來源的收入：${zh}。`, `No income names these sources: ${en}.`],
      ['如果有，在「收入表」補上。', 'If there was any, add it to the list of income.'],
      `/projects/${about.project.id}/registers`,
    ),
  ];
}

const ASKED_FOR: readonly string[] = ['client', 'subsidy', 'own', 'sponsors'];

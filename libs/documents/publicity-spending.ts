import { type Block, type Table, withoutBlank } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { heading, lacking } from './blocks';
import { ACCOUNTED, figureColumns, figures, lackingBudget } from './budget';
import { type FinanceBook, readFinanceBook } from './finance-book';
import { isCommitted } from './finance.rules';
import { amount, moneyCell, sumOf } from './money';
import { APPROVED, PREPARED, signedBy, type WorkflowNames } from './work-words';
import { projectFacts } from './words';

const PUBLICITY = 'publicity';

/** What publicity may cost, and does. */
export const publicityDocuments = (workflows: WorkflowNames): DocumentKind[] => [
  {
    key: 'publicity-spending',
    group: 'finance',
    name: { zh: '行銷預算支用表', en: 'Publicity spending' },
    says: {
      zh: '文宣行銷的預算、各項行銷資源的費用，以及已開立的帳單。',
      en: 'The budget for publicity, what each marketing resource costs, and what has been billed.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    write: async (em, about) => ({ page: 'landscape', blocks: await blocks(em, about, workflows) }),
  },
];

async function blocks(em: EntityManager, about: About, workflows: WorkflowNames): Promise<Block[]> {
  const { say, project } = about;
  const book = await readFinanceBook(em, about, workflows);
  const lines = book.lines.filter(({ workflow }) => workflow === PUBLICITY);
  const budget = book.registers.lists('budget')[0];
  const noLines: Block[] =
    budget && book.lines.length > 0 && lines.length === 0
      ? [
          {
            type: 'missing',
            what: say(
              '預算表沒有工作流程是「文宣行銷」的項目。',
              'No item of the budget has publicity as its workflow.',
            ),
            where: say('在預算表的「工作流程」欄填「文宣行銷」。', 'Write “publicity” in the column of the workflow.'),
            href: `/projects/${project.id}/registers/${budget.register.id}`,
          },
        ]
      : [];
  return [
    projectFacts(about),
    ...lackingBudget(about, book),
    ...noLines,
    ...lacking(about, book.registers, PUBLICITY, ['行銷資源彙整表', 'Publicity'], {
      key: 'cost',
      name: ['費用', 'Cost'],
    }),
    heading(about, '預算與支用', 'Budget and spending'),
    overview(about, book),
    heading(about, '預算項目', 'Items of the budget'),
    {
      type: 'table',
      columns: [{ label: say('項目', 'Item'), kind: 'text', weight: 2 }, ...figureColumns(about)],
      rows: lines.map((line) => ({ cells: [line.item, ...figures(line)] })),
      empty: say('沒有文宣行銷的預算項目。', 'The budget has no item for publicity.'),
    },
    heading(about, '行銷資源費用', 'Marketing resources'),
    withoutBlank(resources(about, book)),
    heading(about, '帳單與採購', 'Bills and purchases'),
    bills(about, book),
    signedBy(about, PREPARED, ACCOUNTED, APPROVED),
  ];
}

/** Three figures of one thing from three places, side by side: none is added to another. */
function overview({ say }: About, { lines, registers, expenses, contracts }: FinanceBook): Block {
  const own = lines.filter(({ workflow }) => workflow === PUBLICITY);
  const sums = {
    planned: sumOf(own.map(({ planned }) => planned)),
    cost: sumOf(registers.rows(PUBLICITY).map((row) => row.money('cost'))),
    signed: sumOf(
      contracts.filter((one) => one.workflow === PUBLICITY && isCommitted(one)).map((one) => one.amountHundredths),
    ),
    billed: sumOf(expenses.filter(({ workflow }) => workflow === PUBLICITY).map((one) => one.amount)),
  };
  const unknown = say('沒有資料', 'Nothing is known');
  const shown = (sum: number | null) => (sum === null ? unknown : amount(sum));
  const left = sums.planned === null || sums.cost === null ? null : sums.planned - sums.cost;
  return {
    type: 'facts',
    rows: [
      { label: say('文宣行銷預算', 'Budget for publicity'), value: shown(sums.planned) },
      { label: say('行銷資源費用合計', 'Marketing resources'), value: shown(sums.cost) },
      { label: say('預算減行銷資源費用', 'Budget less resources'), value: shown(left) },
      { label: say('已簽訂合約', 'Signed contracts'), value: shown(sums.signed) },
      { label: say('帳單與採購合計', 'Bills and purchases'), value: shown(sums.billed) },
    ],
  };
}

function resources({ say }: About, { registers }: FinanceBook): Table {
  const rows = registers.rows(PUBLICITY);
  return {
    type: 'table',
    columns: [
      { label: say('行銷資源', 'Marketing resource'), kind: 'text', weight: 2 },
      { label: say('相關部門', 'Department'), kind: 'text' },
      { label: say('對外採購', 'Bought outside'), kind: 'name' },
      { label: say('可運用時機', 'When it can be used'), kind: 'text' },
      { label: say('費用', 'Cost'), kind: 'money' },
      { label: say('備註', 'Note'), kind: 'text' },
    ],
    rows: rows.map((row) => ({
      cells: [
        ...[row.text('resource'), row.text('department'), row.text('bought'), row.text('when')],
        ...[moneyCell(row.money('cost')), row.text('note')],
      ],
    })),
    ...(rows.length > 0 && {
      totals: [say('合計', 'Total'), null, null, null, moneyCell(sumOf(rows.map((row) => row.money('cost')))), null],
    }),
    empty: say('行銷資源彙整表還沒有資料。', 'The list of marketing resources has no rows yet.'),
  };
}

function bills({ say }: About, { expenses }: FinanceBook): Table {
  const own = expenses.filter(({ workflow }) => workflow === PUBLICITY);
  const paid = (yes: boolean | null) => (yes === null ? null : yes ? say('已付', 'Paid') : say('未付', 'Not paid'));
  return {
    type: 'table',
    columns: [
      { label: say('廠商', 'Paid to'), kind: 'text' },
      { label: say('項目', 'Item'), kind: 'text', weight: 2 },
      { label: say('金額', 'Amount'), kind: 'money' },
      { label: say('發票號碼', 'Invoice number'), kind: 'code' },
      { label: say('付款', 'Paid'), kind: 'name' },
    ],
    rows: own.map((one) => ({
      cells: [one.payee(), one.item, moneyCell(one.amount), one.invoice, paid(one.paid)],
    })),
    ...(own.length > 0 && {
      totals: [say('合計', 'Total'), null, moneyCell(sumOf(own.map((one) => one.amount))), null, null],
    }),
    empty: say('沒有工作流程是文宣行銷的帳單或採購。', 'No bill or purchase is of publicity.'),
  };
}

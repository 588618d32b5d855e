import type { Bars, Block, Cell, Table } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { factsWith, heading, lacking } from './blocks';
import { type FinanceBook, readFinanceBook } from './finance-book';
import { budgetProgress, type BudgetProgress, isCommitted, spentOn, type WorkflowBudget } from './finance.rules';
import { amount, type Hundredths, moneyCell, percentCell, percentOf, sumOf } from './money';
import { APPROVED, PREPARED, signedBy, type WorkflowNames } from './work-words';
import { projectFacts } from './words';

const BUDGET = ['預算表', 'Budget'] as const;
const INCOME = ['收入表', 'Income'] as const;
export const ACCOUNTED = ['會計', 'Accounts'] as const;

/** What was to be spent, and what is. */
export const budgetDocuments = (workflows: WorkflowNames): DocumentKind[] => [
  {
    key: 'budget',
    group: 'finance',
    name: { zh: '預算表', en: 'Budget' },
    says: {
      zh: '各項支出預算與預估收入，以及已承諾與實支。',
      en: 'What each item may cost, what is expected, committed and spent.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    write: async (em, about) => ({ page: 'landscape', blocks: await budgetBlocks(em, about, workflows) }),
  },
  {
    key: 'budget-progress',
    group: 'finance',
    name: { zh: '預算進度管控表', en: 'Budget control' },
    says: {
      zh: '各工作流程的預算、已承諾、實支、餘額與執行率，並與單據核對。',
      en: 'Budget, commitments, spending, what is left and the rate by workflow, held against bills and contracts.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    write: async (em, about) => ({ page: 'landscape', blocks: await progressBlocks(em, about, workflows) }),
  },
];

async function budgetBlocks(em: EntityManager, about: About, workflows: WorkflowNames): Promise<Block[]> {
  const book = await readFinanceBook(em, about, workflows);
  return [
    projectFacts(about),
    ...lackingBudget(about, book),
    ...lackingIncome(about, book),
    heading(about, '支出', 'Expenses'),
    itemTable(about, book, workflows),
    heading(about, '收入', 'Income'),
    incomeTable(about, book),
    heading(about, '收支', 'Balance'),
    balance(about, book),
    signedBy(about, PREPARED, ACCOUNTED, APPROVED),
  ];
}

export function lackingBudget(about: About, { registers }: FinanceBook): Block[] {
  return lacking(about, registers, 'budget', BUDGET, { key: 'planned', name: ['預算', 'Planned'] });
}
export function lackingIncome(about: About, { registers }: FinanceBook): Block[] {
  return lacking(about, registers, 'income', INCOME, { key: 'expected', name: ['預估收入', 'Expected'] });
}

function itemTable(about: About, { lines }: FinanceBook, workflows: WorkflowNames): Table {
  const { say } = about;
  const totals = sumLines(lines);
  return {
    type: 'table',
    columns: [
      { label: say('項目', 'Item'), kind: 'text', weight: 2 },
      { label: say('工作流程', 'Workflow'), kind: 'name' },
      ...figureColumns(about),
      { label: say('備註', 'Note'), kind: 'text' },
    ],
    rows: lines.map((line) => ({
      cells: [
        line.item,
        line.workflow === null ? null : spentOn(about, workflows, line.workflow),
        ...figures(line),
        line.note,
      ],
    })),
    ...(lines.length > 0 && { totals: [say('合計', 'Total'), null, ...figures(totals), null] }),
    empty: say('預算表還沒有資料。', 'The budget has no rows yet.'),
  };
}

type Figures = Pick<WorkflowBudget, 'planned' | 'committed' | 'actual'>;

const sumLines = (lines: readonly Figures[]): Figures => ({
  planned: sumOf(lines.map(({ planned }) => planned)),
  committed: sumOf(lines.map(({ committed }) => committed)),
  actual: sumOf(lines.map(({ actual }) => actual)),
});

export const figureColumns = ({ say }: Pick<About, 'say'>): Table['columns'] => [
  { label: say('預算', 'Planned'), kind: 'money' },
  { label: say('已承諾', 'Committed'), kind: 'money' },
  { label: say('實支', 'Spent'), kind: 'money' },
  { label: say('預算餘額', 'Left'), kind: 'money' },
  { label: say('執行率', 'Rate'), kind: 'number' },
];

/** What is left is the plan less what is spent; only known where both are. */
export function figures({ planned, committed, actual }: Figures): Cell[] {
  const left = planned === null || actual === null ? null : planned - actual;
  const over = left !== null && left < 0 ? 'bad' : undefined;
  const rate = percentOf(actual, planned);
  return [
    ...[moneyCell(planned), moneyCell(committed), moneyCell(actual)],
    ...[moneyCell(left, over), percentCell(rate, over)],
  ];
}

export function incomeTable(about: About, { registers }: FinanceBook): Table {
  const { say } = about;
  const rows = registers.rows('income');
  const cells = (expected: Hundredths | null, received: Hundredths | null): Cell[] => [
    ...[moneyCell(expected), moneyCell(received)],
    moneyCell(expected === null || received === null ? null : received - expected),
    percentCell(percentOf(received, expected)),
  ];
  const sum = (key: string) => sumOf(rows.map((row) => row.money(key)));
  return {
    type: 'table',
    columns: [
      { label: say('項目', 'Item'), kind: 'text', weight: 2 },
      { label: say('預估收入', 'Expected'), kind: 'money' },
      { label: say('實收', 'Received'), kind: 'money' },
      { label: say('差額', 'Difference'), kind: 'money' },
      { label: say('達成率', 'Rate'), kind: 'number' },
      { label: say('收款日', 'Received on'), kind: 'day' },
      { label: say('備註', 'Note'), kind: 'text' },
    ],
    rows: rows.map((row) => ({
      cells: [
        row.text('item'),
        ...cells(row.money('expected'), row.money('received')),
        ...[row.day('receivedOn'), row.text('note')],
      ],
    })),
    ...(rows.length > 0 && { totals: [say('合計', 'Total'), ...cells(sum('expected'), sum('received')), null, null] }),
    empty: say('收入表還沒有資料。', 'The list of income has no rows yet.'),
  };
}

function balance({ say }: About, { lines, registers }: FinanceBook): Block {
  const { planned, actual } = sumLines(lines);
  const [expected, received] = ['expected', 'received'].map((key) =>
    sumOf(registers.rows('income').map((row) => row.money(key))),
  );
  const unknown = say('資料不足，無法計算', 'Unknown: figures are missing');
  const less = (income: Hundredths | null | undefined, spent: Hundredths | null) =>
    income === null || income === undefined || spent === null ? unknown : amount(income - spent);
  return {
    type: 'facts',
    rows: [
      { label: say('預估收入減預算', 'Expected less planned'), value: less(expected, planned) },
      { label: say('實收減實支', 'Received less spent'), value: less(received, actual) },
    ],
  };
}

async function progressBlocks(em: EntityManager, about: About, workflows: WorkflowNames): Promise<Block[]> {
  const book = await readFinanceBook(em, about, workflows);
  const progress = budgetProgress(book.lines, book.expenses, book.contracts, [...workflows.keys()]);
  return [
    factsWith(about, { zh: '統計至', en: 'As of', value: about.today }),
    ...lackingBudget(about, book),
    heading(about, '各工作流程預算執行情形', 'Budget by workflow'),
    workflowTable(about, progress, workflows),
    ...bars(about, progress, workflows),
    sources(about, progress),
    ...foreign(about, book),
    ...reconciliation(about, progress, workflows),
    ...lackingIncome(about, book),
    heading(about, '收入達成情形', 'Income'),
    incomeTable(about, book),
    signedBy(about, PREPARED, ACCOUNTED, APPROVED),
  ];
}

function workflowTable(about: About, { lines, total }: BudgetProgress, workflows: WorkflowNames): Table {
  const { say } = about;
  // What only has bills while the list is what counts stands below, where bills say otherwise.
  const known = lines.filter(({ planned, committed, actual }) => (planned ?? committed ?? actual) !== null);
  return {
    type: 'table',
    columns: [{ label: say('工作流程', 'Workflow'), kind: 'text', weight: 2 }, ...figureColumns(about)],
    rows: known.map((line) => ({ cells: [spentOn(about, workflows, line.workflow), ...figures(line)] })),
    ...(known.length > 0 && { totals: [say('合計', 'Total'), ...figures(total)] }),
    empty: say('還沒有預算、合約或單據。', 'There is no budget, contract or bill yet.'),
  };
}

function bars(about: About, { lines }: BudgetProgress, workflows: WorkflowNames): Bars[] {
  const items = lines.flatMap(({ workflow, planned, actual }) => {
    const rate = percentOf(actual, planned);
    const label = spentOn(about, workflows, workflow);
    return rate === null
      ? []
      : [{ label, value: rate, shown: `${rate}%`, ...(rate > 100 && { tone: 'bad' as const }) }];
  });
  if (items.length === 0) return [];
  const of = Math.max(100, ...items.map(({ value }) => value));
  return [{ type: 'bars', caption: about.say('預算執行率', 'Spent of what was planned'), of, items }];
}

/** Every figure is only as good as where it was taken from. */
function sources({ say }: About, { committedFrom, actualFrom }: BudgetProgress): Block {
  return {
    type: 'items',
    items: [
      committedFrom === 'list'
        ? say('已承諾：取自預算表的「已承諾」欄。', 'Committed: as the budget list says.')
        : say(
            '已承諾：預算表沒有填，取自已簽訂的新臺幣合約。',
            'Committed: the budget list says nothing, so signed contracts in New Taiwan dollars are counted.',
          ),
      actualFrom === 'list'
        ? say('實支：取自預算表的「實支」欄。', 'Spent: as the budget list says.')
        : say(
            '實支：預算表沒有填，取自帳單、採購與核銷的金額（含未付款）。',
            'Spent: the budget list says nothing, so bills, purchases and reimbursements are counted, paid or not.',
          ),
    ],
  };
}

function foreign({ say }: About, { contracts }: FinanceBook): Block[] {
  const others = contracts.filter((one) => !isCommitted(one) && isCommitted({ ...one, currency: 'TWD' }));
  if (others.length === 0) return [];
  const names = others.map(({ party, currency, amountHundredths }) =>
    amountHundredths === null ? party : `${party} ${amount(amountHundredths, currency)}`,
  );
  const text = say(
    `以外幣簽訂的合約沒有計入：${names.join('、')}。`,
    `Contracts in other currencies are not counted: ${names.join(', ')}.`,
  );
  return [{ type: 'text', tone: 'note', text }];
}

/** Where the list's own figure is not what the papers come to, somebody should look. */
function reconciliation(about: About, { lines, actualFrom }: BudgetProgress, workflows: WorkflowNames): Block[] {
  const { say } = about;
  const differing = lines.filter(({ actual, billed }) => billed !== null && actual !== billed);
  if (actualFrom !== 'list' || differing.length === 0) return [];
  return [
    heading(about, '與單據不符', 'Where bills say otherwise'),
    {
      type: 'table',
      columns: [
        { label: say('工作流程', 'Workflow'), kind: 'text' },
        { label: say('預算表實支', 'Spent by the list'), kind: 'money' },
        { label: say('單據合計', 'Bills come to'), kind: 'money' },
        { label: say('差額', 'Difference'), kind: 'money' },
      ],
      rows: differing.map(({ workflow, actual, billed }) => ({
        cells: [
          ...[spentOn(about, workflows, workflow), moneyCell(actual), moneyCell(billed)],
          moneyCell((billed ?? 0) - (actual ?? 0), 'warn'),
        ],
      })),
      empty: '',
    },
  ];
}

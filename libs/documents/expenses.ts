import { groupBy } from '@convener/kernel';
import { type Block, type Cell, type Table, type TableRow, withoutBlank } from '@convener/papers';
import type { About, DocumentKind } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { heading } from './blocks';
import { ACCOUNTED, incomeTable, lackingIncome } from './budget';
import { type FinanceBook, readFinanceBook } from './finance-book';
import { byCategory, type Expense, SPENDING_PRESETS, type SpendingPreset, sumsOf } from './finance.rules';
import { amount, moneyCell, sumOf } from './money';
import { APPROVED, PREPARED, signedBy, type WorkflowNames } from './work-words';
import { projectFacts } from './words';

/** What was spent, one by one. */
export const expensesDocuments = (workflows: WorkflowNames): DocumentKind[] => [
  {
    key: 'expenses',
    group: 'finance',
    name: { zh: '費用明細表', en: 'Statement of expenses' },
    says: {
      zh: '帳單、採購與核銷逐筆列出，含統一編號、發票號碼與付款情形；另列收入與結餘。',
      en: 'Bills, purchases and reimbursements one by one with tax IDs, invoices and payment; income and balance.',
    },
    formats: ['pdf', 'docx', 'xlsx'],
    audience: 'crew',
    write: async (em, about) => ({ page: 'landscape', blocks: await expensesBlocks(em, about, workflows) }),
  },
];

async function expensesBlocks(em: EntityManager, about: About, workflows: WorkflowNames): Promise<Block[]> {
  const book = await readFinanceBook(em, about, workflows);
  return [
    projectFacts(about),
    ...nothingSpent(about, book),
    ...withoutInvoice(about, book),
    ...masked(about, book),
    heading(about, '各類費用', 'By category'),
    categories(about, book.expenses),
    heading(about, '費用明細', 'One by one'),
    itemised(about, book.expenses),
    ...lackingIncome(about, book),
    heading(about, '收入', 'Income'),
    incomeTable(about, book),
    heading(about, '收支結餘', 'Balance'),
    balance(about, book),
    signedBy(about, PREPARED, ACCOUNTED, APPROVED),
  ];
}

function nothingSpent({ say, project }: About, { expenses }: FinanceBook): Block[] {
  if (expenses.length > 0) return [];
  return [
    {
      type: 'missing',
      what: say('還沒有帳單、採購或核銷的資料。', 'There is no bill, purchase or reimbursement yet.'),
      where: say(
        '在「清單」新增帳單、採購資源統計表或機票住宿核銷表，並填入資料。',
        'Add the list of bills, of purchases or of reimbursements, and fill it in.',
      ),
      href: `/projects/${project.id}/registers`,
    },
  ];
}

function withoutInvoice({ say, project }: About, { registers }: FinanceBook): Block[] {
  const rows = registers.rows('bills').filter((row) => row.text('invoiceNumber') === null);
  const [list] = registers.lists('bills');
  if (!list || rows.length === 0) return [];
  return [
    {
      type: 'missing',
      what: say(`${rows.length} 筆帳單沒有發票號碼。`, `${rows.length} bills have no invoice number.`),
      where: say('在帳單清單補上發票號碼。', 'Fill it in in the list of bills.'),
      href: `/projects/${project.id}/registers/${list.register.id}`,
    },
  ];
}

/** Nobody takes a blank for a row without a name. */
function masked({ say }: About, { registers }: FinanceBook): Block[] {
  if (!registers.masked('reimbursements') || registers.rows('reimbursements').length === 0) return [];
  const text = say(
    '核銷對象屬個人資料，您沒有權限查看，因此沒有列出。',
    'Whom the reimbursements are for is personal data that you may not see, so it is left out.',
  );
  return [{ type: 'text', tone: 'note', text }];
}

function categories({ say }: About, expenses: readonly Expense[]): Table {
  const cells = ({ count, amount: sum, paid, unpaid }: ReturnType<typeof sumsOf>): Cell[] => [
    ...[count, moneyCell(sum), moneyCell(paid), moneyCell(unpaid)],
  ];
  const unpaid = say('未付或未註明', 'Not paid, or not said');
  const table: Table = {
    type: 'table',
    columns: [
      { label: say('類別', 'Category'), kind: 'text', weight: 2 },
      { label: say('筆數', 'Entries'), kind: 'number' },
      { label: say('金額', 'Amount'), kind: 'money' },
      { label: say('已付', 'Paid'), kind: 'money' },
      { label: unpaid, kind: 'money' },
    ],
    rows: byCategory(expenses).map(({ category, ...sums }) => ({ cells: [category, ...cells(sums)] })),
    ...(expenses.length > 0 && { totals: [say('合計', 'Total'), ...cells(sumsOf(expenses))] }),
    empty: say('還沒有費用。', 'Nothing has been spent yet.'),
  };
  // Where all is paid, nothing is left to be said of the rest.
  return withoutBlank(table, ({ label }) => label === unpaid);
}

const LIST_NAMES: Readonly<Record<SpendingPreset, readonly [zh: string, en: string]>> = {
  bills: ['帳單', 'Bills'],
  purchases: ['採購', 'Purchases'],
  reimbursements: ['核銷', 'Reimbursements'],
};

function itemised(about: About, expenses: readonly Expense[]): Table {
  const { say } = about;
  const paid = ({ paid: yes }: Expense): Cell => {
    if (yes === null) return null;
    return yes ? { value: say('已付', 'Paid'), tone: 'good' } : { value: say('未付', 'Not paid'), tone: 'warn' };
  };
  const ofList = groupBy(expenses, ({ from }) => from);
  const rows = SPENDING_PRESETS.flatMap((preset): TableRow[] => {
    const own = ofList.get(preset) ?? [];
    if (own.length === 0) return [];
    return [
      { group: say(...LIST_NAMES[preset]) },
      ...own.map((one) => ({
        cells: [
          ...[one.category, one.payee(), one.item, moneyCell(one.amount), one.taxId, one.invoice],
          ...[one.due, paid(one), one.paidOn],
        ],
      })),
    ];
  });
  const sum = moneyCell(sumOf(expenses.map((one) => one.amount)));
  return {
    type: 'table',
    columns: [
      { label: say('類別', 'Category'), kind: 'name' },
      { label: say('付款對象', 'Paid to'), kind: 'text', weight: 2 },
      { label: say('項目', 'Item'), kind: 'text', weight: 2 },
      { label: say('金額', 'Amount'), kind: 'money' },
      { label: say('統一編號', 'Tax ID'), kind: 'code' },
      { label: say('發票或憑證號碼', 'Invoice or receipt'), kind: 'code' },
      { label: say('付款期限', 'Due'), kind: 'day' },
      { label: say('付款', 'Paid'), kind: 'name' },
      { label: say('付款日', 'Paid on'), kind: 'day' },
    ],
    rows,
    ...(rows.length > 0 && { totals: [say('合計', 'Total'), null, null, sum, null, null, null, null, null] }),
    empty: say('還沒有費用。', 'Nothing has been spent yet.'),
  };
}

function balance({ say }: About, { registers, expenses }: FinanceBook): Block {
  const received = sumOf(registers.rows('income').map((row) => row.money('received')));
  const { amount: spent, paid } = sumsOf(expenses);
  const unknown = say('沒有資料', 'Nothing is known');
  const shown = (sum: number | null) => (sum === null ? unknown : amount(sum));
  const left = received === null || spent === null ? null : received - spent;
  return {
    type: 'facts',
    rows: [
      { label: say('實收合計', 'Received'), value: shown(received) },
      { label: say('費用合計', 'Expenses'), value: shown(spent) },
      { label: say('其中已付', 'Of it paid'), value: shown(paid) },
      {
        label: say('結餘（實收減費用）', 'Balance (received less expenses)'),
        value: left === null ? say('資料不足，無法計算', 'Unknown: figures are missing') : amount(left),
      },
    ],
  };
}

import type { Contract } from '@convener/contracts';
import { groupBy } from '@convener/kernel';
import type { About } from '@convener/reports';
import type { BookedRow } from './booked-row';
import { type Hundredths, sumOf } from './money';
import { type WorkflowNames, workflowName } from './work-words';

/** Registers of which each row is money that goes out. */
export const SPENDING_PRESETS = ['bills', 'purchases', 'reimbursements'] as const;
export type SpendingPreset = (typeof SPENDING_PRESETS)[number];

/** Something that was bought or paid back, from whichever list. */
export interface Expense {
  from: SpendingPreset;
  /** As the list sorts it; its own heading in a statement of expenses. */
  category: string;
  /** Asked only by what prints it: a payee may be personal, and then not all of the crew read the document. */
  payee(): string | null;
  item: string | null;
  /** Key of the workflow, or the text where the catalogue has none of that name. */
  workflow: string | null;
  amount: Hundredths | null;
  taxId: string | null;
  /** 發票號碼, or the number of a receipt. */
  invoice: string | null;
  due: string | null;
  /** Null where the list doesn't say. */
  paid: boolean | null;
  paidOn: string | null;
}

/** Finds the workflow that a text in a list names: by its key or by its name in either language. */
export function workflowReader(workflows: WorkflowNames): (text: string | null) => string | null {
  const keys = new Map(
    [...workflows].flatMap(([key, { zh, en }]) => [key, zh, en].map((word) => [plain(word), key] as const)),
  );
  return (text) => (text === null ? null : (keys.get(plain(text)) ?? text.trim()));
}

const plain = (text: string) => text.trim().toLowerCase();

export function expensesOf(
  { say }: Pick<About, 'say'>,
  rows: Readonly<Record<SpendingPreset, readonly BookedRow[]>>,
  workflowOf: (text: string | null) => string | null,
): Expense[] {
  const bills = rows.bills.map((row): Expense => ({
    from: 'bills',
    category: row.text('kind') ?? say('帳單', 'Bills'),
    ...{ payee: () => row.text('payee'), item: row.text('item'), workflow: workflowOf(row.text('workflow')) },
    ...{ amount: row.money('amount'), taxId: row.text('taxId'), invoice: row.text('invoiceNumber') },
    ...{ due: row.day('due'), paid: row.yes('settled'), paidOn: row.day('paidOn') },
  }));
  const purchases = rows.purchases.map((row): Expense => ({
    from: 'purchases',
    category: say('採購', 'Purchases'),
    ...{ payee: () => row.text('supplier'), item: row.text('resource'), workflow: workflowOf(row.text('workflow')) },
    ...{ amount: row.money('amount'), taxId: row.text('taxId'), invoice: row.text('invoiceNumber') },
    ...{ due: null, paid: row.yes('settled', 'paid'), paidOn: row.day('paidOn') },
  }));
  const reimbursements = rows.reimbursements.map((row): Expense => ({
    from: 'reimbursements',
    category: say('機票住宿核銷', 'Flights and lodging'),
    ...{ payee: () => row.text('speaker'), item: partsOf(row, say), workflow: workflowOf(row.text('workflow')) },
    ...{ amount: row.money('subsidy'), taxId: null, invoice: row.text('receipt') },
    ...{ due: null, paid: row.yes('settled'), paidOn: row.day('paidOn') },
  }));
  return [...bills, ...purchases, ...reimbursements];
}

/** Of what the sum that is paid back consists. */
function partsOf(row: BookedRow, say: About['say']): string | null {
  const parts = [
    [say('機票', 'Flight'), row.text('flight')],
    [say('住宿', 'Lodging'), row.text('lodging')],
  ];
  const known = parts.filter(([, sum]) => sum !== null);
  return known.length === 0 ? null : known.map(([name, sum]) => `${name} ${sum}`).join(say('、', ', '));
}

export interface CategorySum {
  category: string;
  count: number;
  amount: Hundredths | null;
  paid: Hundredths | null;
  /** Not paid, or nobody says so. */
  unpaid: Hundredths | null;
}

/** In the order in which the categories first come. */
export function byCategory(expenses: readonly Expense[]): CategorySum[] {
  return [...groupBy(expenses, ({ category }) => category)].map(([category, own]) => ({ category, ...sumsOf(own) }));
}

export function sumsOf(expenses: readonly Expense[]): Omit<CategorySum, 'category'> {
  const amounts = (of: readonly Expense[]) => sumOf(of.map(({ amount }) => amount));
  return {
    ...{ count: expenses.length, amount: amounts(expenses) },
    paid: amounts(expenses.filter(({ paid }) => paid === true)),
    unpaid: amounts(expenses.filter(({ paid }) => paid !== true)),
  };
}

/** A contract beside the workflow whose work it belongs to. */
export interface BookedContract extends Pick<Contract, 'party' | 'currency' | 'state'> {
  workflow: string;
  amountHundredths: Hundredths | null;
}

/** What is owed by signature, in the project's currency: others can't be added up with it. */
export const isCommitted = ({ state, currency }: Pick<Contract, 'state' | 'currency'>) =>
  (state === 'signed' || state === 'ended') && currency === 'TWD';

export interface BudgetLine {
  item: string | null;
  workflow: string | null;
  planned: Hundredths | null;
  committed: Hundredths | null;
  actual: Hundredths | null;
  note: string | null;
}

export function budgetLines(
  rows: readonly BookedRow[],
  workflowOf: (text: string | null) => string | null,
): BudgetLine[] {
  return rows.map((row) => ({
    ...{ item: row.text('item'), workflow: workflowOf(row.text('workflow')), note: row.text('note') },
    ...{ planned: row.money('planned'), committed: row.money('committed'), actual: row.money('actual') },
  }));
}

/** Where figures come from: the budget list itself once anybody has filled them in there, else the papers. */
export type Source = 'list' | 'papers';

export interface WorkflowBudget {
  workflow: string | null;
  planned: Hundredths | null;
  committed: Hundredths | null;
  actual: Hundredths | null;
  /** What bills, purchases and reimbursements come to, whatever the list says. */
  billed: Hundredths | null;
}

export interface BudgetProgress {
  lines: WorkflowBudget[];
  total: Omit<WorkflowBudget, 'workflow'>;
  committedFrom: Source;
  actualFrom: Source;
}

/**
 * The budget by workflow. A source is taken for the whole project and never mixed: what the list says of one workflow and the
 * bills of another say would be counted twice or not at all.
 */
export function budgetProgress(
  lines: readonly BudgetLine[],
  expenses: readonly Expense[],
  contracts: readonly BookedContract[],
  order: readonly string[],
): BudgetProgress {
  const committedFrom = lines.some(({ committed }) => committed !== null) ? 'list' : 'papers';
  const actualFrom = lines.some(({ actual }) => actual !== null) ? 'list' : 'papers';
  const signed = contracts.filter(isCommitted);
  const sums = (holds: (workflow: string | null) => boolean): Omit<WorkflowBudget, 'workflow'> => {
    const own = lines.filter(({ workflow }) => holds(workflow));
    const billed = sumOf(expenses.filter(({ workflow }) => holds(workflow)).map(({ amount }) => amount));
    const agreed = sumOf(signed.filter(({ workflow }) => holds(workflow)).map((one) => one.amountHundredths));
    return {
      planned: sumOf(own.map(({ planned }) => planned)),
      committed: committedFrom === 'list' ? sumOf(own.map(({ committed }) => committed)) : agreed,
      actual: actualFrom === 'list' ? sumOf(own.map(({ actual }) => actual)) : billed,
      billed,
    };
  };
  const found = new Set([...lines, ...expenses, ...signed].map(({ workflow }) => workflow));
  const named = [...found].filter((workflow) => workflow !== null && !order.includes(workflow));
  const ordered = [...order.filter((key) => found.has(key)), ...named, ...(found.has(null) ? [null] : [])];
  return {
    lines: ordered.map((workflow) => ({ workflow, ...sums((other) => other === workflow) })),
    total: sums(() => true),
    ...{ committedFrom, actualFrom },
  };
}

/** What a workflow is called in a list of money. */
export function spentOn({ say }: Pick<About, 'say'>, workflows: WorkflowNames, workflow: string | null): string {
  return workflow === null ? say('未指定工作流程', 'No workflow') : workflowName({ say }, workflows, workflow);
}

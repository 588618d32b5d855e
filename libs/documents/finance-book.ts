import type { Contract } from '@convener/contracts';
import { plainRows } from '@convener/platform';
import type { About } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import {
  type BookedContract,
  budgetLines,
  type BudgetLine,
  type Expense,
  expensesOf,
  SPENDING_PRESETS,
  workflowReader,
} from './finance.rules';
import { readRegisterBook, type RegisterBook } from './register-book';
import type { WorkflowNames } from './work-words';

const INCOME_PRESETS = ['income', 'invoices', 'sponsors'] as const;
const PRESETS = ['budget', 'publicity', ...INCOME_PRESETS, ...SPENDING_PRESETS];

/** All that a project knows of its money. */
export interface FinanceBook {
  registers: RegisterBook;
  lines: BudgetLine[];
  expenses: Expense[];
  contracts: BookedContract[];
}

/** In three statements. */
export async function readFinanceBook(em: EntityManager, about: About, workflows: WorkflowNames): Promise<FinanceBook> {
  const registers = await readRegisterBook(em, about, PRESETS);
  const contracts = await plainRows<Stored>(em, CONTRACTS, [about.project.id]);
  const workflowOf = workflowReader(workflows);
  const [bills, purchases, reimbursements] = SPENDING_PRESETS.map((preset) => registers.rows(preset));
  return {
    registers,
    lines: budgetLines(registers.rows('budget'), workflowOf),
    expenses: expensesOf(about, { bills: bills!, purchases: purchases!, reimbursements: reimbursements! }, workflowOf),
    contracts: contracts.map(({ amount, ...one }) => ({
      ...one,
      amountHundredths: amount === null ? null : Number(amount),
    })),
  };
}

type Stored = Pick<Contract, 'party' | 'currency' | 'state'> & { workflow: string; amount: number | string | null };

const CONTRACTS = `
  SELECT c.party, c.currency, c.state, c.amount_hundredths AS "amount", w.workflow
    FROM contracts c JOIN deliverables d ON d.id = c.deliverable_id JOIN work_items w ON w.id = d.work_item_id
   WHERE d.project_id = ? ORDER BY w.position, w.id, c.id`;

import {
  budgetProgress,
  type BudgetLine,
  byCategory,
  type Expense,
  isCommitted,
  workflowReader,
} from './finance.rules';

const WORKFLOWS = new Map([
  ['venue', { zh: '場地', en: 'Venue' }],
  ['publicity', { zh: '文宣行銷', en: 'Publicity and marketing' }],
]);
const line = (more: Partial<BudgetLine>): BudgetLine => ({
  ...{ item: '項目', workflow: 'venue', planned: 1000, committed: null, actual: null, note: null },
  ...more,
});
const expense = (more: Partial<Expense>): Expense => ({
  ...{ from: 'bills', category: '其他', payee: () => null, item: null, workflow: 'venue', amount: 100, taxId: null },
  ...{ invoice: null, due: null, paid: null, paidOn: null },
  ...more,
});
const contract = { party: '甲', currency: 'TWD', state: 'signed', workflow: 'venue', amountHundredths: 700 } as const;
const ORDER = [...WORKFLOWS.keys()];

describe('the workflow that a list names', () => {
  it('is found by its key and in both languages; another text stays as it is', () => {
    const read = workflowReader(WORKFLOWS);
    expect(['venue', ' 場地 ', 'VENUE', 'publicity and marketing', '公關', null].map(read)).toEqual([
      ...['venue', 'venue', 'venue', 'publicity', '公關', null],
    ]);
  });
});

describe('the budget by workflow', () => {
  it('takes commitments from signed contracts and spending from bills while the list says neither', () => {
    const dropped = { ...contract, state: 'dropped', amountHundredths: 9000 } as const;
    const dollars = { ...contract, currency: 'USD', amountHundredths: 9000 };
    const { lines, total, ...from } = budgetProgress([line({})], [expense({})], [contract, dropped, dollars], ORDER);
    expect(lines).toEqual([{ workflow: 'venue', planned: 1000, committed: 700, actual: 100, billed: 100 }]);
    expect(total).toEqual({ planned: 1000, committed: 700, actual: 100, billed: 100 });
    expect(from).toEqual({ committedFrom: 'papers', actualFrom: 'papers' });
  });

  it('never mixes sources: one figure in the list, and the list is what counts for all workflows', () => {
    const budget = [line({ actual: 300 }), line({ workflow: 'publicity' })];
    const { lines, total } = budgetProgress(budget, [expense({ workflow: 'publicity' })], [], ORDER);
    expect(lines.map(({ workflow, actual, billed }) => [workflow, actual, billed])).toEqual([
      ['venue', 300, null],
      ['publicity', null, 100],
    ]);
    expect(total.actual).toBe(300);
  });

  it('comes in the order of the catalogue, then what it does not know, then what has none; totals leave nothing out', () => {
    const budget = [line({ workflow: null }), line({ workflow: '公關' }), line({ workflow: 'publicity' }), line({})];
    const { lines, total } = budgetProgress(budget, [], [], ORDER);
    expect(lines.map(({ workflow }) => workflow)).toEqual(['venue', 'publicity', '公關', null]);
    expect(total.planned).toBe(4000);
  });

  it('counts a contract that has ended: it was owed all the same', () => {
    expect(
      (['drafted', 'sent', 'signed', 'ended', 'dropped'] as const).map((state) => isCommitted({ ...contract, state })),
    ).toEqual([...[false, false, true, true, false]]);
  });
});

describe('expenses by category', () => {
  it('tell what is paid from what is not, or of which nobody says so', () => {
    const of = (paid: boolean | null, amount: number | null) => expense({ category: '餐飲', paid, amount });
    const all = [of(true, 100), of(false, 30), of(null, 5), of(true, null), expense({ category: '住宿' })];
    expect(byCategory(all)).toEqual([
      { category: '餐飲', count: 4, amount: 135, paid: 100, unpaid: 35 },
      { category: '住宿', count: 1, amount: 100, paid: null, unpaid: 100 },
    ]);
  });
});

import { deskCode, enteredAt, isReceiptOf, judge, type Met } from './entries.rules';

const ROW = 'row';
const met = (more: Partial<Met> = {}): Met => ({
  row: { status: 'confirmed', paid: false },
  arrivedAtDesk: null,
  payment: null,
  ...more,
});
type Judged = Parameters<typeof judge>[0];
const judged = (kind: Judged['kind'], more: Partial<Met> = {}, said: Partial<Judged> = {}) => {
  const outcome = judge({ kind, rowId: ROW, receipt: 'A-0001', ...said }, met(more));
  return typeof outcome === 'string' ? outcome : outcome.type;
};

describe('what a desk has written down', () => {
  it('counts an arrival once: a second one is a double', () => {
    expect(judged('arrival')).toBe('done');
    expect(judged('arrival', { arrivedAtDesk: 'door' })).toBe('double');
  });

  it('lets in nobody whose registration was cancelled or removed', () => {
    expect(judged('arrival', { row: { status: 'dropped', paid: true } })).toBe('dropped');
    expect(judged('arrival', { row: null })).toBe('gone');
    expect(judged('undo', { row: null })).toBe('gone');
  });

  it('takes an arrival back whether it stands or not', () => {
    expect([judged('undo'), judged('undo', { arrivedAtDesk: 'door' })]).toEqual(['done', 'done']);
  });

  it('takes back the arrival that was seen, and never one at another desk', () => {
    const arrived = { arrivedAtDesk: 'door' };
    expect(judged('undo', arrived, { undoneDeskId: 'door' })).toBe('done');
    expect(judged('undo', arrived, { undoneDeskId: 'side' })).toBe('double');
    expect(judged('undo', {}, { undoneDeskId: 'side' })).toBe('done');
  });

  it('takes money twice only as a double, and a receipt number once', () => {
    expect(judged('payment')).toBe('done');
    expect(judged('payment', { row: { status: 'open', paid: true } })).toBe('double');
    expect(judged('payment', { payment: { rowId: 'another', voided: false } })).toBe('receipt-taken');
  });

  it('takes back only a receipt of this registration, and that once', () => {
    expect(judged('void', { payment: { rowId: ROW, voided: false } })).toBe('done');
    expect(judged('void', { payment: { rowId: ROW, voided: true } })).toBe('double');
    expect(judged('void', { payment: { rowId: 'another', voided: false } })).toBe('no-receipt');
    expect(judged('void')).toBe('no-receipt');
  });

  it('adds a walk-in once', () => {
    expect([judged('walk-in', { row: null }), judged('walk-in')]).toEqual(['done', 'double']);
  });
});

describe('desks', () => {
  it('are A to Z, then AA and on', () => {
    expect([0, 1, 25, 26, 27, 51, 52, 701, 702].map(deskCode)).toEqual([
      ...['A', 'B', 'Z', 'AA', 'AB', 'AZ', 'BA', 'ZZ', 'AAA'],
    ]);
  });

  it('give out receipt numbers of their own alone, whatever stood before them at that time', () => {
    const ours = ['117-A-0001', 'A-0001', 'A-999999', '116-A-0001'];
    expect(ours.filter((receipt) => !isReceiptOf(receipt, 'A'))).toEqual([]);
    const others = ['117-B-0001', 'B-0001', '117-A-1', 'A-0001-', '收 A-0001', 'far-too-long-A-0001', ''];
    expect(others.filter((receipt) => isReceiptOf(receipt, 'A'))).toEqual([]);
  });

  it('whose clock is wrong write nothing down later than it comes in, or before the check-in was opened', () => {
    expect(enteredAt(500, 100, 1000)).toBe(500);
    expect(enteredAt(9999, 100, 1000)).toBe(1000);
    expect(enteredAt(1, 100, 1000)).toBe(100);
  });
});

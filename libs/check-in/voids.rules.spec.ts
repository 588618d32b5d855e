import { afterVoid, type Payment } from './voids.rules';

const paid = (receipt: string, seq: number, more: Partial<Payment> = {}): Payment => ({
  ...{ receipt, seq, outcome: 'done', voidedSeq: null, ...more },
});
const twice = (receipt: string, seq: number, voidedSeq: number | null = null) =>
  paid(receipt, seq, { outcome: 'double', voidedSeq });

describe('a receipt that is taken back', () => {
  it('leaves nobody paid who has paid by no other', () => {
    expect(afterVoid([paid('A-0001', 1)], 'A-0001', 'A-0001')).toEqual({ paid: false, receipt: null });
  });

  it('leaves the number alone that somebody wrote into the list since', () => {
    expect(afterVoid([paid('A-0001', 1)], 'A-0001', '收 12')).toEqual({ paid: false });
  });

  it('leaves whoever has paid twice paid, by the receipt that stands', () => {
    const both = [paid('A-0001', 1), twice('B-0001', 2)];
    expect(afterVoid(both, 'A-0001', 'A-0001')).toEqual({ receipt: 'B-0001' });
    expect(afterVoid(both, 'B-0001', 'A-0001')).toEqual({});
  });

  it('leaves nobody paid once both are taken back, in either order and however often it was handed on', () => {
    expect(afterVoid([paid('A-0001', 1, { voidedSeq: 3 }), twice('B-0001', 2)], 'B-0001', 'B-0001')).toEqual({
      ...{ paid: false, receipt: null },
    });
    expect(afterVoid([paid('A-0001', 1), twice('B-0001', 2, 3)], 'A-0001', 'A-0001').paid).toBe(false);
    const chain = [paid('A-0001', 1, { voidedSeq: 3 }), twice('B-0001', 2, 5), twice('A-0002', 4)];
    expect(afterVoid(chain, 'A-0002', 'A-0002').paid).toBe(false);
  });

  it('leaves paid what the list said before any desk took money', () => {
    expect(afterVoid([twice('A-0001', 1)], 'A-0001', '匯款')).toEqual({});
    // Taken back, then entered by the office, then taken at a desk once more.
    expect(afterVoid([paid('A-0001', 1, { voidedSeq: 2 }), twice('A-0002', 3)], 'A-0002', null)).toEqual({});
  });
});

import { paged, type Sheet, type Slab, tie } from './pager.rules';

const sheet: Sheet = { width: 100, height: 120, left: 10, top: 10, bottom: 10 };
const slab = (height: number, change: Partial<Slab> = {}): Slab => ({ height, draw: () => undefined, ...change });
const heights = (slabs: Slab[]) => paged(slabs, sheet).map(({ placed }) => placed.map((each) => each.slab.height));

describe('what stands on which page', () => {
  it('begins a page where the next piece has no room', () => {
    expect(heights([slab(60), slab(40), slab(30)])).toEqual([[60, 40], [30]]);
  });

  it('moves what keeps with the next together with it', () => {
    expect(heights([slab(60), slab(20, { keep: true }), slab(21), slab(1)])).toEqual([[60], [20, 21, 1]]);
  });

  it('takes the last pieces along with what must not stand alone', () => {
    const slabs = [slab(40), slab(20), slab(20)];
    tie(slabs, 2);
    expect(heights([...slabs, slab(30)])).toEqual([[40], [20, 20, 30]]);
  });

  it('breaks a chain that no page holds', () => {
    expect(heights([slab(40, { keep: true }), slab(40, { keep: true }), slab(40)])).toEqual([[40], [40, 40]]);
  });

  it('repeats the head above what begins a page, not above what follows it', () => {
    const head = slab(10, { keep: true });
    const row = slab(40, { head: [head] });
    expect(heights([head, row, row, row, row])).toEqual([
      [10, 40, 40],
      [10, 40, 40],
    ]);
  });

  it('leaves out the gap at the top of a page', () => {
    const [first, second] = paged([slab(90, { gap: 8 }), slab(20, { gap: 8 })], sheet);
    expect([first!.placed[0]!.y, second!.placed[0]!.y]).toEqual([10, 10]);
  });

  it('begins a page of another size for what stands on one, and goes back', () => {
    const lying: Sheet = { ...sheet, width: 120, height: 100 };
    const pages = paged([slab(10), slab(10, { sheet: lying }), slab(10)], sheet);
    expect(pages.map(({ sheet: own }) => own.width)).toEqual([100, 120, 100]);
  });

  it('has a page even where there is nothing', () => {
    expect(paged([], sheet)).toHaveLength(1);
  });
});

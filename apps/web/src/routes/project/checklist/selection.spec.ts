import { between, countOf, EVERYTHING, isChosen, NOTHING, selectionOf, toggled } from './selection';

describe('rows chosen for a bulk change', () => {
  it('are taken up and let go one by one', () => {
    const chosen = toggled(toggled(NOTHING, ['a', 'b'], true), ['a'], false);
    expect([isChosen(chosen, 'a'), isChosen(chosen, 'b')]).toEqual([false, true]);
    expect(countOf(chosen, 10)).toBe(1);
    expect(selectionOf(chosen, {})).toEqual({ workItemIds: ['b'] });
  });

  it('can be all that the filter leaves, but for those let go', () => {
    const chosen = toggled(toggled(EVERYTHING, ['a', 'b'], false), ['b'], true);
    expect([isChosen(chosen, 'a'), isChosen(chosen, 'b'), isChosen(chosen, 'c')]).toEqual([false, true, true]);
    expect(countOf(chosen, 10)).toBe(9);
    expect(selectionOf(chosen, { stage: 'before' })).toEqual({ filter: { stage: 'before' }, except: ['a'] });
  });

  it('can be a range, upwards and downwards', () => {
    const order = ['a', 'b', 'c', 'd'];
    expect(between(order, 'b', 'd')).toEqual(['b', 'c', 'd']);
    expect(between(order, 'c', 'a')).toEqual(['a', 'b', 'c']);
    expect(between(order, 'folded away', 'c')).toEqual(['c']);
    expect(between(order, 'a', 'folded away')).toEqual([]);
  });
});

import { barOf, dayNumber, gridRow, scaleOf, stepAt } from './gantt.rules';

describe('the scale of a Gantt chart', () => {
  it('has whole weeks from Monday, over months', () => {
    const scale = scaleOf({ from: '2026-11-12', to: '2026-12-02' }, 'zh-TW');

    expect(scale.steps.map(({ label }) => label)).toEqual(['11/9', '11/16', '11/23', '11/30']);
    expect(scale.spans.map(({ label }) => label)).toEqual(['2026年11月', '2026年12月']);
  });

  it('has months over years where there are more weeks than a page shows', () => {
    const scale = scaleOf({ from: '2026-11-12', to: '2028-01-02' }, 'en');

    expect(scale.steps).toHaveLength(15);
    expect(scale.spans.map(({ label }) => label)).toEqual(['2026', '2027', '2028']);
    expect(scale.from).toBe(dayNumber('2026-11-01'));
    expect(scale.to).toBe(dayNumber('2028-02-01'));
  });

  it('is one week where the end comes before the beginning', () => {
    expect(scaleOf({ from: '2026-11-12', to: '2026-01-01' }, 'en').steps).toHaveLength(1);
  });
});

describe('a bar', () => {
  const scale = scaleOf({ from: '2026-11-09', to: '2026-11-29' }, 'en');

  it('reaches from its first day to the end of its last', () => {
    expect(barOf({ start: '2026-11-10', due: '2026-11-11' }, scale)).toEqual({
      start: dayNumber('2026-11-10'),
      end: dayNumber('2026-11-12'),
      mark: false,
    });
  });

  it('is a mark where only its end is known, and nothing where nothing is', () => {
    expect(barOf({ start: null, due: '2026-11-11' }, scale)?.mark).toBe(true);
    expect(barOf({ start: null, due: null }, scale)).toBeNull();
  });

  it('is cut at the edges of the chart, and gone outside of it', () => {
    expect(barOf({ start: '2026-01-01', due: '2026-11-10' }, scale)?.start).toBe(scale.from);
    expect(barOf({ start: '2027-01-01', due: '2027-01-02' }, scale)).toBeNull();
  });

  it('shades the weeks that it touches, and those that were planned otherwise', () => {
    const row = {
      label: '',
      start: '2026-11-15',
      due: '2026-11-16',
      state: 'late' as const,
      baseline: { start: null, due: '2026-11-24' },
    };
    expect(gridRow(row, scale)).toEqual([{ state: 'late', mark: false }, { state: 'late', mark: false }, 'baseline']);
  });

  it('finds the week of a day', () => {
    expect([
      stepAt('2026-11-15', scale),
      stepAt('2026-11-16', scale),
      stepAt('2026-12-24', scale),
      stepAt(null, scale),
    ]).toEqual([0, 1, -1, -1]);
  });
});

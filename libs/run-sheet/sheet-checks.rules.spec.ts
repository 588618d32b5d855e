import { type CheckedCue, newWarnings, warningsOf } from './sheet-checks.rules';

const DAYS = { openingDay: '2028-06-12', closingDay: '2028-06-13' };
let ids = 0;
const aCue = (more: Partial<CheckedCue> = {}): CheckedCue => ({
  ...{ id: `cue-${(ids += 1)}`, day: '2028-06-12', minute: 540, minutes: 30, place: '主會場', personIds: [] },
  ...{ state: 'waiting', ...more },
});
const told = (cues: CheckedCue[]) => warningsOf(cues, DAYS).map(({ kind, minutes }) => [kind, minutes]);

describe('the checks of a run sheet', () => {
  it('tell two cues at once in one place, and by how much', () => {
    expect(told([aCue(), aCue({ minute: 560 })])).toEqual([['place', 10]]);
    expect(told([aCue(), aCue({ minute: 570 }), aCue({ minute: 550, place: '貴賓室' })])).toEqual([]);
  });

  it('tell who is to be in two places at once, but not who goes on in the same', () => {
    const wang = { personIds: ['wang'] };
    expect(told([aCue(wang), aCue({ ...wang, minute: 565, place: '貴賓室' })])).toEqual([['person', 5]]);
    expect(told([aCue(wang), aCue({ ...wang, minute: 570, place: '貴賓室' })])).toEqual([]);
  });

  it('see a night run into the next morning', () => {
    const gala = aCue({ minute: 1430, minutes: 60, place: '宴會廳' });
    expect(told([gala, aCue({ day: '2028-06-13', minute: 30, place: '宴會廳' })])).toEqual([['place', 20]]);
  });

  it('tell cues on days that are none of the event', () =>
    expect(told([aCue({ day: '2028-06-11' })])).toEqual([['outside-days', null]]));

  it('are past warning of what is over or left out, and a moment overlaps with nothing', () => {
    expect(told([aCue({ state: 'done' }), aCue(), aCue({ state: 'skipped' }), aCue({ minutes: 0 })])).toEqual([]);
  });

  it('know what a change has brought', () => {
    const [first, second] = [aCue(), aCue({ minute: 570 })];
    const before = warningsOf([first, second, aCue({ day: '2028-06-01' })], DAYS);
    const after = warningsOf([{ ...first, minutes: 40 }, second], DAYS);
    expect(newWarnings(before, after)).toMatchObject([{ kind: 'place', cueId: second.id, otherId: first.id }]);
    expect(newWarnings(after, after)).toEqual([]);
  });
});

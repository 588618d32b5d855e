import type { Cue, RunSheet } from '../../api/types';
import { clockText, daysOf, dayToShow, overBy, placesNow, readClock, spanText, wholeDays } from './cues.rules';

const aCue = (title: string, minute: number, more: Partial<Cue> = {}): Cue =>
  ({
    ...{ title, day: '2028-06-12', minute, minutes: 30, place: '主會場', state: 'waiting' },
    ...{ startsAt: minute * 60_000, endsAt: (minute + 30) * 60_000, ...more },
  }) as Cue;
const aSheet = (cues: Cue[], today = '2028-06-01') =>
  ({ openingDay: '2028-06-12', closingDay: '2028-06-14', today, cues }) as RunSheet;
const at = (minute: number) => minute * 60_000;

describe('the time of a cue', () => {
  it.each([
    ['9:30', 570],
    ['0930', 570],
    ['９：３０', 570],
    ['24:30', 1470],
    ['29:59', 1799],
    ['30:00', null],
    ['9:75', null],
    ['早上', null],
    ['', null],
  ])('typed as "%s" is %s', (text, minute) => expect(readClock(text)).toBe(minute));

  it('reads as it is typed', () => expect([570, 1470].map(clockText)).toEqual(['09:30', '24:30']));
  it('is counted down in seconds', () =>
    expect([5_000, 245_000, 3_905_000, -61_000].map(spanText)).toEqual(['0:05', '4:05', '1:05:05', '1:01']));
  it('is counted in days where it is more than one away', () =>
    expect([-at(5), at(1439), at(1440), at(4400)].map(wholeDays)).toEqual([-1, 0, 1, 3]));
});

describe('the day of a run sheet', () => {
  const rehearsal = aCue('彩排', 840, { day: '2028-06-11' });
  it('is one of the event, or one that has cues', () =>
    expect(daysOf(aSheet([rehearsal]))).toEqual(['2028-06-11', '2028-06-12', '2028-06-13', '2028-06-14']));

  it('of an event of months is only one that has cues, or its first or last', () => {
    const sheet = { ...aSheet([rehearsal]), closingDay: '2028-12-31' };
    expect(daysOf(sheet)).toEqual(['2028-06-11', '2028-06-12', '2028-12-31']);
  });

  it('is today, else the next with cues, else the last; unless another is asked for', () => {
    const cues = [rehearsal, aCue('開幕', 540), aCue('閉幕', 540, { day: '2028-06-14', startsAt: at(4000) })];
    const now = at(600);
    expect(dayToShow(aSheet(cues, '2028-06-12'), undefined, now)).toBe('2028-06-12');
    expect(dayToShow(aSheet(cues, '2028-06-13'), undefined, now)).toBe('2028-06-14');
    expect(dayToShow(aSheet(cues, '2028-07-01'), undefined, now)).toBe('2028-06-14');
    expect(dayToShow(aSheet(cues), '2028-06-13', now)).toBe('2028-06-13');
    expect(dayToShow(aSheet([]), undefined, now)).toBe('2028-06-12');
  });

  describe('after a night', () => {
    const [evening, morning] = ['2028-06-12', '2028-06-13'];
    /** Minutes are those of the evening’s day: five in the morning is 29:00. */
    const gala = (state: Cue['state']) => aCue('晚宴', 1440, { state });
    const build = (state: Cue['state'] = 'waiting') =>
      aCue('進場', 300, { day: morning, state, startsAt: at(1740), endsAt: at(1770) });
    const shown = (now: number, ...cues: Cue[]) => dayToShow(aSheet(cues, evening), undefined, at(now));

    it('is the evening’s on which it began, until two hours before the first cue of the morning', () => {
      expect(shown(1619, gala('done'), build())).toBe(evening);
      expect(shown(1620, gala('done'), build())).toBe(morning);
      expect(shown(1799, gala('done'), build('done'))).toBe(morning);
    });

    it('is still the evening’s while that goes on, at most until the morning has begun', () => {
      const late = { ...gala('running'), endsAt: at(1700) };
      expect(shown(1739, late, build())).toBe(evening);
      expect(shown(1740, late, build())).toBe(morning);
      expect(shown(1650, gala('done'), aCue('撤場', 1680), build())).toBe(evening);
    });

    it('is not held by what nobody has ended, nor begun by what is skipped', () => {
      expect(shown(1620, gala('running'), build())).toBe(morning);
      expect(shown(1750, gala('done'), build('skipped'))).toBe(evening);
    });
  });
});

describe('what goes on now', () => {
  it('is told by place: what runs, what should have begun, what comes next', () => {
    const cues = [
      aCue('開幕', 540, { state: 'running' }),
      aCue('演講', 570),
      aCue('座談', 600),
      aCue('茶敘', 560, { place: '貴賓室' }),
      aCue('簽名', 540, { place: '大廳', state: 'done' }),
    ];
    const names = (some: Cue[]) => some.map(({ title }) => title);
    expect(
      placesNow(cues, at(575)).map(({ place, running, due, next }) => [place, names(running), names(due), names(next)]),
    ).toEqual([
      ['主會場', ['開幕'], ['演講'], ['座談']],
      ['貴賓室', [], ['茶敘'], []],
    ]);
  });

  it('is late once its end is past', () => {
    expect(overBy(aCue('開幕', 540), at(569))).toBe(0);
    expect(overBy(aCue('開幕', 540), at(577))).toBe(7);
  });
});

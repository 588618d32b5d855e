import { addDays } from '@convener/kernel';
import { WorkingCalendar } from '@convener/schedule';
import fc from 'fast-check';
import { carriedAnchor, carriedDay, nextDays, nextName } from './next-edition';

const WEEKENDS = new WorkingCalendar([], []);
const LAST = { opening: '2027-10-13', closing: '2027-10-15' };
const NEXT = nextDays(LAST);

describe('the next edition', () => {
  it('is a year on, on the same weekdays', () => {
    expect(NEXT).toEqual({ opening: '2028-10-11', closing: '2028-10-13' });
  });

  it.each([
    ['2027 亞洲會展年會', '2028 亞洲會展年會'],
    ['第 12 屆會展論壇 2027', '第 13 屆會展論壇 2028'],
    ['第9屆', '第10屆'],
    ['ISO 20121 研討會', 'ISO 20121 研討會'],
    ['年會', '年會'],
  ])('%s is followed by %s', (name, next) => {
    expect(nextName(name, LAST.opening, NEXT.opening)).toBe(next);
  });

  it('keeps the distance of own work to the opening, and behind the event to the closing', () => {
    expect(carriedDay('2027-10-06', LAST, NEXT, WEEKENDS)).toBe('2028-10-04');
    expect(carriedDay('2027-10-20', LAST, NEXT, WEEKENDS)).toBe('2028-10-18');
    expect(carriedDay('2027-10-14', LAST, NEXT, WEEKENDS)).toBe('2028-10-12');
  });

  it('moves work off a weekend: earlier before the event, later behind it', () => {
    const sunday = { opening: '2028-10-15', closing: '2028-10-15' };
    expect(carriedDay('2027-10-12', LAST, sunday, WEEKENDS)).toBe('2028-10-13');
    expect(carriedDay('2027-10-22', LAST, { opening: '2028-10-13', closing: '2028-10-14' }, WEEKENDS)).toBe(
      '2028-10-23',
    );
  });

  it('keeps work inside a shorter event', () => {
    const oneDay = { opening: '2028-10-11', closing: '2028-10-11' };
    expect(carriedDay('2027-10-15', LAST, oneDay, WEEKENDS)).toBe('2028-10-11');
  });

  it('keeps each day on its side of the event and in its order, whatever the days', () => {
    const day = fc.integer({ min: -400, max: 400 }).map((count) => addDays(LAST.opening, count));
    const event = fc
      .tuple(fc.integer({ min: 0, max: 2000 }), fc.integer({ min: 0, max: 20 }))
      .map(([from, length]) => ({
        opening: addDays('2028-01-01', from),
        closing: addDays('2028-01-01', from + length),
      }));
    fc.assert(
      fc.property(day, day, event, (a, b, after) => {
        const [first, second] = a <= b ? [a, b] : [b, a];
        const [moved, then] = [first, second].map((each) => carriedDay(each, LAST, after, WEEKENDS));
        expect(moved! <= then!).toBe(true);
        if (first < LAST.opening) expect(moved! < after.opening).toBe(true);
        if (first > LAST.closing) expect(moved! > after.closing).toBe(true);
      }),
    );
  });

  it('moves an anchor as far as the opening, also onto a weekend', () => {
    expect(carriedAnchor('2027-10-01', LAST, { opening: '2028-10-14', closing: '2028-10-14' })).toBe('2028-10-02');
  });
});

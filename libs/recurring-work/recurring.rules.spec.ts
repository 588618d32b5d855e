import { WorkingCalendar } from '@convener/schedule';
import { endOf, missingOf, wantsLook } from './recurring.rules';
import type { RecurringWork } from './recurring-work.entity';

const calendar = new WorkingCalendar([], []);
const meeting = (given: Partial<RecurringWork> = {}) =>
  ({
    ...{ every: 'week', weekday: 1, monthDay: null, fromDay: '2028-05-01', daysOff: 'move', generatedUntil: null },
    ...given,
  }) as RecurringWork;
const anchors = [{ key: 'reportDue', name: '', nameEn: '', day: '2028-07-14', given: false }];
const project = { openingDay: '2028-06-12', closingDay: '2028-06-14', anchors };

describe('the weekly meeting', () => {
  it('ends on its day, or with its anchor wherever that moves', () => {
    expect(endOf({ untilDay: '2028-06-01', untilAnchor: null }, project)).toBe('2028-06-01');
    expect(endOf({ untilDay: null, untilAnchor: 'closing' }, project)).toBe('2028-06-14');
    expect(endOf({ untilDay: null, untilAnchor: 'closing' }, { ...project, closingDay: '2028-06-20' })).toBe(
      '2028-06-20',
    );
    expect(endOf({ untilDay: null, untilAnchor: 'reportDue' }, project)).toBe('2028-07-14');
    expect(endOf({ untilDay: null, untilAnchor: 'none' }, project)).toBeNull();
  });

  it('becomes work two weeks ahead, each time once, and never for days that have passed', () => {
    const days = (work: RecurringWork, today: string) =>
      missingOf(work, '2028-06-14', today, calendar).map(({ day }) => day);
    expect(days(meeting(), '2028-04-20')).toEqual(['2028-05-01']);
    expect(days(meeting(), '2028-05-09')).toEqual(['2028-05-15', '2028-05-22']);
    expect(days(meeting({ generatedUntil: '2028-05-15' }), '2028-05-09')).toEqual(['2028-05-22']);
    expect(days(meeting(), '2028-06-12')).toEqual(['2028-06-12']);
  });

  it('is looked at when the horizon moves on or its end comes nearer', () => {
    expect(wantsLook(meeting(), '2028-06-14', '2028-05-01')).toBe(true);
    expect(wantsLook(meeting({ generatedUntil: '2028-05-15' }), '2028-06-14', '2028-05-01')).toBe(false);
    expect(wantsLook(meeting({ generatedUntil: '2028-05-15' }), '2028-06-14', '2028-05-02')).toBe(true);
    expect(wantsLook(meeting({ generatedUntil: '2028-06-14' }), '2028-06-14', '2028-06-13')).toBe(false);
    expect(wantsLook(meeting({ generatedUntil: '2028-06-14' }), '2028-06-08', '2028-06-07')).toBe(true);
  });
});

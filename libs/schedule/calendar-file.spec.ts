import { CallerError } from '@convener/kernel';
import { readCalendarFile } from './calendar-file';

const HEAD = '西元日期,星期,是否放假,備註';
const LINES = [
  HEAD,
  '20260101,四,2,開國紀念日',
  '20260102,五,0,',
  '20260103,六,2,',
  '20260215,日,2,小年夜',
  '20260216,一,2,農曆除夕',
  '20260501,五,2,',
];
const utf8 = (lines: readonly string[], end = '\r\n') => new TextEncoder().encode(lines.join(end));

/** The head and the first line as older files come. */
const BIG5 = Buffer.from(
  'a6e8a4b8a4e9b4c12cac50b4c12cac4fa75fa9f1b0b22cb3c6b5f90d0a32303236303130312ca57c2c322cb67db0eaacf6a9c0a4e90d0a',
  'hex',
);

describe('the government file of a year', () => {
  it('gives its days off, without weekends', () =>
    expect(readCalendarFile(utf8(LINES))).toEqual({
      year: 2026,
      daysOff: [
        { date: '2026-01-01', name: '開國紀念日' },
        { date: '2026-02-16', name: '農曆除夕' },
        { date: '2026-05-01', name: '放假' },
      ],
    }));

  it.each([
    ['with a byte-order mark', utf8([`\uFEFF${HEAD}`, ...LINES.slice(1)])],
    ['with line feeds alone', utf8(LINES, '\n')],
    ['with quotes and empty lines', utf8([HEAD, '', '"20260101","四","2","開國紀念日"', ''])],
    ['with dashes', utf8([HEAD, '2026-1-1,四,2,開國紀念日'])],
    ['with slashes', utf8([HEAD, '2026/01/01,四,2,開國紀念日'])],
    ['in Big5', BIG5],
  ])('is read %s', (_how, file) => {
    const { year, daysOff } = readCalendarFile(file);
    expect(year).toBe(2026);
    expect(daysOff).toContainEqual({ date: '2026-01-01', name: '開國紀念日' });
  });

  it.each([
    ['is empty', '', 1],
    ['is another table', '姓名,電話\n王小明,02', 1],
    ['has no days', HEAD, 2],
    ['has a day that does not exist', `${HEAD}\n20260230,一,2,`, 2],
    ['does not say whether it is off', `${HEAD}\n20260101,四,2,\n20260102,五,1,`, 3],
    ['covers two years', `${HEAD}\n20260101,四,2,\n20270101,五,2,`, 2],
  ])('that %s is refused with its line', (_what, text, line) => {
    let thrown: unknown;
    try {
      readCalendarFile(new TextEncoder().encode(text));
    } catch (error) {
      thrown = error;
    }
    expect(thrown).toBeInstanceOf(CallerError);
    expect((thrown as CallerError).fields.map(({ zh }) => zh.split('：')[0])).toEqual([`第 ${line} 列`]);
  });
});

import { dayOffProblems, ownDayProblems } from './calendar.checks';

const pointers = (problems: readonly { pointer: string }[]) => problems.map(({ pointer }) => pointer);

describe('days off that are entered', () => {
  it.each([
    [
      'the same day twice',
      [
        { date: '2028-01-03', name: '甲' },
        { date: '2028-01-03', name: '乙' },
      ],
      '/daysOff/1/date',
    ],
    ['a day of another year', [{ date: '2027-01-01', name: '元旦' }], '/daysOff/0/date'],
    ['a weekend', [{ date: '2028-01-01', name: '元旦' }], '/daysOff/0/date'],
    ['no day', [{ date: '2028-02-30', name: '?' }], '/daysOff/0/date'],
  ])('are refused with %s', (_what, daysOff, pointer) =>
    expect(pointers(dayOffProblems(2028, daysOff))).toEqual([pointer]),
  );

  it('are taken otherwise', () => expect(dayOffProblems(2028, [{ date: '2028-01-03', name: '補假' }])).toEqual([]));
});

describe('a project’s own days', () => {
  it('are refused where a day stands twice, naming the first, and where no plan can hold it', () => {
    const problems = ownDayProblems([{ day: '2028-01-01' }, { day: '2201-01-01' }, { day: '2028-01-01' }]);
    expect(pointers(problems)).toEqual(['/ownDays/1/day', '/ownDays/2/day']);
    expect(problems[1]!.en).toContain('row 1');
  });

  it('may be weekends and holidays, for events run on them', () =>
    expect(ownDayProblems([{ day: '2028-01-01' }, { day: '2028-01-02' }])).toEqual([]));
});

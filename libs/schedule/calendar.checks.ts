import { type Day, type FieldProblem, isDay, weekday, yearOf } from '@convener/kernel';

export interface DayOff {
  date: Day;
  name: string;
}

/** What is wrong with the days off of a year, each at its place in a list under `/daysOff`. */
export function dayOffProblems(year: number, daysOff: readonly DayOff[]): FieldProblem[] {
  const first = new Map<Day, number>();
  return daysOff.flatMap(({ date }, index) => {
    const pointer = `/daysOff/${index}/date`;
    if (!isDay(date)) return [{ pointer, zh: '沒有這一天。', en: 'There is no such day.' }];
    if (yearOf(date) !== year) return [{ pointer, zh: `不在 ${year} 年。`, en: `Not in ${year}.` }];
    const day = weekday(date);
    if (day === 0 || day === 6)
      return [
        {
          pointer,
          zh: `${date} 是週末，本來就不上班；補假請填實際放假的那一天。`,
          en: `${date} is a weekend and off anyway. Give the day on which it is made up.`,
        },
      ];
    const before = first.get(date);
    if (before === undefined) {
      first.set(date, index);
      return [];
    }
    return [
      {
        pointer,
        zh: `${date} 與第 ${before + 1} 列重複；同一天只能寫一次。`,
        en: `${date} stands in row ${before + 1} already. Each day once.`,
      },
    ];
  });
}

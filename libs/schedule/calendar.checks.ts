import { type Day, type FieldProblem, isDay, weekday, yearOf } from '@convener/kernel';
import { isPlannable, type OwnDay } from './calendar';

export interface DayOff {
  date: Day;
  name: string;
}

/** What is wrong with the days off of a year, each at its place in a list under `/daysOff`. */
export function dayOffProblems(year: number, daysOff: readonly DayOff[]): FieldProblem[] {
  return eachDay(
    daysOff.map(({ date }) => date),
    (index) => `/daysOff/${index}/date`,
    (date, pointer) => {
      if (!isDay(date)) return [{ pointer, zh: '沒有這一天。', en: 'There is no such day.' }];
      if (yearOf(date) !== year) return [{ pointer, zh: `不在 ${year} 年。`, en: `Not in ${year}.` }];
      return weekday(date) === 0 || weekday(date) === 6 ? [{ pointer, ...weekendAnyway(date) }] : [];
    },
  );
}

/** What is wrong with the exceptions of a project, each at its place in a list under `/ownDays`. */
export function ownDayProblems(ownDays: readonly Pick<OwnDay, 'day'>[]): FieldProblem[] {
  return eachDay(
    ownDays.map(({ day }) => day),
    (index) => `/ownDays/${index}/day`,
    plannableProblems,
  );
}

/** That no plan can hold a day, at its pointer. No day at all is none. */
export function plannableProblems(day: Day | null, pointer: string): FieldProblem[] {
  if (day === null || isPlannable(day)) return [];
  return [{ pointer, zh: '年份要在 2000 到 2199 之間。', en: 'The year must be from 2000 to 2199.' }];
}

/** What is wrong with each day by itself, else that it stands in the list already. */
function eachDay(
  days: readonly Day[],
  at: (index: number) => string,
  problems: (day: Day, pointer: string) => FieldProblem[],
): FieldProblem[] {
  return days.flatMap((day, index) => {
    const own = problems(day, at(index));
    const before = days.indexOf(day);
    if (own.length > 0 || before === index) return own;
    return [
      {
        pointer: at(index),
        zh: `${day} 與第 ${before + 1} 列重複；同一天只能寫一次。`,
        en: `${day} stands in row ${before + 1} already. Each day once.`,
      },
    ];
  });
}

const weekendAnyway = (date: Day) => ({
  zh: `${date} 是週末，本來就不上班；補假請填實際放假的那一天。`,
  en: `${date} is a weekend and off anyway. Give the day on which it is made up.`,
});

import { daysBetween } from '@convener/kernel';
import { isLate, isOpenItem } from '@convener/projects';
import type { About } from '@convener/reports';
import { countedOf, type TallyOf } from './progress.rules';
import { doneDay } from './schedule.rules';
import { qualityOf, type Quality } from './quality.rules';
import type { TeamGroup } from './work-groups';

/** What a sub-team did, counted. A score would be an invention: how figures weigh against each other is for people to say. */
export interface Performance {
  name: string;
  total: number;
  onTime: number;
  doneLate: number;
  /** Done without a due day to be measured against, or nobody noted when. */
  doneUnmeasured: number;
  open: number;
  openLate: number;
  /** Of what was done late; null where nothing was. */
  medianDaysLate: number | null;
  /** Settled deliverables that were never returned, and those that were. */
  firstTry: number;
  afterReturn: number;
  /** How often something was returned, however it ended. */
  returns: number;
  quality: Quality;
  people: number;
  /** Open work by person, to a tenth; null where nobody is in the sub-team. */
  load: number | null;
}

export function performanceOf(
  about: Pick<About, 'project'>,
  { name, work, people }: TeamGroup,
  today: string | null,
  tallyOf: TallyOf,
  returnsOf: ReadonlyMap<string, number>,
): Performance {
  const done = work.filter(({ item }) => item.status === 'done');
  const behind = done.flatMap(({ item }) => {
    const day = doneDay(about, item);
    return day && item.dueDay ? [daysBetween(item.dueDay, day)] : [];
  });
  const late = behind.filter((days) => days > 0);
  const open = work.filter(({ item }) => isOpenItem(item));
  const deliverables = work.flatMap((one) => one.deliverables);
  const settled = deliverables.filter(({ status }) => status === 'accepted' || status === 'delivered');
  const returns = (id: string) => returnsOf.get(id) ?? 0;
  return {
    ...{ name, total: work.length, onTime: behind.length - late.length, doneLate: late.length },
    doneUnmeasured: done.length - behind.length,
    open: open.length,
    openLate: open.filter((one) => isLate(countedOf(one, tallyOf), today)).length,
    medianDaysLate: medianOf(late),
    firstTry: settled.filter(({ id }) => returns(id) === 0).length,
    afterReturn: settled.filter(({ id }) => returns(id) > 0).length,
    returns: deliverables.reduce((sum, { id }) => sum + returns(id), 0),
    quality: qualityOf(work),
    people,
    load: people === 0 ? null : Math.round((open.length / people) * 10) / 10,
  };
}

export function medianOf(numbers: readonly number[]): number | null {
  const sorted = [...numbers].sort((a, b) => a - b);
  const half = Math.floor(sorted.length / 2);
  const [low, high] = [sorted[sorted.length % 2 === 0 ? half - 1 : half], sorted[half]];
  return low === undefined || high === undefined ? null : (low + high) / 2;
}

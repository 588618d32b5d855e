import { type CountedItem, NOTHING } from '@convener/projects';
import { isHeavy, loadOf, weeksFrom } from './load.rules';

const TODAY = '2027-03-10';
const WEEKS = weeksFrom(TODAY, 3);
const due = (dueDay: string | null, given: Partial<CountedItem> = {}): CountedItem => ({
  ...{ status: 'to-do', dueDay, tally: NOTHING },
  ...given,
});

describe('the weeks of the load', () => {
  it.each(['2027-03-08', '2027-03-10', '2027-03-14'])('begin on the Monday of the week of %s', (day) => {
    expect(weeksFrom(day, 2)).toEqual(['2027-03-08', '2027-03-15']);
  });

  it('go over the end of a year', () => {
    expect(weeksFrom('2027-01-02', 2)).toEqual(['2026-12-28', '2027-01-04']);
  });
});

describe('the load of somebody', () => {
  it('counts each open work item once: overdue, in its week, later, or without a day', () => {
    const days = ['2027-03-09', TODAY, '2027-03-14', '2027-03-15', '2027-03-28', '2027-03-29', null];
    const items = [...days.map((day) => due(day)), due(TODAY, { status: 'done' })];
    expect(loadOf(items, WEEKS, TODAY)).toEqual({ open: 7, past: 1, weeks: [2, 1, 1], later: 1, undated: 1 });
  });

  it('counts an overdue deliverable as overdue, whenever its work item is due', () => {
    const items = [due('2027-03-20', { tally: { ...NOTHING, nextDueDay: '2027-03-01' } })];
    expect(loadOf(items, WEEKS, TODAY)).toMatchObject({ past: 1, weeks: [0, 0, 0] });
  });

  it('has nothing overdue this week while the project rests, and what was due before stays apart', () => {
    expect(loadOf([due('2027-03-09'), due('2027-03-01')], WEEKS, null)).toMatchObject({ past: 1, weeks: [1, 0, 0] });
  });
});

describe('much more than the others', () => {
  it('is over twice their average', () => {
    expect([isHeavy(7, [3, 3, 3]), isHeavy(6, [3, 3, 3]), isHeavy(4, [0, 1])]).toEqual([true, false, true]);
  });

  it('is never a handful, nor the work of somebody who is alone', () => {
    expect([isHeavy(3, [0, 0]), isHeavy(40, [])]).toEqual([false, false]);
  });
});

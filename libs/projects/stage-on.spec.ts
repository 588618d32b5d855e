import { stageOn } from './stage-on';

describe('the stage of a project on a day', () => {
  const event = { openingDay: '2028-06-12', closingDay: '2028-06-14' };

  it.each([
    ['2028-06-11', 'before'],
    ['2028-06-12', 'during'],
    ['2028-06-14', 'during'],
    ['2028-06-15', 'after'],
  ])('is on %s %s', (day, stage) => expect(stageOn(day, event)).toBe(stage));
});

import { entryLessonText } from './entry-lesson.rules';

describe('a lesson of an entry of a record', () => {
  it('says what happened and what was decided', () => {
    const entry = { title: '午宴缺料', notes: '素食少了三份。', decisions: ['下次多備一成', '前一天再確認'] };
    expect(entryLessonText(entry)).toBe('午宴缺料\n素食少了三份。\n・下次多備一成\n・前一天再確認');
  });

  it('is the title alone where nothing else was written', () => {
    expect(entryLessonText({ title: '彩排', notes: null, decisions: [] })).toBe('彩排');
  });
});

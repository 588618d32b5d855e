import { actionsOf, bodyOf, emptyFields, NEW_ACTION, textOf } from './recordFields';

const wang = { id: 'p', name: '王小明' };

describe('what a form of a record sends', () => {
  it('is a decision a line, and no empty ones', () => {
    expect(bodyOf({ decisions: '採劇院型\n\n  午餐訂素食 ' })).toEqual({ decisions: ['採劇院型', '午餐訂素食'] });
    expect(bodyOf({ title: '籌備會' })).toEqual({ title: '籌備會' });
  });

  it('is action items with their ids, and none without words', () => {
    const actions = textOf([{ ...NEW_ACTION, id: 'a', text: '訂車', assignee: wang }, NEW_ACTION]);
    expect(bodyOf({ actions })).toEqual({
      actions: [{ id: 'a', text: '訂車', assigneeId: 'p', teamId: null, dueDay: null }],
    });
  });

  it('starts with a meeting of that day', () => {
    const fields = emptyFields('2028-03-01');
    expect(fields).toMatchObject({ kind: 'meeting', day: '2028-03-01', title: '' });
    expect(actionsOf(fields)).toEqual([]);
  });
});

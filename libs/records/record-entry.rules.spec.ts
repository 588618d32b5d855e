import { type ActionItem, actionsOf, namingProblems } from './record-entry.rules';

let made = 0;
const newId = () => `new-${(made += 1)}`;
const anAction = (id: string, more: Partial<ActionItem> = {}): ActionItem => ({
  ...{ id, text: '訂車', assigneeId: null, teamId: null, dueDay: null },
  ...more,
});

describe('the action items of an entry', () => {
  beforeEach(() => (made = 0));

  it('keep their ids where they are there already, and get one where they are new', () => {
    const given = [{ text: '借麥克風' }, { id: 'a', text: '訂兩台車', dueDay: '2028-06-01' }];
    const { actions, problems } = actionsOf(given, [anAction('a'), anAction('b')], newId);
    expect(problems).toEqual([]);
    expect(actions).toEqual([
      anAction('new-1', { text: '借麥克風' }),
      anAction('a', { text: '訂兩台車', dueDay: '2028-06-01' }),
    ]);
  });

  it('are refused where one is named that is not there, or twice', () => {
    const given = ['a', 'a', 'strange'].map((id) => ({ id, text: '訂車' }));
    const pointers = actionsOf(given, [anAction('a')], newId).problems.map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/actions/1/id', '/actions/2/id']);
  });

  it('are due on days that a plan can hold', () => {
    const given = [{ text: '訂車', dueDay: '1899-01-01' }];
    expect(actionsOf(given, [], newId).problems).toMatchObject([{ pointer: '/actions/0/dueDay' }]);
  });

  it('go to people and sub-teams of the project alone, but leave those who were named before', () => {
    const named = { people: new Set(['wang']), teams: new Set(['programme']) };
    const before = [anAction('a', { assigneeId: 'left', teamId: 'gone' })];
    const actions = [
      anAction('a', { assigneeId: 'left', teamId: 'gone' }),
      anAction('b', { assigneeId: 'wang', teamId: 'programme' }),
      anAction('c', { assigneeId: 'left', teamId: 'gone' }),
    ];
    const pointers = namingProblems(actions, before, named).map(({ pointer }) => pointer);
    expect(pointers).toEqual(['/actions/2/assigneeId', '/actions/2/teamId']);
  });
});

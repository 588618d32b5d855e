import { type BookedEntry, isOpenIssue, issuesOf } from './issues.rules';
import { anAbout } from '../../test/support/builders.documents';

const action = (id: string, assigneeId: string | null = null) => ({
  ...{ id, text: `做 ${id}`, assigneeId, teamId: null, dueDay: null },
});
const entry = (day: string, more: Partial<BookedEntry> = {}): BookedEntry => ({
  ...{ day, title: '停電', place: null, notes: null, decisions: [], actions: [] },
  ...more,
});
const named = {
  nameOf: (id: string | null) => (id === 'p1' ? '組長' : null),
  doneOf: (id: string) => (id === 'unmade' ? null : id === 'done'),
};
const solved = (entries: BookedEntry[]) => issuesOf(anAbout(), [], [], entries, named).map((one) => one.solved);

describe('issues', () => {
  it('of records are solved when all work that was made of their action items is done', () => {
    expect(solved([entry('2028-06-12', { actions: [action('done')] })])).toEqual([true]);
    expect(solved([entry('2028-06-12', { actions: [action('done'), action('open')] })])).toEqual([false]);
    expect(solved([entry('2028-06-12', { actions: [action('unmade')] })])).toEqual([false]);
    expect(solved([entry('2028-06-12')])).toEqual([null]);
  });

  it('stand in time order, say what is done about them and by whom, and are open until somebody says otherwise', () => {
    const told = entry('2028-06-11', { notes: '全館', decisions: ['備發電機'], actions: [action('open', 'p1')] });
    const issues = issuesOf(anAbout(), [], [], [entry('2028-06-12'), told], named);
    expect(issues[0]).toMatchObject({ problem: '停電：全館', handling: '備發電機；做 open', owner: '組長' });
    expect(issues.map(({ day }) => day)).toEqual(['2028-06-11', '2028-06-12']);
    expect(issues.filter(isOpenIssue)).toHaveLength(2);
  });
});

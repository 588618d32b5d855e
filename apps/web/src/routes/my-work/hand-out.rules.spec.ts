import { backTo } from './hand-out.rules';

describe('taking back what was handed out', () => {
  it('gives each row to whom it was with before, those of one holder together', () => {
    const wang = { id: 'wang' };
    const rows = [
      { id: '1', assignee: null },
      { id: '2', assignee: wang },
      { id: '3', assignee: null },
    ];
    expect(backTo(rows)).toEqual([
      { assigneeId: null, ids: ['1', '3'] },
      { assigneeId: 'wang', ids: ['2'] },
    ]);
  });
});

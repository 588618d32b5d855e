import { difference } from './difference';

describe('the difference that a change makes', () => {
  const row = { title: '場地分析', dueDay: '2027-01-08', assigneeId: null as string | null };

  it('names only the fields that change, before and after', () => {
    expect(difference(row, { title: '場地分析', dueDay: '2027-01-15' })).toEqual({
      before: { dueDay: '2027-01-08' },
      after: { dueDay: '2027-01-15' },
    });
  });

  it('is null when nothing changes, so that no empty entry is written', () => {
    expect(difference(row, { title: '場地分析', dueDay: undefined })).toBeNull();
  });

  it('tells clearing a field from leaving it alone', () => {
    expect(difference<typeof row>({ ...row, assigneeId: 'p' }, { assigneeId: null })?.after).toEqual({
      assigneeId: null,
    });
  });
});

import { mergePersonal, personalDigest, splitPersonal, type Told } from './personal';

const told = (given: Partial<Told>): Told => ({
  subjectType: 'work-item',
  subjectTitle: '場地分析',
  before: null,
  after: null,
  ...given,
});

describe('what is personal in an entry', () => {
  it.each(['reason', 'why', 'note', 'link', 'waitingFor', 'client'])('is what somebody wrote as %s', (field) => {
    const { told: rest, personal } = splitPersonal(told({ after: { status: 'waiting', [field]: '等王小明回電' } }));
    expect(rest.after).toEqual({ status: 'waiting' });
    expect(personal).toEqual({ after: { [field]: '等王小明回電' } });
  });

  it('is the name of a member, and not the title of a thing', () => {
    const member = splitPersonal(told({ subjectType: 'member', subjectTitle: '王小明', after: { role: 'member' } }));
    expect(member.told).toEqual(told({ subjectType: 'member', subjectTitle: '', after: { role: 'member' } }));
    expect(member.personal).toEqual({ title: '王小明' });
    expect(splitPersonal(told({ after: { status: 'done' } })).personal).toBeNull();
  });

  it('is not an id of a person, nor a field that was cleared', () => {
    const change = told({ before: { assigneeId: 'p1', waitingFor: null }, after: { assigneeId: null, reason: null } });
    expect(splitPersonal(change)).toEqual({ told: change, personal: null });
  });

  it('is put back for those who may read it', () => {
    const change = told({
      subjectType: 'member',
      subjectTitle: '王小明',
      before: { client: '陳先生', name: '年會' },
      after: { client: '李小姐', name: '年會' },
    });
    const { told: rest, personal } = splitPersonal(change);
    expect(mergePersonal(rest, personal)).toEqual(change);
  });

  it('is left out where it was erased, while the rest can still be read', () => {
    const { told: rest } = splitPersonal(told({ before: { reason: '病假' }, after: { status: 'open' } }));
    expect(mergePersonal(rest, null)).toEqual(told({ before: {}, after: { status: 'open' } }));
  });

  it('commits to another digest under another salt, so that nobody can try names on the chain', () => {
    expect(personalDigest('a', '王小明')).not.toBe(personalDigest('b', '王小明'));
    expect(personalDigest('a', 'b,c')).not.toBe(personalDigest('a,b', 'c'));
  });
});

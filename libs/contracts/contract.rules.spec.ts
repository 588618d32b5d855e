import { CONTRACT_STATES, type ContractState, dayProblems, missingOf, needsReason, nextStates } from './contract.rules';

const contract = (party: string, state: ContractState) => ({ party, state });

describe('the course of a contract', () => {
  it.each<[ContractState, ContractState[]]>([
    ['drafted', ['sent', 'signed', 'dropped']],
    ['sent', ['drafted', 'signed', 'dropped']],
    ['signed', ['sent', 'ended']],
    ['ended', ['signed']],
    ['dropped', ['drafted']],
  ])('goes on from %s', (state, next) => {
    expect(nextStates(state)).toEqual(next);
  });

  it('never stays where it is', () => {
    for (const state of CONTRACT_STATES) expect(nextStates(state)).not.toContain(state);
  });

  it('asks why where a step is taken back or something comes to nothing', () => {
    expect(needsReason('signed', 'sent')).toBe(true);
    expect(needsReason('ended', 'signed')).toBe(true);
    expect(needsReason('sent', 'dropped')).toBe(true);
    expect(needsReason('drafted', 'sent')).toBe(false);
    expect(needsReason('sent', 'signed')).toBe(false);
  });
});

describe('the days of a contract', () => {
  const none = { sentOn: null, signedOn: null, startsOn: null, endsOn: null };

  it('may all be open', () => {
    expect(dayProblems(none)).toEqual([]);
  });

  it('are told where one comes before what must precede it', () => {
    const turned = { sentOn: '2027-03-02', signedOn: '2027-03-01', startsOn: '2027-06-02', endsOn: '2027-06-01' };
    expect(dayProblems(turned).map(({ field }) => field)).toEqual(['signedOn', 'endsOn']);
    expect(dayProblems({ ...none, sentOn: '2027-03-01', signedOn: '2027-03-01' })).toEqual([]);
  });
});

describe('a deliverable of contracts', () => {
  it('needs one at least', () => {
    expect(missingOf([])?.zh).toBe('還沒有登錄合約。');
    expect(missingOf([contract('甲飯店', 'dropped')])?.zh).toBe('還沒有登錄合約。');
  });

  it('waits for each that is not signed, and says whose', () => {
    const all = [contract('甲飯店', 'sent'), contract('乙飯店', 'signed'), contract('丙公司', 'drafted')];
    expect(missingOf(all)).toEqual({ zh: '還沒有簽回：甲飯店、丙公司。', en: 'Not signed yet: 甲飯店, 丙公司.' });
  });

  it('is complete when the rest was dropped or has ended', () => {
    expect(missingOf([contract('甲', 'signed'), contract('乙', 'dropped'), contract('丙', 'ended')])).toBeNull();
  });
});

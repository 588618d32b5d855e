import { diffLate, diffPlan, type PlannedReminder, type StoredReminder } from './diff';

const wanted: PlannedReminder = {
  subjectType: 'work-item',
  subjectId: 'item',
  personId: 'an',
  recipient: null,
  kind: 'due',
  rule: '1d-before',
  dueDay: '2026-10-14',
  fireAt: 1000,
  expiresAt: null,
};
const row: StoredReminder = { ...wanted, id: 'row' };

describe('comparing what is planned with what is wanted', () => {
  it('leaves a row alone that still holds', () => {
    expect(diffPlan([row], [wanted])).toEqual({ cancel: [], insert: [] });
  });

  it.each([
    ['another person', { personId: 'bo' }],
    ['another due day', { dueDay: '2026-10-15' }],
    ['another instant', { fireAt: 2000 }],
    ['another rule', { rule: '7d-before' }],
    ['another part in it', { recipient: 'lead' as const }],
    ['another cause', { kind: 'start' as const }],
    ['another end of its worth', { expiresAt: 3000 }],
  ])('cancels and plans anew for %s', (_what, change) => {
    const next = { ...wanted, ...change };
    expect(diffPlan([row], [next])).toEqual({ cancel: ['row'], insert: [next] });
  });

  it('cancels what nobody wants any more', () => {
    expect(diffPlan([row], [])).toEqual({ cancel: ['row'], insert: [] });
  });

  it('cancels the double of a row', () => {
    expect(diffPlan([row, { ...row, id: 'double' }], [wanted])).toEqual({ cancel: ['double'], insert: [] });
  });
});

describe('rows that came due while nothing claimed them', () => {
  const late = (personId: string | null) => diffLate([row], () => personId);

  it('stay where they still hold', () => {
    expect(late('an')).toEqual({ cancel: [], readdress: new Map() });
  });

  it('go to whoever has the subject now', () => {
    expect(late('bo')).toEqual({ cancel: [], readdress: new Map([['bo', ['row']]]) });
  });

  it('are cancelled where they go to nobody', () => {
    expect(late(null)).toEqual({ cancel: ['row'], readdress: new Map() });
  });
});

import { diffLate, diffPlan, type PlannedReminder, type StoredReminder } from './diff';

const wanted: PlannedReminder = {
  subjectType: 'work-item',
  subjectId: 'item',
  personId: 'an',
  rule: '1d-before',
  dueDay: '2026-10-14',
  fireAt: 1000,
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
  const subject = { ref: { type: 'work-item' as const, id: 'item' }, dueDay: '2026-10-14', open: true, personId: 'an' };
  const late = (change: object) => diffLate([row], [{ ...subject, ...change }]);

  it('stay where they still hold', () => {
    expect(late({})).toEqual({ cancel: [], readdress: new Map() });
  });

  it('go to whoever has the subject now', () => {
    expect(late({ personId: 'bo' })).toEqual({ cancel: [], readdress: new Map([['bo', ['row']]]) });
  });

  it.each([{ open: false }, { dueDay: '2026-10-20' }, { dueDay: null }, { personId: null }])(
    'are cancelled by %j',
    (change) => {
      expect(late(change)).toEqual({ cancel: ['row'], readdress: new Map() });
    },
  );
});

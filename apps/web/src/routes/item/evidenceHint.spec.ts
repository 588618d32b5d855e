import { evidenceHint, mayStayEmpty } from './evidenceHint';

const asked = (more: object = {}) =>
  ({ kind: 'file', evidence: 'required', accepter: 'manager', evidenceList: [], ...more }) as Parameters<
    typeof mayStayEmpty
  >[0];

describe('what is said to be needed when a deliverable is handed in', () => {
  it('is a file, a link or a note, as far as anything is', () => {
    expect(evidenceHint(asked())).toBe('required');
    expect(evidenceHint(asked({ evidence: 'optional' }))).toBe('optional');
    expect(evidenceHint(asked({ evidence: 'no' }))).toBeNull();
    expect([mayStayEmpty(asked()), mayStayEmpty(asked({ evidenceList: [{}] }))]).toEqual([false, true]);
  });

  it('is an entry of a record, and no file', () => {
    const record = asked({ kind: 'record' });
    expect(evidenceHint(record)).toBe('recordRequired');
    expect(mayStayEmpty(record)).toBe(true);
    expect(evidenceHint(asked({ kind: 'record', evidence: 'optional' }))).toBe('recordOptional');
  });

  it('is a file of a record that the client accepts, whose people see no entries', () => {
    const record = asked({ kind: 'record', accepter: 'client' });
    expect(evidenceHint(record)).toBe('recordClient');
    expect(mayStayEmpty(record)).toBe(false);
  });
});

import { covers } from './errata';

const says = (at: string, finding: string) =>
  covers({ at, kind: 'duplicate-number' }, { at: finding, kind: 'duplicate-number' });

describe('covers', () => {
  it('asks for the same kind', () => {
    expect(covers({ at: 'T1.1', kind: 'typo' }, { at: 'T1.1', kind: 'no-output' })).toBe(false);
    expect(covers({ at: 'T1.1', kind: 'no-output' }, { at: 'T1.1', kind: 'no-output' })).toBe(true);
  });

  it('reaches what lies inside its place', () => {
    expect(says('T5', 'T5.1')).toBe(true);
    expect(says('T5.1', 'T5.1/O5.1.2')).toBe(true);
    expect(says('T2.1/P2.1.3', 'T2.1/P2.1.3~2')).toBe(true);
    expect(says('outputs', 'T5.1/O5.1.2')).toBe(true);
  });

  it('reaches no neighbour with a longer number, and not outwards', () => {
    expect(says('T1', 'T10.1')).toBe(false);
    expect(says('T2.1', 'T2.10')).toBe(false);
    expect(says('T2.1/P2.1.1', 'T2.1/P2.1.16')).toBe(false);
    expect(says('T5.1', 'T5')).toBe(false);
    expect(says('outputs', 'T5.1/P5.1.2')).toBe(false);
  });
});

import { join } from 'node:path';
import { covers, touchedPlaces } from './errata';
import { StandardsLibrary } from './standards.library';

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

describe('touchedPlaces', () => {
  const library = StandardsLibrary.read(join(__dirname, '../../seeds/standards'));
  const touched = (slug: string, at: string) => touchedPlaces(library.get(slug), { at });

  it('are every use of a code that is printed more than once', () => {
    expect(touched('meeting-executive-2017', 'T2.1/P2.1.5')).toEqual(['T2.1/P2.1.5', 'T2.1/P2.1.5~2', 'T2.1/P2.1.5~3']);
    expect(touched('meeting-executive-2017', 'T2.1/P2.2.2')).toEqual(['T2.1/P2.2.2']);
    expect(touched('conference-project-executive', 'knowledge/K59')).toEqual(['knowledge/K59', 'knowledge/K59~2']);
  });

  it('are the duty or task of a cell, and the part that is named', () => {
    expect(touched('event-coordinator', 'T4/skills')).toEqual(['T4']);
    expect(touched('exhibition-marketing-specialist', 'T3.1/K15')).toEqual(['T3.1']);
    expect(touched('exhibition-marketing-manager', 'outputs')).toEqual(['outputs']);
    expect(touched('exhibition-marketing-manager', 'T3.5/O~2')).toEqual(['T3.5/O~2']);
  });
});

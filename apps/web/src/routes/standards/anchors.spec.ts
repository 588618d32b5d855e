import { anchorOf, placeInStandard } from './anchors';

describe('the address of a place', () => {
  it('is short, and can be read', () => {
    expect(anchorOf('T2.1')).toBe('t2-1');
    expect(anchorOf('T2.1/P2.1.4~2')).toBe('t2-1_p2-1-4~2');
    expect(anchorOf('knowledge/K59~2')).toBe('knowledge_k59~2');
  });

  it('is that of the task, whatever standard a row of a template comes from', () => {
    expect(anchorOf(placeInStandard('event-coordinator/T2.1'))).toBe('t2-1');
    expect(placeInStandard('event-coordinator/T2.1/O2.1.3')).toBe('T2.1/O2.1.3');
  });
});

import { healthOf } from './health';

const SAID = Date.parse('2027-03-01T10:00:00+08:00');
const word = { health: 'at-risk', healthNote: '場地合約未簽', healthAt: SAID } as const;
const by = { id: 'p1', name: '林怡君' };

describe("the manager's word on a project", () => {
  it('is what was said, by whom and when', () => {
    expect(healthOf(word, by, SAID)).toEqual({ word: 'at-risk', note: '場地合約未簽', at: SAID, by, stale: false });
  });

  it('is stale after fourteen days, and not a moment sooner', () => {
    const later = Date.parse('2027-03-15T10:00:00+08:00');
    expect(healthOf(word, by, later - 1)?.stale).toBe(false);
    expect(healthOf(word, by, later)?.stale).toBe(true);
  });

  it('is nothing where nobody has said anything', () => {
    expect(healthOf({ health: null, healthNote: null, healthAt: null }, null, SAID)).toBeNull();
  });
});

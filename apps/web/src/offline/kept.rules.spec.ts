import { isFresh, isKept, type Kept, KEPT_MS, readable } from './kept.rules';

const NOW = 1_900_000_000_000;
const row = (path: string, personId: string, age = 0): Kept => ({
  key: `${path} ${personId}`,
  queryKey: ['get', path, {}],
  data: {},
  personId,
  savedAt: NOW - age,
});

describe('what a device keeps for reading offline', () => {
  it("is the reader's work and its pages and the run sheet, nothing else", () => {
    const work = ['/api/me', '/api/me/work', '/api/work-items/{id}', '/api/projects/{id}'];
    for (const path of [...work, '/api/projects/{id}/run-sheet']) expect(isKept(['get', path, {}])).toBe(true);
    for (const path of ['/api/people', '/api/outbox', '/api/projects/{id}/activity', '/api/me/sessions'])
      expect(isKept(['get', path, {}])).toBe(false);
    expect(isKept(['post', '/api/me', {}])).toBe(false);
  });

  it('is kept for a day', () => {
    expect(isFresh(NOW - KEPT_MS + 1, NOW)).toBe(true);
    expect(isFresh(NOW - KEPT_MS, NOW)).toBe(false);
  });

  it('is not trusted where it comes from the future of this clock', () =>
    expect(isFresh(NOW + 120_000, NOW)).toBe(false));

  it("is one person's, and shown only with their account", () => {
    const mine = [row('/api/me', 'wang'), row('/api/me/work', 'wang', 1000)];
    expect(readable([...mine, row('/api/work-items/{id}', 'li')], NOW)).toEqual(mine);
    expect(readable([row('/api/me/work', 'wang')], NOW)).toEqual([]);
    expect(readable([row('/api/me', 'wang', KEPT_MS), row('/api/me/work', 'wang')], NOW)).toEqual([]);
  });

  it('is without what has grown older than a day', () =>
    expect(readable([row('/api/me', 'wang'), row('/api/me/work', 'wang', KEPT_MS)], NOW)).toEqual([
      row('/api/me', 'wang'),
    ]));
});

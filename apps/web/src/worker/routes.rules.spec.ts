import { wayOf } from './routes.rules';

const HOME = 'https://convener.example.test';
const way = (path: string, more: object = {}) =>
  wayOf({ method: 'GET', mode: 'cors', url: new URL(path, HOME).href, ...more }, HOME);

describe('the service worker', () => {
  it('opens every page with the shell', () => {
    for (const path of ['/', '/my-work', '/projects/1/items/2']) expect(way(path, { mode: 'navigate' })).toBe('shell');
  });

  it('takes built files from the cache', () => expect(way('/assets/DNCeodEV.js')).toBe('file'));

  it.each(['/api/me', '/api/work-items/1', '/api', '/api/docs'])('never answers %s', (path) => {
    expect(way(path)).toBe('network');
    expect(way(path, { mode: 'navigate' })).toBe('network');
  });

  it('shows a file that somebody opens by its address as it is', () =>
    expect(way('/icon.svg', { mode: 'navigate' })).toBe('network'));

  it('leaves changes and other sites alone', () => {
    expect(way('/assets/a.js', { method: 'POST' })).toBe('network');
    expect(way('https://elsewhere.example.test/assets/a.js')).toBe('network');
  });
});

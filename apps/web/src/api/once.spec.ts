import { webcrypto } from 'node:crypto';
import { newKey, withKey } from './once';

const keyOf = (init: object | undefined) =>
  (init as { headers?: Record<string, string> } | undefined)?.headers?.['Idempotency-Key'];

describe('the key of a request', () => {
  it('is new for each action and the same when one action is tried again', () => {
    const [first, second] = [{ body: {} }, { body: {} }];
    const key = keyOf(withKey('/api/checks/{id}/tick', first));
    expect(keyOf(withKey('/api/checks/{id}/tick', first))).toBe(key);
    expect(keyOf(withKey('/api/checks/{id}/tick', second))).not.toBe(key);
    expect(keyOf(withKey('/api/projects', undefined))).not.toBe(keyOf(withKey('/api/projects', undefined)));
  });

  it.each(['/api/projects', '/api/projects/{id}/workflows', '/api/teams/{id}', '/api/checks/{id}/tick'])(
    'is sent to %s',
    (path) => expect(keyOf(withKey(path, {}))).toMatch(/^[0-9a-f-]{36}$/),
  );

  it('leaves other headers and options alone', () =>
    expect(withKey('/api/projects', { body: { name: '年會' }, headers: { a: 'b' } } as object)).toMatchObject({
      body: { name: '年會' },
      headers: { a: 'b' },
    }));

  it.each([
    '/api/session',
    '/api/invitations',
    '/api/me/password',
    '/api/projectsmith',
    '/api/projects/preview',
    '/api/projects/{id}/workflows/preview',
    '/api/projects/{id}/personal-data/search',
  ])('is not sent to %s, which knows none', (path) => expect(keyOf(withKey(path, {}))).toBeUndefined());

  it('is a UUID also where the browser makes none, over plain http', () => {
    const bare = { getRandomValues: webcrypto.getRandomValues.bind(webcrypto) } as Pick<Crypto, 'getRandomValues'>;
    const made = Array.from({ length: 100 }, () => newKey(bare));
    for (const key of made) expect(key).toMatch(/^[0-9a-f]{8}-[0-9a-f]{4}-4[0-9a-f]{3}-8[0-9a-f]{3}-[0-9a-f]{12}$/);
    expect(new Set(made).size).toBe(100);
  });
});

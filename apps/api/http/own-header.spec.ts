import { lacksOwnHeader } from './own-header';

const ask = (method: string, url: string, headers = {}) => lacksOwnHeader({ method, url, headers });

it('is asked of every change of the API, and of no reading', () => {
  for (const method of ['POST', 'PUT', 'PATCH', 'DELETE']) expect(ask(method, '/api/me')).toBe(true);
  for (const method of ['GET', 'HEAD', 'OPTIONS']) expect(ask(method, '/api/me')).toBe(false);
  expect(ask('POST', '/api?x=1')).toBe(true);
  expect(ask('POST', '/apiary')).toBe(false);
});

it('is only our own value: other libraries send one of their own by themselves', () => {
  expect(ask('POST', '/api/me', { 'x-requested-with': 'convener' })).toBe(false);
  for (const value of ['', 'XMLHttpRequest', 'Convener', ['convener', 'convener']]) {
    expect(ask('POST', '/api/me', { 'x-requested-with': value })).toBe(true);
  }
});

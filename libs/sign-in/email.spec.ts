import { normalEmail } from './email';

it('makes one address of the ways to type it', () => {
  const typed = ['wang@example.test', ' Wang@Example.TEST ', 'ｗａｎｇ@example.test'];
  expect(new Set(typed.map(normalEmail))).toEqual(new Set(['wang@example.test']));
});

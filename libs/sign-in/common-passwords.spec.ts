import { commonPasswords } from './common-passwords';

it('knows the passwords that everybody tries first', async () => {
  const isCommon = await commonPasswords();
  for (const password of ['password', '12345678', 'qwertyuiop', '1qaz2wsx', 'a123456789']) {
    expect(isCommon(password)).toBe(true);
  }
  expect(isCommon('a password for tests')).toBe(false);
});

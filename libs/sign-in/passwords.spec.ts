import { Passwords } from './passwords';

describe('Passwords', () => {
  const passwords = new Passwords();
  const owner = { name: '林怡君', email: 'yijun@convener.example' };

  it('verifies what it has hashed, in whatever Unicode form it is typed', async () => {
    const hash = await passwords.hash('Ａ café at ten');
    expect(await passwords.verify(hash, 'A cafe\u0301 at ten')).toBe(true);
    expect(await passwords.verify(hash, 'A cafe at ten')).toBe(false);
  });

  it('works as hard for nobody as for somebody', async () => {
    const verify = jest.spyOn(passwords, 'verify');
    expect(await passwords.verifyNobody('a password for tests')).toBe(false);
    const parameters = (hash: string) => hash.split('$').slice(1, 4);
    const [decoy = ''] = verify.mock.calls[0] ?? [];
    expect(parameters(decoy)).toEqual(parameters(await passwords.hash('a password for tests')));
    expect(decoy).toHaveLength((await passwords.hash('a password for tests')).length);
  });

  it('refuses a common one at its field and says what to do', async () => {
    await expect(passwords.choose('Password1', owner, '/next')).rejects.toMatchObject({
      status: 400,
      type: 'weak-password',
      fields: [
        { pointer: '/next', zh: expect.stringMatching(/請換一個/), en: expect.stringMatching(/Choose another/) },
      ],
    });
    expect(await passwords.choose('a password for tests', owner, '/next')).toMatch(/^\$argon2id\$/);
  });
});

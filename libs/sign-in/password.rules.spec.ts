import { passwordProblem } from './password.rules';

const owner = { name: '林 怡君', email: 'yijun.lin@convener.example' };
const problem = (password: string) => passwordProblem(password, owner, (folded) => folded === 'qwertyuiop');

describe('a new password', () => {
  it('is not a common one, however its case', () => {
    for (const password of ['qwertyuiop', 'QwertyUiop', 'ｑｗｅｒｔｙｕｉｏｐ']) {
      expect(problem(password)?.zh).toMatch(/太常見/);
    }
  });

  it('is more than one or two characters over and over', () => {
    expect(problem('88888888')?.zh).toMatch(/太常見/);
    expect(problem('abababab')?.zh).toMatch(/太常見/);
  });

  it('is not a name, an address or the product with digits around it', () => {
    for (const password of [
      'Convener2027',
      '2027convener!',
      'yijun.lin88',
      'Yijun.Lin@convener.example',
      '林怡君1234567',
    ]) {
      expect(problem(password)?.zh).toMatch(/只是姓名/);
    }
  });

  it('may be a phrase, also one with such a word in it', () => {
    for (const password of ['a password for tests', '週三在展場喝咖啡', 'convener opens in june', '8fK2-qPz9']) {
      expect(problem(password)).toBeNull();
    }
  });

  it('made of digits only is not mistaken for somebody without a name', () => {
    expect(passwordProblem('20471938', { name: '123', email: '99@x.example' }, () => false)).toBeNull();
  });
});

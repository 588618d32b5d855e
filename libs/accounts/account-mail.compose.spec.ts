import { composeAdminLink, composeReset } from './account-mail.compose';

const LINK = 'https://convener.example/reset-password/s3cret';

describe('a mail about an account', () => {
  it('is in the language of its reader', () => {
    expect(composeReset({ name: '林怡君', locale: 'zh-TW' }, LINK)).toMatchObject({
      subject: '重設 Convener 的密碼',
      text: expect.stringMatching(
        /^林怡君，您好：[^]*30 分鐘內[^]*https:\/\/convener\.example\/reset-password\/s3cret\n/,
      ),
    });
    const english = composeReset({ name: 'Ivy', locale: 'en' }, LINK);
    expect(english.text).toMatch(/^Hello Ivy,/);
    expect(english.subject + english.text + english.html).not.toMatch(/[\u3400-\u9fff]/);
  });

  it('says who made the link that it did not ask for', () => {
    const { text } = composeAdminLink({ name: 'Ivy', locale: 'en' }, '管理者', 'https://convener.example/');
    expect(text).toContain('The administrator 管理者 made a link');
    expect(text).toContain('https://convener.example/reset-password\n');
  });

  it('shows names as names, whatever stands in them', () => {
    const { text, html } = composeReset({ name: '<img src=x>\n\nClick here', locale: 'en' }, LINK);
    expect(text).toMatch(/^Hello <img src=x> Click here,\n/);
    expect(html).not.toContain('<img');
  });
});

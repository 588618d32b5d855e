import { instantAt } from '@convener/kernel';
import { composeMail } from './compose';
import { composeLines, type LiveReminder, subjectOf } from './lines';

const NINE = instantAt('2026-10-13', '09:00', 'Asia/Taipei');

function reminder(
  subjectId: string,
  dueDay: string,
  now: Partial<LiveReminder['now']> = {},
  rule = '1d-before',
): LiveReminder {
  return {
    subjectType: 'work-item',
    subjectId,
    rule,
    dueDay,
    now: {
      open: true,
      dueDay,
      personId: 'an',
      title: `工作 ${subjectId}`,
      titleEn: `Work ${subjectId}`,
      code: null,
      projectId: 'p1',
      projectName: '亞太年會',
      zone: 'Asia/Taipei',
      link: `/projects/p1/items/${subjectId}`,
      ...now,
    },
  };
}

describe('the lines of a message', () => {
  it('stand by project, most urgent first', () => {
    const other = { projectId: 'p2', projectName: '食品展' };
    const lines = composeLines(
      [
        reminder('a', '2026-10-20'),
        reminder('b', '2026-10-14', other),
        reminder('c', '2026-10-11'),
        reminder('d', '2026-10-13', other),
      ],
      NINE,
    );
    expect(lines.map(({ name, lines }) => [name, lines.map(({ subjectId, when }) => [subjectId, when])])).toEqual([
      [
        '亞太年會',
        [
          ['c', 'overdue'],
          ['a', 'soon'],
        ],
      ],
      [
        '食品展',
        [
          ['d', 'today'],
          ['b', 'tomorrow'],
        ],
      ],
    ]);
  });

  it('name a subject once when several of its mornings were missed', () => {
    const lines = composeLines(
      [reminder('a', '2026-10-12', {}, '1d-before'), reminder('a', '2026-10-12', {}, '1wd-after')],
      NINE,
    );
    expect(lines[0]?.lines.map(({ rule }) => rule)).toEqual(['1wd-after']);
  });

  it('count days in the project’s own zone', () => {
    const lines = composeLines([reminder('a', '2026-10-12', { zone: 'America/New_York' })], NINE);
    expect(lines[0]).toMatchObject({ today: '2026-10-12', lines: [{ when: 'today' }] });
  });

  it('are summed up in a subject', () => {
    const one = composeLines([reminder('a', '2026-10-14')], NINE);
    expect(subjectOf(one)).toEqual({ zh: '工作 a：明天到期', en: 'Work a: due tomorrow' });
    const many = composeLines([reminder('a', '2026-10-14'), reminder('b', '2026-10-01')], NINE);
    expect(subjectOf(many).zh).toBe('2 件工作要留意，其中 1 件已逾期');
    expect(subjectOf(many).en).toBe('2 items need your attention, 1 overdue');
  });
});

const UNSUBSCRIBE = 'https://convener.test/unsubscribe/t0ken';
const reader = (name: string, locale: 'zh-TW' | 'en', forName: string | null = null) => ({
  ...{ name, locale, forName, unsubscribeLink: UNSUBSCRIBE },
});

describe('the mail', () => {
  const lines = composeLines([reminder('a', '2026-10-14', { code: 'T1.1' }), reminder('b', '2026-10-11')], NINE);

  it('says in Chinese what, when due, and where', () => {
    const mail = composeMail(lines, reader('安', 'zh-TW'), 'https://convener.test/');
    expect(mail.text).toContain(
      '- T1.1 工作 a\n  明天到期，期限 2026/10/14（三）\n  https://convener.test/projects/p1/items/a',
    );
    expect(mail.text).toContain('已逾期 2 天，期限 2026/10/11（日）');
    expect(mail.html).toContain('<a href="https://convener.test/projects/p1/items/a">T1.1 工作 a</a>');
  });

  it('says the same in English', () => {
    const mail = composeMail(lines, reader('An', 'en'), 'https://convener.test');
    expect(mail.subject).toBe('[亞太年會] 2 items need your attention, 1 overdue');
    expect(mail.text).toContain('- T1.1 Work a\n  due tomorrow (Wed 14 Oct 2026)');
    expect(mail.text).toContain('2 days overdue');
  });

  it('lets nothing that people typed become markup, a header or a line of its own', () => {
    const title = '<img src=x onerror="a()">\r\nBcc: all@example.org';
    const mail = composeMail(
      composeLines([reminder('a', '2026-10-14', { title, projectName: 'A & <B>' })], NINE),
      reader("O'An", 'zh-TW'),
      'https://c.test',
    );
    expect(mail.html).not.toMatch(/<img|<B>/);
    expect(mail.html).toContain('A &amp; &lt;B&gt;');
    expect(mail.subject).not.toMatch(/[\r\n]/);
    expect(mail.text).not.toMatch(/^Bcc:/m);
  });

  it('names the project in its subject, where there is one', () => {
    const subject = (all: LiveReminder[]) =>
      composeMail(composeLines(all, NINE), reader('安', 'zh-TW'), 'https://c.test').subject;
    const other = reminder('b', '2026-10-14', { projectId: 'p2', projectName: '食品展' });
    expect(subject([reminder('a', '2026-10-14')])).toBe('[亞太年會] 工作 a：明天到期');
    expect(subject([reminder('a', '2026-10-14'), other])).toBe('2 件工作要留意');
  });

  it('says for whom somebody stands in', () => {
    const zh = composeMail(lines, reader('安', 'zh-TW', '博'), 'https://c.test');
    expect(zh.subject).toBe('[亞太年會] 代博：2 件工作要留意，其中 1 件已逾期');
    expect(zh.text).toContain('博不在，由您代理：');
    expect(composeMail(lines, reader('An', 'en', 'Bo'), 'https://c.test').html).toContain('You stand in for Bo:');
  });

  it('tells what was missed under a heading of its own', () => {
    const all = [reminder('a', '2026-10-14'), { ...reminder('b', '2026-10-11'), missed: true }];
    const { text } = composeMail(composeLines(all, NINE), reader('安', 'zh-TW'), 'https://c.test');
    const order = ['工作 a', '亞太年會・錯過的提醒', '工作 b'].map((word) => text.indexOf(word));
    expect(order).not.toContain(-1);
    expect([...order].sort((a, b) => a - b)).toEqual(order);
  });

  it('can be ended, and is readable in the dark, without tables or anything from another server', () => {
    const mail = composeMail(lines, reader('安', 'zh-TW'), 'https://convener.test');
    for (const text of [mail.text, mail.html]) expect(text).toContain(UNSUBSCRIBE);
    expect(mail.html).toContain('color-scheme: light dark');
    expect(mail.html).not.toMatch(/<table|<img|<link|src=/);
  });
});

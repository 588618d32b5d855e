import { anAbout } from '../../test/support/builders.documents';
import { eventDays } from './letter-facts';

describe('the days of an event in a letter', () => {
  const days = (openingDay: string, closingDay: string, language: 'zh-TW' | 'en' = 'zh-TW') => {
    const about = anAbout({ openingDay, closingDay });
    return eventDays({ ...about, language, say: (zh, en) => (language === 'zh-TW' ? zh : en) });
  };

  it('say once what they share', () => {
    expect(days('2026-09-23', '2026-09-23')).toBe('2026 年 9 月 23 日');
    expect(days('2026-09-23', '2026-09-25')).toBe('2026 年 9 月 23 日至 25 日');
    expect(days('2026-09-29', '2026-10-02')).toBe('2026 年 9 月 29 日至 2026 年 10 月 2 日');
    expect(days('2026-09-23', '2026-09-25', 'en')).toBe('23–25 September 2026');
  });
});

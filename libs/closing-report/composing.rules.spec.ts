import type { Block } from '@convener/papers';
import { aChapter } from '../../test/support/builders.report';
import { isPrinted, numberOf, reportBlocks, titleOf, versionOf } from './composing.rules';

const zh = { language: 'zh-TW' as const, say: (text: string) => text };
const DATA: Block[] = [{ type: 'text', text: '資料' }];

describe('a closing report', () => {
  it('has what people wrote before and behind the data of each chapter, which are numbered as they are printed', () => {
    const chapters = [
      aChapter({ key: 'targets', textBefore: '前言', textAfter: '小結' }),
      aChapter({ key: 'budget', included: false }),
      aChapter({ key: 'own-1', own: true, title: '致謝', textBefore: '感謝' }),
    ];
    expect(reportBlocks(zh, chapters, 'general', () => DATA)).toEqual([
      { type: 'heading', level: 1, text: '一、目標與成果' },
      { type: 'text', text: '前言' },
      { type: 'text', text: '資料' },
      { type: 'text', text: '小結' },
      { type: 'heading', level: 1, text: '二、致謝' },
      { type: 'text', text: '感謝' },
    ]);
  });

  it('has the statement and the cost sharing of subsidised events only in their variant', () => {
    const variants = ['general', 'subsidy'] as const;
    expect(variants.map((variant) => isPrinted({ key: 'statement', included: true }, variant))).toEqual([false, true]);
    expect(variants.map((variant) => isPrinted({ key: 'sharing', included: false }, variant))).toEqual([false, false]);
    expect(variants.map((variant) => isPrinted({ key: 'budget', included: true }, variant))).toEqual([true, true]);
  });

  it('calls chapters as people call them, else as the catalogue does', () => {
    expect(titleOf(zh, { key: 'budget', title: '財務報告' })).toBe('財務報告');
    expect(titleOf({ say: (_, en) => en }, { key: 'budget', title: null })).toBe('Budget and expenses');
  });

  it('counts in Chinese as people do', () => {
    expect([1, 10, 11, 20, 21].map((n) => numberOf(n, 'zh-TW'))).toEqual([
      '一、',
      '十、',
      '十一、',
      '二十、',
      '二十一、',
    ]);
    expect(numberOf(12, 'en')).toBe('12. ');
  });

  it('is a new version with each closing', () => {
    expect(versionOf([], false)).toBe(1);
    expect(versionOf(['first'], true)).toBe(1);
    expect(versionOf(['second', 'first'], true)).toBe(2);
    // Reopened: on its way to the next.
    expect(versionOf(['first'], false)).toBe(2);
  });
});

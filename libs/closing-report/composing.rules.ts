import { type Block, type PaperLanguage, withoutBlank } from '@convener/papers';
import type { About } from '@convener/reports';
import { dataChapter, type ReportVariant } from './catalogue';
import type { ReportChapter } from './chapter.entity';
import { ownBlocks } from './own-text.rules';

/** What a chapter is called in the report, before its number. */
export function titleOf({ say }: Pick<About, 'say'>, { key, title }: Pick<ReportChapter, 'key' | 'title'>): string {
  const name = dataChapter(key)?.name;
  return title ?? (name ? say(name.zh, name.en) : '');
}

/** Whether the chapter stands in a report of that variant. */
export function isPrinted({ key, included }: Pick<ReportChapter, 'key' | 'included'>, variant: ReportVariant): boolean {
  return included && (variant === 'subsidy' || !dataChapter(key)?.subsidyOnly);
}

/** The chapters in their order, each with its number, what people wrote, and its data between. */
export function reportBlocks(
  about: Pick<About, 'say' | 'language'>,
  chapters: readonly ReportChapter[],
  variant: ReportVariant,
  dataOf: (key: string) => readonly Block[],
): Block[] {
  const printed = chapters.filter((chapter) => isPrinted(chapter, variant));
  return printed.flatMap((chapter, place): Block[] => [
    { type: 'heading', level: 1, text: `${numberOf(place + 1, about.language)}${titleOf(about, chapter)}` },
    ...ownBlocks(chapter.textBefore),
    ...(chapter.own ? [] : dataOf(chapter.key).map((block) => (block.type === 'table' ? withoutBlank(block) : block))),
    ...ownBlocks(chapter.textAfter),
  ]);
}

const DIGITS = ['', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** 一、 to 九十九、 in Chinese; 1. in English. */
export function numberOf(number: number, language: PaperLanguage): string {
  if (language === 'en') return `${number}. `;
  const tens = Math.floor(number / 10);
  const ten = tens === 0 ? '' : tens === 1 ? '十' : `${DIGITS[tens]}十`;
  return `${ten}${DIGITS[number % 10]}、`;
}

/**
 * Which version of the report this is. A project that is closed has the report of its last closing; one that runs, again or
 * still, is on its way to the next.
 */
export function versionOf(closings: readonly unknown[], isClosed: boolean): number {
  return Math.max(1, closings.length + (isClosed ? 0 : 1));
}

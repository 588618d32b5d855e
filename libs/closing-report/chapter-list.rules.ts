import type { PaperLanguage } from '@convener/papers';
import { digestOf, type Line } from './changes.rules';
import type { ReportChapter } from './chapter.entity';

/** So many own chapters a report may have. */
export const MOST_OWN = 30;

/** Of the catalogue, as far as a list of chapters must know it. */
export interface ListedChapter {
  key: string;
}

/**
 * All chapters of a report in their order: those that somebody has changed, and those of the catalogue that nobody has yet,
 * each behind the one that it follows there. A chapter that is in the catalogue no more is left out; its text stays kept.
 */
export function allChapters(
  catalogue: readonly ListedChapter[],
  stored: readonly ReportChapter[],
  projectId: string,
): ReportChapter[] {
  const known = new Set(catalogue.map(({ key }) => key));
  const chapters = [...stored].sort((a, b) => a.position - b.position).filter(({ own, key }) => own || known.has(key));
  catalogue.forEach(({ key }, place) => {
    if (chapters.some((chapter) => chapter.key === key)) return;
    const before = catalogue[place - 1]?.key;
    const at = before === undefined ? 0 : chapters.findIndex((chapter) => chapter.key === before) + 1;
    chapters.splice(at, 0, untouched(projectId, key));
  });
  return chapters.map((chapter, position) => ({ ...chapter, position }));
}

export const untouched = (projectId: string, key: string): ReportChapter => ({
  ...{
    id: '',
    projectId,
    key,
    own: false,
    position: 0,
    included: true,
    title: null,
    textBefore: null,
    textAfter: null,
  },
  ...{ seenDigests: null, seenLines: null, seenAt: null, seenBy: null, version: 0 },
});

/** The keys in the order after one was moved behind another, or to the front (`after` null). Null where that one is not there. */
export function moved(keys: readonly string[], key: string, after: string | null): string[] | null {
  const others = keys.filter((one) => one !== key);
  const at = after === null ? 0 : others.indexOf(after) + 1;
  if (after !== null && at === 0) return null;
  return [...others.slice(0, at), key, ...others.slice(at)];
}

/** All that changes in a chapter when somebody has looked through its data: never what people wrote or decided. */
export function lookedThrough(
  lines: Readonly<Record<PaperLanguage, Line[]>>,
  by: string,
  at: number,
): Pick<ReportChapter, 'seenDigests' | 'seenLines' | 'seenAt' | 'seenBy'> {
  const seenDigests = { 'zh-TW': digestOf(lines['zh-TW']), en: digestOf(lines.en) };
  return { seenDigests, seenLines: { ...lines }, seenAt: at, seenBy: by };
}

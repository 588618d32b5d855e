import type { Edit } from '../../../api/edit';
import type { ReportChapter, ReportChapterSummary } from '../../../api/types';

export type Variant = 'general' | 'subsidy';

/** What people write into a chapter. */
export interface ChapterFields {
  title: string;
  textBefore: string;
  textAfter: string;
}

/** A chapter that is called as in the catalogue has an empty title. */
export const fieldsOf = ({ ownTitle, textBefore, textAfter }: ReportChapter): ChapterFields => ({
  ...{ title: ownTitle ?? '', textBefore: textBefore ?? '', textAfter: textAfter ?? '' },
});

/** As the server takes it: an empty field is cleared, and a chapter of the catalogue without a title is called as there. */
export function bodyOf(changes: Partial<ChapterFields>): Record<string, string | null> {
  return Object.fromEntries(Object.entries(changes).map(([key, text]) => [key, text.trim() === '' ? null : text]));
}

/** After a save of `body`: null, unless its author typed on while it was on its way. That stays, over what was saved. */
export function savedAs(
  { seen, fields }: Edit<ReportChapter, ChapterFields>,
  body: Record<string, unknown>,
  after: ReportChapter,
): Edit<ReportChapter, ChapterFields> | null {
  const sent = { ...bodyOf(fieldsOf(seen)), ...body };
  const typedOn = Object.entries(bodyOf(fields)).flatMap(([key, text]) => (text === sent[key] ? [] : [key]));
  if (typedOn.length === 0) return null;
  const kept = Object.fromEntries(typedOn.map((key) => [key, fields[key as keyof ChapterFields]]));
  return { seen: after, fields: { ...fieldsOf(after), ...kept }, moved: [] };
}

/** Those that a report of that variant can have. */
export const ofVariant = (chapters: readonly ReportChapterSummary[], variant: Variant) =>
  chapters.filter(({ subsidyOnly }) => variant === 'subsidy' || !subsidyOnly);

/**
 * The key of the chapter that a moved one is to follow, null for the first place; undefined where it stays where it is.
 * `by`: one place up or down among those that are shown.
 */
export function stepped(keys: readonly string[], key: string, by: -1 | 1): string | null | undefined {
  const at = keys.indexOf(key);
  const to = at + by;
  if (at < 0 || to < 0 || to >= keys.length) return undefined;
  return by === 1 ? keys[to]! : (keys[to - 1] ?? null);
}

/** The same where it was dropped onto another: it takes that one's place. */
export function dropped(keys: readonly string[], key: string, onto: string): string | null | undefined {
  const [from, to] = [keys.indexOf(key), keys.indexOf(onto)];
  if (from < 0 || to < 0 || from === to) return undefined;
  return from < to ? onto : (keys[to - 1] ?? null);
}

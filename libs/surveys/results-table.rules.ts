import type { ExportedCell, ExportedTable } from '@convener/register-files';
import { type AnswerValue, NOT_APPLICABLE } from './answers.rules';
import { type Question, questionsOf, type Section } from './questions.rules';
import type { SectionResult } from './results.rules';
import type { SurveyAnswer } from './survey.entity';

const KIND_NAMES = { personal: '個人連結', hall: '現場連結' } as const;
const NOT_APPLICABLE_NAME = '不適用';

/** One row an answer. `names`: of rows, in a named survey; `kinds`: whether the kind of link may be told. */
export function answersTable(
  sections: readonly Section[],
  answers: readonly SurveyAnswer[],
  { names, kinds }: { names: ReadonlyMap<string, string> | null; kinds: boolean },
): ExportedTable {
  const questions = questionsOf(sections);
  const heads = ['填答日', ...(names ? ['填答人'] : []), ...(kinds ? ['連結'] : []), '語言'];
  return {
    headings: [...heads, ...questions.map(({ text }) => text)],
    widths: [...heads.map(() => 12), ...questions.map(({ kind }) => (kind === 'scale' || kind === 'nps' ? 14 : 30))],
    rows: answers.map(({ day, rowId, linkKind, locale, answers: given }) => [
      new Date(`${day}T00:00:00Z`),
      ...(names ? [(rowId && names.get(rowId)) || null] : []),
      ...(kinds ? [KIND_NAMES[linkKind]] : []),
      locale === 'en' ? 'English' : '中文',
      ...questions.map((question) => cellOf(question, given[question.id])),
    ]),
  };
}

/** One row a value that could be chosen, with means and the net promoter score beneath. */
export function countsTable(sections: readonly SectionResult[]): ExportedTable {
  const rows = sections.flatMap(({ title, questions }) =>
    questions.flatMap(({ text, counts, answered, notApplicable, mean, nps }): ExportedCell[][] => [
      ...counts.map((one) => [title, text, one.text ?? Number(one.value), one.count, share(one.count, answered)]),
      ...(notApplicable > 0 ? [[title, text, NOT_APPLICABLE_NAME, notApplicable, null]] : []),
      [title, text, '填答數', answered, null],
      ...(mean === null ? [] : [[title, text, '平均', mean, null]]),
      ...(nps === null ? [] : [[title, text, 'NPS', nps.score, null]]),
    ]),
  );
  return { headings: ['部分', '題目', '選項', '數值', '百分比'], widths: [18, 40, 24, 10, 10], rows };
}

function share(count: number, of: number): number | null {
  return of === 0 ? null : Math.round((count / of) * 1000) / 10;
}

/** What was answered, as a reader sees it; null where it was left open. */
export function cellOf({ kind, choices }: Question, value: AnswerValue | undefined): ExportedCell {
  if (value === undefined) return null;
  if (kind === 'scale' && value === NOT_APPLICABLE) return NOT_APPLICABLE_NAME;
  if (typeof value === 'number') return value;
  const nameOf = (id: string) => choices.find((choice) => choice.id === id)?.text ?? id;
  return Array.isArray(value) ? value.map(nameOf).join('、') : nameOf(value);
}

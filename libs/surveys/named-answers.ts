import type { NamedAnswer } from '@convener/personal-data';
import { readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { questionsOf } from './questions.rules';
import { cellOf } from './results-table.rules';
import { Survey, SurveyAnswer } from './survey.entity';

/** The answers that are known to be those of these rows of lists, the earliest first. */
export async function namedAnswersOf(em: EntityManager, rowIds: readonly string[]): Promise<NamedAnswer[]> {
  if (rowIds.length === 0) return [];
  const answers = await readAll(em, SurveyAnswer, 'WHERE t.row_id IN ?* ORDER BY t.day, t.id', [rowIds]);
  const ids = [...new Set(answers.map(({ surveyId }) => surveyId))];
  const surveys = ids.length === 0 ? [] : await readAll(em, Survey, 'WHERE t.id IN ?*', [ids]);
  return answers.map(({ surveyId, day, answers: given }) => {
    const { title, titleEn, sections } = surveys.find(({ id }) => id === surveyId)!;
    const answered = questionsOf(sections).flatMap((question) => {
      const value = cellOf(question, given[question.id]);
      if (typeof value !== 'string' && typeof value !== 'number') return [];
      return [{ question: question.text, questionEn: question.textEn, value }];
    });
    return { survey: title, surveyEn: titleEn, day, answers: answered };
  });
}

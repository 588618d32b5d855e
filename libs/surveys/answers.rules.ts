import type { Bilingual, FieldProblem } from '@convener/kernel';
import { type Question, questionsOf, type Section } from './questions.rules';

export const NOT_APPLICABLE = 'na';
export const LONGEST_SHORT_TEXT = 200;
export const LONGEST_LONG_TEXT = 2000;

/** A number of a scale, `na` where it does not apply, the id of a choice, several of them, or a text. */
export type AnswerValue = number | string | string[];

/** By the question's id; what was left open is not there. */
export type Answers = Record<string, AnswerValue>;

/** One answer as it comes from outside. Which member counts follows from the kind of question. */
export interface GivenAnswer {
  questionId: string;
  number?: number;
  notApplicable?: boolean;
  choices?: string[];
  text?: string;
}

/** What somebody answers to a survey. Throws nothing: what is missing or can't be is told by its place. */
export function readAnswers(
  sections: readonly Section[],
  given: readonly GivenAnswer[],
): { answers: Answers; problems: FieldProblem[] } {
  const questions = new Map(questionsOf(sections).map((question) => [question.id, question]));
  const answers: Answers = {};
  const problems: FieldProblem[] = [];
  const met = new Set<string>();
  for (const [at, one] of given.entries()) {
    const pointer = `/answers/${at}`;
    const question = questions.get(one.questionId);
    const value = question && !met.has(question.id) ? valueOf(question, one) : undefined;
    if (value === undefined) problems.push({ pointer, ...(question ? WRONG[question.kind] : STRANGE) });
    else if (value !== null) answers[one.questionId] = value;
    met.add(one.questionId);
  }
  const left = [...questions.values()].filter(({ id, required }) => required && !Object.hasOwn(answers, id));
  if (problems.length === 0) problems.push(...left.map(missing));
  return { answers, problems };
}

/** Null where it was left open, undefined where it can't be an answer. */
function valueOf(question: Question, { number, notApplicable, choices, text }: GivenAnswer) {
  switch (question.kind) {
    case 'scale':
      if (notApplicable) return NOT_APPLICABLE;
      return within(number, 1, 5);
    case 'nps':
      return within(number, 0, 10);
    case 'single':
      return choices === undefined || choices.length === 0 ? null : chosen(question, choices, 1)?.[0];
    case 'several':
      return choices === undefined || choices.length === 0 ? null : chosen(question, choices, question.choices.length);
    case 'short-text':
      return written(text, LONGEST_SHORT_TEXT);
    case 'long-text':
      return written(text, LONGEST_LONG_TEXT);
  }
}

function within(number: number | undefined, least: number, most: number): number | null | undefined {
  if (number === undefined) return null;
  return Number.isInteger(number) && number >= least && number <= most ? number : undefined;
}

/** In the order in which the question offers them. */
function chosen({ choices }: Question, ids: readonly string[], most: number): string[] | undefined {
  const wanted = new Set(ids);
  const found = choices.flatMap(({ id }) => (wanted.has(id) ? [id] : []));
  return found.length === ids.length && found.length <= most ? found : undefined;
}

function written(text: string | undefined, longest: number): string | null | undefined {
  const plain = text?.trim() ?? '';
  if (plain === '') return null;
  return [...plain].length <= longest ? plain : undefined;
}

const STRANGE = { zh: '這份調查沒有這一題。', en: 'There is no such question.' };
const missing = ({ text, textEn }: Question): FieldProblem => ({
  ...{ pointer: '/answers', zh: `「${text}」必填。`, en: `"${textEn ?? text}" needs an answer.` },
});
const CHOOSE = { zh: '請從選項中選擇。', en: 'Choose among what is offered.' };
const WRONG: Record<Question['kind'], Bilingual> = {
  scale: { zh: '請選 1 至 5，或「不適用」。', en: 'Choose 1 to 5, or "not applicable".' },
  nps: { zh: '請選 0 至 10。', en: 'Choose 0 to 10.' },
  single: CHOOSE,
  several: CHOOSE,
  'short-text': { zh: `最多 ${LONGEST_SHORT_TEXT} 個字。`, en: `${LONGEST_SHORT_TEXT} characters at most.` },
  'long-text': { zh: `最多 ${LONGEST_LONG_TEXT} 個字。`, en: `${LONGEST_LONG_TEXT} characters at most.` },
};

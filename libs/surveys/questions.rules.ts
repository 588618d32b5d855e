import type { Bilingual, FieldProblem } from '@convener/kernel';

/** `scale`: 1 (very dissatisfied) to 5 (very satisfied), or not applicable; `nps`: 0 to 10. */
export const QUESTION_KINDS = ['scale', 'single', 'several', 'nps', 'short-text', 'long-text'] as const;
export type QuestionKind = (typeof QUESTION_KINDS)[number];

export const MOST_SECTIONS = 20;
export const MOST_QUESTIONS = 60;
export const MOST_CHOICES = 30;

export interface QuestionChoice {
  id: string;
  text: string;
  textEn: string | null;
}

export interface Question {
  /** Stays the same however its words are changed. */
  id: string;
  kind: QuestionKind;
  text: string;
  textEn: string | null;
  required: boolean;
  /** Only of questions that are answered by them. */
  choices: QuestionChoice[];
}

export interface Section {
  id: string;
  title: string;
  titleEn: string | null;
  questions: Question[];
}

type Given<T> = Omit<T, 'id'> & { id?: string };

export type GivenQuestion = Omit<Given<Question>, 'choices' | 'textEn' | 'required'> & {
  textEn?: string | null;
  required?: boolean;
  choices?: { id?: string; text: string; textEn?: string | null }[];
};

/** Sections as they come from outside: what is there already with its id. */
export interface GivenSection {
  id?: string;
  title: string;
  titleEn?: string | null;
  questions: GivenQuestion[];
}

export const hasChoices = (kind: QuestionKind): boolean => kind === 'single' || kind === 'several';

export const questionsOf = (sections: readonly Section[]): Question[] => sections.flatMap(({ questions }) => questions);

/**
 * The sections of a survey as they are given, all of them: those that are left out go. Ids that are not there, or twice,
 * get a new one, so that nothing is taken for what it is not.
 */
export function sectionsOf(
  given: readonly GivenSection[],
  before: readonly Section[],
  newId: () => string,
): { sections: Section[]; problems: FieldProblem[] } {
  const known = new Set(idsIn(before));
  const idOf = (id: string | undefined) => (id !== undefined && known.delete(id) ? id : newId());
  const problems = problemsOf(given);
  const sections = given.map(({ id, title, titleEn = null, questions }) => ({
    ...{ id: idOf(id), title, titleEn },
    questions: questions.map((question): Question => {
      const { kind, text, textEn = null, required = false, choices = [] } = question;
      const kept = hasChoices(kind) ? choices : [];
      return {
        ...{ id: idOf(question.id), kind, text, textEn, required },
        choices: kept.map((choice) => ({ id: idOf(choice.id), text: choice.text, textEn: choice.textEn ?? null })),
      };
    }),
  }));
  return { sections, problems };
}

/** The same questions with ids of their own, for another survey. */
export function copied(sections: readonly Section[], newId: () => string): Section[] {
  return sectionsOf(sections, [], newId).sections;
}

function idsIn(sections: readonly Section[]): string[] {
  return sections.flatMap(({ id, questions }) => [
    id,
    ...questions.flatMap((question) => [question.id, ...question.choices.map((choice) => choice.id)]),
  ]);
}

function problemsOf(given: readonly GivenSection[]): FieldProblem[] {
  const problems: FieldProblem[] = [];
  const wrong = (pointer: string, text: Bilingual) => problems.push({ pointer, ...text });
  if (given.reduce((sum, { questions }) => sum + questions.length, 0) > MOST_QUESTIONS) wrong('/sections', TOO_MANY);
  given.forEach(({ questions }, section) =>
    questions.forEach(({ kind, choices = [] }, at) => {
      const pointer = `/sections/${section}/questions/${at}/choices`;
      if (!hasChoices(kind)) return;
      if (choices.length < 2) wrong(pointer, TOO_FEW_CHOICES);
      if (new Set(choices.map(({ text }) => text)).size < choices.length) wrong(pointer, SAME_CHOICES);
    }),
  );
  return problems;
}

const TOO_MANY = {
  zh: `一份調查最多 ${MOST_QUESTIONS} 題。`,
  en: `A survey has ${MOST_QUESTIONS} questions at most.`,
};
const TOO_FEW_CHOICES = { zh: '選擇題至少要有兩個選項。', en: 'Give at least two choices.' };
const SAME_CHOICES = { zh: '有兩個選項相同。', en: 'Two choices are the same.' };

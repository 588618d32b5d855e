import type { EditSurveySection, Survey, SurveyPageSection, SurveyQuestionKind } from '../../../api/types';

/** Sections as they are typed: choices as lines, Chinese and English on one. */
export interface TypedQuestion {
  key: string;
  id?: string;
  kind: SurveyQuestionKind;
  text: string;
  textEn: string;
  required: boolean;
  choices: string;
}

export interface TypedSection {
  key: string;
  id?: string;
  title: string;
  titleEn: string;
  questions: TypedQuestion[];
}

/** All questions while somebody changes them, over the survey that they saw, or have been shown since. */
export interface QuestionsEdit {
  seen: Survey;
  typed: TypedSection[];
  /** Somebody else has changed questions meanwhile. */
  moved: boolean;
}

export const beginQuestions = (survey: Survey): QuestionsEdit => ({
  ...{ seen: survey, typed: typedOf(survey.sections), moved: false },
});

const asksTheSame = (one: Survey, other: Survey) => JSON.stringify(one.sections) === JSON.stringify(other.sections);

export const isUnsaved = ({ seen, typed }: QuestionsEdit): boolean =>
  JSON.stringify(typed) !== JSON.stringify(typedOf(seen.sections));

/** Goes on from the survey as the page has it, where all else of it has changed: that is no reason to refuse the questions. */
export const followed = (edit: QuestionsEdit, survey: Survey): QuestionsEdit =>
  survey.version > edit.seen.version && asksTheSame(survey, edit.seen) ? { ...edit, seen: survey } : edit;

/** Goes on from the present state that came with a refusal; what was typed stays. */
export const metBy = (edit: QuestionsEdit, current: Survey): QuestionsEdit => ({
  ...{ ...edit, seen: current, moved: edit.moved || !asksTheSame(edit.seen, current) },
});

/** After a save: null, unless somebody typed on while it was on its way. That stays, over what was saved. */
export const savedAs = (edit: QuestionsEdit, sent: readonly TypedSection[], after: Survey): QuestionsEdit | null =>
  edit.typed === sent ? null : { ...edit, seen: after, moved: false };

const BAR = /\s*[|｜]\s*/;

export const hasChoices = (kind: SurveyQuestionKind) => kind === 'single' || kind === 'several';

export function typedOf(sections: readonly SurveyPageSection[]): TypedSection[] {
  return sections.map(({ id, title, titleEn, questions }) => ({
    ...{ key: id, id, title, titleEn: titleEn ?? '' },
    questions: questions.map((question) => ({
      ...{ key: question.id, id: question.id, kind: question.kind, text: question.text },
      ...{ textEn: question.textEn ?? '', required: question.required },
      choices: question.choices.map(({ text, textEn }) => (textEn ? `${text}｜${textEn}` : text)).join('\n'),
    })),
  }));
}

/** As they are sent. A choice whose Chinese words stay keeps its id. */
export function sentOf(typed: readonly TypedSection[], before: readonly SurveyPageSection[]): EditSurveySection[] {
  const known = new Map(
    before.flatMap(({ questions }) => questions.map((question) => [question.id, question] as const)),
  );
  return typed.map(({ id, title, titleEn, questions }) => ({
    ...{ ...(id && { id }), title: title.trim(), titleEn: titleEn.trim() || null },
    questions: questions.map((question) => {
      const choices = known.get(question.id ?? '')?.choices ?? [];
      return {
        ...{ ...(question.id && { id: question.id }), kind: question.kind, required: question.required },
        ...{ text: question.text.trim(), textEn: question.textEn.trim() || null },
        choices: hasChoices(question.kind) ? choicesIn(question.choices, choices) : [],
      };
    }),
  }));
}

function choicesIn(lines: string, before: readonly { id: string; text: string }[]) {
  return lines
    .split('\n')
    .map((line) => line.trim())
    .filter((line) => line !== '')
    .map((line) => {
      const [text = '', textEn] = line.split(BAR);
      const id = before.find((choice) => choice.text === text)?.id;
      return { ...(id && { id }), text, textEn: textEn || null };
    });
}

/** Moves one of them by a place; at either end it stays. */
export function moved<T>(all: readonly T[], at: number, by: 1 | -1): T[] {
  const to = at + by;
  if (to < 0 || to >= all.length) return [...all];
  const next = [...all];
  [next[at], next[to]] = [next[to]!, next[at]!];
  return next;
}

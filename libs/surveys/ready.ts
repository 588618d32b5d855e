import type { GivenQuestion, GivenSection, QuestionKind } from './questions.rules';

/** A questionnaire to begin with, in both languages. */
export interface Ready {
  name: string;
  nameEn: string;
  intro: string;
  introEn: string;
  sections: GivenSection[];
}

type Texts = readonly [zh: string, en: string];

export const section = ([title, titleEn]: Texts, ...questions: GivenQuestion[]): GivenSection => ({
  ...{ title, titleEn, questions },
});

const question = (kind: QuestionKind, [text, textEn]: Texts, required: boolean, choices: readonly Texts[] = []) => ({
  ...{ kind, text, textEn, required, choices: choices.map(([zh, en]) => ({ text: zh, textEn: en })) },
});

/** Satisfaction from 1 to 5, or not applicable. */
export const rate = (...texts: Texts): GivenQuestion => question('scale', texts, false);
export const overall = (...texts: Texts): GivenQuestion => question('scale', texts, true);
export const recommend = (...texts: Texts): GivenQuestion => question('nps', texts, true);
export const one = (texts: Texts, ...choices: Texts[]): GivenQuestion => question('single', texts, false, choices);
export const many = (texts: Texts, ...choices: Texts[]): GivenQuestion => question('several', texts, false, choices);
export const write = (...texts: Texts): GivenQuestion => question('long-text', texts, false);

export const OTHER: Texts = ['其他', 'Other'];

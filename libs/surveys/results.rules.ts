import { type Answers, NOT_APPLICABLE } from './answers.rules';
import type { Question, QuestionKind, Section } from './questions.rules';
import type { LinkKind } from './survey.entity';

/** With fewer answers than this a part of an anonymous survey is not shown: one could tell who said what. */
export const FEWEST_SHOWN = 3;

export interface Given {
  linkKind: LinkKind;
  answers: Answers;
}

/** How often one thing was answered. `value`: a number of the scale, or the id of a choice. */
export interface ValueCount {
  value: string;
  /** What the choice says; null for a number. */
  text: string | null;
  textEn: string | null;
  count: number;
}

/** Net promoter score: the share of 9 and 10 less that of 0 to 6, in points from -100 to 100. */
export interface Nps {
  promoters: number;
  passives: number;
  detractors: number;
  score: number;
}

export interface QuestionResult {
  id: string;
  kind: QuestionKind;
  text: string;
  textEn: string | null;
  /** How many answered it, those to whom it does not apply left out. */
  answered: number;
  notApplicable: number;
  counts: ValueCount[];
  /** Of numbers, to two decimals; null where nobody gave one. */
  mean: number | null;
  nps: Nps | null;
  /** What people wrote, in an order that tells nothing. */
  texts: string[];
}

export interface SectionResult {
  id: string;
  title: string;
  titleEn: string | null;
  /** Of all its answers on the scale of 1 to 5. */
  mean: number | null;
  questions: QuestionResult[];
}

/** What may be shown of answers of each kind of link: `all` and, where that betrays nobody, each kind by itself. */
export function mayShow(counts: Readonly<Record<LinkKind, number>>, named: boolean): { all: boolean; split: boolean } {
  const { personal, hall } = counts;
  const enough = (count: number) => count === 0 || count >= FEWEST_SHOWN;
  // Were only the larger part shown, the smaller would be the rest of all.
  return { all: named || personal + hall >= FEWEST_SHOWN, split: named || (enough(personal) && enough(hall)) };
}

export function resultsOf(sections: readonly Section[], given: readonly Given[]): SectionResult[] {
  return sections.map(({ id, title, titleEn, questions }) => {
    const results = questions.map((question) => resultOf(question, given));
    const scales = questions.filter(({ kind }) => kind === 'scale');
    return {
      ...{ id, title, titleEn, questions: results },
      mean: meanOf(scales.flatMap((question) => numbersOf(question, given))),
    };
  });
}

function resultOf(question: Question, given: readonly Given[]): QuestionResult {
  const { id, kind, text, textEn } = question;
  const values = valuesOf(question, given);
  const answers = values.filter((value) => kind !== 'scale' || value !== NOT_APPLICABLE);
  const numbers = answers.filter((value) => typeof value === 'number');
  const isText = kind === 'short-text' || kind === 'long-text';
  return {
    ...{ id, kind, text, textEn, answered: answers.length, notApplicable: values.length - answers.length },
    counts: countsOf(question, answers.flat().map(String)),
    mean: meanOf(numbers),
    nps: kind === 'nps' ? npsOf(numbers) : null,
    texts: isText ? answers.map(String).sort() : [],
  };
}

const valuesOf = ({ id }: Question, given: readonly Given[]) =>
  given.flatMap(({ answers }) => (Object.hasOwn(answers, id) ? [answers[id]!] : []));

const numbersOf = (question: Question, given: readonly Given[]) =>
  valuesOf(question, given).filter((value) => typeof value === 'number');

function countsOf({ kind, choices }: Question, values: readonly string[]): ValueCount[] {
  const offered =
    kind === 'scale' || kind === 'nps'
      ? Array.from({ length: kind === 'scale' ? 5 : 11 }, (_, at) => ({
          ...{ id: String(kind === 'scale' ? at + 1 : at), text: null, textEn: null },
        }))
      : choices;
  const counted = new Map<string, number>();
  for (const value of values) counted.set(value, (counted.get(value) ?? 0) + 1);
  return offered.map(({ id, text, textEn }) => ({ value: id, text, textEn, count: counted.get(id) ?? 0 }));
}

/** Null where nobody answered. */
export function npsOf(numbers: readonly number[]): Nps | null {
  if (numbers.length === 0) return null;
  const promoters = numbers.filter((number) => number >= 9).length;
  const detractors = numbers.filter((number) => number <= 6).length;
  const score = Math.round(((promoters - detractors) / numbers.length) * 100);
  return { promoters, passives: numbers.length - promoters - detractors, detractors, score };
}

function meanOf(numbers: readonly number[]): number | null {
  if (numbers.length === 0) return null;
  return Math.round((numbers.reduce((sum, number) => sum + number, 0) / numbers.length) * 100) / 100;
}

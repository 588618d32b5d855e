import type { SurveyPageSection } from '../../api/types';

/** A number of a scale, `na` where it does not apply, the id of a choice, several of them, or a text. */
export type Value = number | string | string[];

/** What somebody has filled in so far. It stays on the device until it was sent. */
export interface Draft {
  /** Of the submission that it becomes: sent twice, it is kept once. */
  submissionId: string;
  values: Record<string, Value>;
  /** What the page said of it when they agreed; null: they did not, or took it back. */
  agreedTo: Naming | null;
}

/** Whether the organisers see whose answer it is. */
export type Naming = 'named' | 'anonymous';
export const namingOf = ({ named }: { named: boolean }): Naming => (named ? 'named' : 'anonymous');

/** Whoever agreed to be anonymous has not agreed to be named. */
export const hasConsent = ({ agreedTo }: Pick<Draft, 'agreedTo'>, page: { named: boolean }): boolean =>
  agreedTo === namingOf(page);

type Question = SurveyPageSection['questions'][number];

export const questionsOf = (sections: readonly SurveyPageSection[]): Question[] =>
  sections.flatMap(({ questions }) => questions);

export function isAnswered(value: Value | undefined): boolean {
  if (value === undefined) return false;
  return typeof value === 'number' || (typeof value === 'string' ? value.trim() !== '' : value.length > 0);
}

/** The questions that must be answered and are not. */
export function missingIn(sections: readonly SurveyPageSection[], { values }: Pick<Draft, 'values'>): Question[] {
  return questionsOf(sections).filter(({ id, required }) => required && !isAnswered(values[id]));
}

/** The answers as they are sent; what was left open is left out, and so is what is no question of this survey. */
export function answersOf(sections: readonly SurveyPageSection[], { values }: Pick<Draft, 'values'>) {
  return questionsOf(sections).flatMap((question) => {
    const value = values[question.id];
    return value === undefined || !isAnswered(value) ? [] : [{ questionId: question.id, ...sent(question, value) }];
  });
}

function sent({ kind }: Question, value: Value) {
  if (typeof value === 'number') return { number: value };
  if (Array.isArray(value)) return { choices: value };
  if (kind === 'scale') return { notApplicable: true };
  return kind === 'single' ? { choices: [value] } : { text: value.trim() };
}

/** What was kept of a draft, as far as it can be one: the device's store belongs to its owner. */
export function readDraft(kept: string | null, newId: () => string): Draft {
  const blank = { submissionId: newId(), values: {}, agreedTo: null };
  if (kept === null) return blank;
  try {
    const draft = JSON.parse(kept) as Partial<Draft> | null;
    if (typeof draft?.submissionId !== 'string' || typeof draft.values !== 'object' || draft.values === null)
      return blank;
    const { submissionId, values, agreedTo } = draft;
    return { submissionId, values, agreedTo: agreedTo === 'named' || agreedTo === 'anonymous' ? agreedTo : null };
  } catch {
    return blank;
  }
}

import { conflict, type Day } from '@convener/kernel';

export const SURVEY_STATES = ['draft', 'open', 'closed'] as const;
export type SurveyState = (typeof SURVEY_STATES)[number];

/** How a survey stands on a day for whoever has a link: not yet, now, or no more. */
export type Stand = 'waiting' | 'collecting' | 'over';

interface Timed {
  state: SurveyState;
  opensDay: Day | null;
  closesDay: Day | null;
}

/** `today` in the project's zone. A draft counts as over: its link tells nothing. */
export function standOf({ state, opensDay, closesDay }: Timed, today: Day): Stand {
  if (state !== 'open' || (closesDay !== null && today > closesDay)) return 'over';
  return opensDay !== null && today < opensDay ? 'waiting' : 'collecting';
}

/** Throws 409 where a survey is changed such that answers that are there already would mean something else. */
export function requireUnanswered(answers: number): void {
  if (answers === 0) return;
  throw conflict('survey-answered', {
    zh: `已經有 ${answers} 份回覆，題目與是否記名不能再改，否則先後的回覆就不能一起統計。請結束這份調查，再以「複製」另做一份。`,
    en: `There are ${answers} answers already: questions and anonymity can no longer change, or earlier and later answers could not be counted together. Close this survey and copy it into a new one.`,
  });
}

/** Throws 409 unless people could answer it. */
export function requireQuestions(sections: readonly { questions: readonly unknown[] }[]): void {
  if (sections.some(({ questions }) => questions.length > 0)) return;
  throw conflict('survey-empty', {
    zh: '這份調查還沒有題目；請先加入題目再開放填答。',
    en: 'This survey has no question yet. Add one before you open it.',
  });
}

/** Throws 409 unless links of it can be used, or will be. */
export function requireNotClosed({ state }: { state: SurveyState }): void {
  if (state !== 'closed') return;
  throw conflict('survey-closed', {
    zh: '這份調查已經結束。請先重新開放，再做這件事。',
    en: 'This survey is closed. Open it again first.',
  });
}

import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { currentOf } from '../../../api/problem';
import type { Survey } from '../../../api/types';
import {
  beginQuestions,
  followed,
  isUnsaved,
  metBy,
  type QuestionsEdit,
  savedAs,
  sentOf,
  type TypedSection,
} from './questions.rules';
import { showSurvey } from './useSurvey';

/** The questions of a survey while somebody changes them. The page holds it: its panels move when the survey opens. */
export function useQuestions(survey: Survey) {
  const [begun, setBegun] = useState<QuestionsEdit | null>(null);
  const edit = begun && followed(begun, survey);
  const save = api.useMutation('patch', '/api/surveys/{id}', {
    meta: { quiet: true },
    onSuccess: showSurvey,
    onError: (error) => {
      const current = currentOf<Survey>(error);
      if (current) setBegun((now) => now && metBy(now, current));
    },
  });
  return {
    edit,
    unsaved: edit !== null && isUnsaved(edit),
    busy: save.isPending,
    error: save.error,
    begin: () => setBegun(beginQuestions(survey)),
    change: (typed: TypedSection[]) => setBegun((now) => now && { ...now, typed }),
    submit: ({ seen, typed }: QuestionsEdit) => {
      const params = { path: { id: seen.id }, header: ifMatch(seen) };
      const onSuccess = (after: Survey) => setBegun((now) => now && savedAs(now, typed, after));
      save.mutate({ params, body: { sections: sentOf(typed, seen.sections) } }, { onSuccess });
    },
    stop: () => {
      save.reset();
      setBegun(null);
    },
  };
}

export type Questions = ReturnType<typeof useQuestions>;

import { useEffect, useRef, useState } from 'react';
import { api } from '../../api/client';
import { newKey } from '../../api/once';
import { ApiError, isPassing } from '../../api/problem';
import type { SurveyPage } from '../../api/types';
import { useI18n } from '../../i18n';
import { answersOf, type Draft, hasConsent, namingOf, readDraft, type Value } from './draft.rules';

const AGAIN_MS = 10_000;
/** Enough of the token to tell surveys apart, too little to open one. */
const keyOf = (token: string) => `convener.survey.${token.slice(0, 8)}`;

/** A device without storage keeps the draft for as long as the page is open. */
function stored<T>(work: () => T): T | null {
  try {
    return work();
  } catch {
    return null;
  }
}

/**
 * What is filled in, kept on the device until it was sent; without a network it is sent once there is one. Where the
 * survey was made a named one meanwhile, the refusal (409) has the page fetched again: that undoes the consent, not what
 * was filled in.
 */
export function useSurvey(token: string, page: SurveyPage) {
  const { locale } = useI18n();
  const [draft, setDraft] = useState<Draft>(() =>
    readDraft(
      stored(() => localStorage.getItem(keyOf(token))),
      () => newKey(),
    ),
  );
  const [waiting, setWaiting] = useState(false);
  const forget = () => {
    setWaiting(false);
    stored(() => localStorage.removeItem(keyOf(token)));
  };
  const submit = api.useMutation('post', '/api/survey/{token}', {
    meta: { quiet: true, ownRefresh: true },
    networkMode: 'always',
    onSuccess: forget,
    onError: (error: unknown) => {
      if (isUsed(error)) forget();
      else setWaiting(isPassing(error));
    },
  });
  const consent = hasConsent(draft, page);
  const send = () => {
    const { submissionId } = draft;
    const body = { submissionId, consent, named: page.named, locale, answers: answersOf(page.sections, draft) };
    submit.mutate({ params: { path: { token } }, body });
  };
  useAgain(waiting && !submit.isPending, send);
  const change = (part: Partial<Draft>) => {
    const next = { ...draft, ...part };
    setDraft(next);
    stored(() => localStorage.setItem(keyOf(token), JSON.stringify(next)));
  };
  return {
    ...{ draft, consent, waiting, send },
    busy: submit.isPending,
    error: waiting ? null : submit.error,
    sent: submit.isSuccess,
    used: isUsed(submit.error),
    answer: (id: string, value: Value) => change({ values: { ...draft.values, [id]: value } }),
    agree: (agreed: boolean) => change({ agreedTo: agreed ? namingOf(page) : null }),
  };
}

/** Sends what waits when the network says that it is back, and every few seconds, since halls' networks rarely do. */
function useAgain(waiting: boolean, send: () => void) {
  const latest = useRef(send);
  useEffect(() => {
    latest.current = send;
  });
  useEffect(() => {
    if (!waiting) return undefined;
    const again = () => latest.current();
    const timer = setInterval(again, AGAIN_MS);
    window.addEventListener('online', again);
    return () => {
      clearInterval(timer);
      window.removeEventListener('online', again);
    };
  }, [waiting]);
}

function isUsed(error: unknown): boolean {
  return error instanceof ApiError && error.problem?.type === '/problems/survey-answered-before';
}

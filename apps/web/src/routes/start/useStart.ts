import { useNavigate } from '@tanstack/react-router';
import { useRef } from 'react';
import { api } from '../../api/client';
import { ApiError } from '../../api/problem';
import { notify } from '../../app/notify';
import type { Step } from '../../app/search';
import { useI18n } from '../../i18n';
import { bodyOf, type Draft } from './draft';
import type { DraftSaver } from './draftSaver';
import { firstWrongStep } from './steps';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** Who is to be invited into the project that has just been started. */
    toInvite?: Draft['invite'];
  }
}

/** Starts the project; a refused field leads back to the step that asks for it. */
export function useStart(draft: Draft, saver: DraftSaver, go: (step: Step) => void) {
  const { t } = useI18n();
  const navigate = useNavigate();
  // Set before anything is waited for: the second click of a double click comes in between.
  const starting = useRef(false);
  const start = api.useMutation('post', '/api/projects', {
    meta: { quiet: true },
    onSuccess: ({ id }) => {
      saver.end();
      notify.success(t('start.started'));
      if (draft.invite?.length) {
        const started = { to: '/projects/new', search: { started: id }, replace: true } as const;
        void navigate({ ...started, state: { toInvite: draft.invite } });
      } else void navigate({ to: '/projects/$projectId', params: { projectId: id } });
    },
    onError: (error: unknown) => {
      const pointers = error instanceof ApiError ? (error.problem?.fields ?? []).map((field) => field.pointer) : [];
      const step = firstWrongStep(pointers);
      if (step) go(step);
    },
  });
  const submit = async () => {
    const body = bodyOf(draft);
    if (!body || starting.current) return;
    starting.current = true;
    await saver.flush();
    start.mutate({ body }, { onError: () => (starting.current = false) });
  };
  return { start, submit };
}

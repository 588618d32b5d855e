import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client';
import { ApiError } from '../../api/problem';
import { notify } from '../../app/notify';
import type { Step } from '../../app/search';
import { useI18n } from '../../i18n';
import type { Draft } from './draft';
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
  return api.useMutation('post', '/api/projects', {
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
}

import { useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client';
import { ApiError } from '../../api/problem';
import { notify } from '../../app/notify';
import type { Step } from '../../app/search';
import { useI18n } from '../../i18n';
import { forgetDraft } from './draft';
import { firstWrongStep } from './steps';

/** Starts the project; a refused field leads back to the step that asks for it. */
export function useStart(go: (step: Step) => void) {
  const { t } = useI18n();
  const navigate = useNavigate();
  return api.useMutation('post', '/api/projects', {
    meta: { quiet: true },
    onSuccess: ({ id }) => {
      forgetDraft();
      notify.success(t('start.started'));
      void navigate({ to: '/projects/$projectId', params: { projectId: id } });
    },
    onError: (error: unknown) => {
      const pointers = error instanceof ApiError ? (error.problem?.fields ?? []).map((field) => field.pointer) : [];
      const step = firstWrongStep(pointers);
      if (step) go(step);
    },
  });
}

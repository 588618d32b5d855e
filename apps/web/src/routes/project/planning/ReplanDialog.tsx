import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { keepPreviousData } from '@tanstack/react-query';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import type { Project } from '../../../api/types';
import { notify } from '../../../app/notify';
import { useI18n } from '../../../i18n';
import { emptyDraft, type ReplanDraft, requestOf } from './replan-draft';
import { ReplanAnswers } from './ReplanAnswers';
import { ReplanList } from './ReplanList';

type Body = Parameters<typeof asBody>[0];

/** OpenAPI has no short way to say "text or boolean". */
const asBody = (request: ReturnType<typeof requestOf>) => request as unknown as Record<string, never>;

function useReplan(project: Project, draft: ReplanDraft | null, shown: boolean, onDone: () => void) {
  const { t } = useI18n();
  const path = { id: project.id };
  const body: Body = requestOf(draft ?? emptyDraft, project);
  const preview = api.useQuery(
    'post',
    '/api/projects/{id}/replan/preview',
    { params: { path }, body: asBody(body) },
    { enabled: shown, placeholderData: keepPreviousData },
  );
  const apply = api.useMutation('post', '/api/projects/{id}/replan', {
    meta: { quiet: true },
    onSuccess: () => {
      notify.success(t('replan.applied'));
      onDone();
    },
    // Somebody was faster: what is shown is looked at anew.
    onError: () => void preview.refetch(),
  });
  const submit = () => {
    if (preview.data) apply.mutate({ params: { path, header: ifMatch(preview.data) }, body: asBody(body) });
  };
  return { preview, apply, submit };
}

/** Change days and answers, look at every row that follows, choose, apply. */
export function ReplanDialog({ project }: { project: Project }) {
  const { t } = useI18n();
  const [draft, setDraft] = useState<ReplanDraft | null>(null);
  const [step, setStep] = useState<'answers' | 'list'>('answers');
  const close = () => {
    setDraft(null);
    setStep('answers');
    apply.reset();
  };
  const { preview, apply, submit } = useReplan(project, draft, draft !== null && step === 'list', close);
  const change = (part: Partial<ReplanDraft>) => setDraft((now) => now && { ...now, ...part });
  const onList = step === 'list';
  return (
    <>
      <Button type="primary" onClick={() => setDraft(emptyDraft)}>
        {t('replan.open')}
      </Button>
      <Modal
        open={draft !== null}
        title={t('replan.title')}
        width={860}
        onCancel={close}
        destroyOnHidden
        footer={
          <div className="replan-footer">
            {onList ? (
              <Button onClick={() => setStep('answers')}>{t('replan.back')}</Button>
            ) : (
              <Button onClick={close}>{t('common.cancel')}</Button>
            )}
            {onList ? (
              <Button
                type="primary"
                disabled={!preview.data || preview.isPlaceholderData || preview.isError}
                loading={apply.isPending}
                onClick={submit}
              >
                {t('replan.apply')}
              </Button>
            ) : (
              <Button type="primary" onClick={() => setStep('list')}>
                {t('replan.toList')}
              </Button>
            )}
          </div>
        }
      >
        {draft && !onList && <ReplanAnswers {...{ project, draft, change }} />}
        {draft && onList && <ReplanList {...{ draft, change, preview }} refusal={apply.error} />}
      </Modal>
    </>
  );
}

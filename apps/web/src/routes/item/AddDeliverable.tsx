import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import { FormModal } from '../../components/FormModal';
import { useI18n } from '../../i18n';
import { accepterOf, DeliverableFields, type DeliverableDraft } from './DeliverableFields';

const EMPTY: DeliverableDraft = {
  title: '',
  evidence: 'no',
  kind: 'file',
  accepter: 'nobody',
  startDay: null,
  dueDay: null,
};
const POINTERS = ['/title', '/kind', '/accepter', '/evidence', '/startDay', '/dueDay'];

export function AddDeliverable({ itemId }: { itemId: string }) {
  const { t, locale } = useI18n();
  const [draft, setDraft] = useState<DeliverableDraft | null>(null);
  const close = () => {
    add.reset();
    setDraft(null);
  };
  const add = api.useMutation('post', '/api/work-items/{id}/deliverables', {
    meta: { quiet: true },
    onSuccess: () => setDraft(null),
  });
  const submit = () => {
    if (!draft) return;
    const { title, evidence, kind, startDay, dueDay } = draft;
    const body = { title, evidence, kind, accepter: accepterOf(draft) ?? undefined };
    const days = { startDay: startDay ?? undefined, dueDay: dueDay ?? undefined };
    add.mutate({ params: { path: { id: itemId } }, body: { ...body, ...days } });
  };
  return (
    <>
      <Button size="small" onClick={() => setDraft(EMPTY)}>
        {t('deliverable.add')}
      </Button>
      <FormModal
        open={draft !== null}
        title={t('deliverable.add')}
        confirm={t('deliverable.add')}
        ready={!!draft?.title.trim()}
        busy={add.isPending}
        error={add.error}
        known={POINTERS}
        onSubmit={submit}
        onClose={close}
      >
        {draft && (
          <DeliverableFields
            titled
            draft={draft}
            set={(part) => setDraft({ ...draft, ...part })}
            errors={fieldErrors(add.error, locale)}
          />
        )}
      </FormModal>
    </>
  );
}

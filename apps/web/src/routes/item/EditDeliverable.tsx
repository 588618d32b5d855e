import Button from 'antd/es/button';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import type { Deliverable } from '../../api/types';
import { queryClient } from '../../app/queryClient';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import { accepterOf, DeliverableFields, type DeliverableDraft } from './DeliverableFields';
import { itemKey } from './useItem';

const POINTERS = ['/title', '/accepter', '/evidence', '/startDay', '/dueDay'];

const draftOf = ({ title, evidence, accepter, startDay, dueDay }: Deliverable): DeliverableDraft => ({
  ...{ title, evidence, startDay, dueDay },
  accepter: accepter ?? 'nobody',
});

const bodyOf = (draft: DeliverableDraft) => ({ ...draft, accepter: accepterOf(draft) });

/** Only what was changed is sent: the rest may have moved on meanwhile. */
function changed(draft: DeliverableDraft, deliverable: Deliverable): Partial<ReturnType<typeof bodyOf>> {
  const before = bodyOf(draftOf(deliverable));
  const after = Object.entries(bodyOf(draft));
  return Object.fromEntries(after.filter(([key, value]) => value !== before[key as keyof typeof before]));
}

/** Changes what the plan said of a deliverable: its days, who accepts it, whether evidence is asked for. */
export function EditDeliverable({ deliverable }: { deliverable: Deliverable }) {
  const { t, locale, pick } = useI18n();
  const [draft, setDraft] = useState<DeliverableDraft | null>(null);
  const edit = api.useMutation('patch', '/api/deliverables/{id}', {
    meta: { quiet: true },
    onSuccess: () => setDraft(null),
    onError: () => void queryClient.invalidateQueries({ queryKey: itemKey(deliverable.workItemId) }),
  });
  const close = () => {
    edit.reset();
    setDraft(null);
  };
  const submit = () => {
    if (!draft) return;
    const params = { path: { id: deliverable.id } };
    const headers = { 'If-Match': `"${deliverable.version}"` };
    edit.mutate({ params, headers, body: changed(draft, deliverable) });
  };
  return (
    <>
      <Button type="text" onClick={() => setDraft(draftOf(deliverable))}>
        {t('common.edit')}
      </Button>
      <Modal
        open={draft !== null}
        title={`${t('deliverable.editTitle')}${t('common.colon')}${pick(deliverable.title, deliverable.titleEn)}`}
        okText={t('common.save')}
        cancelText={t('common.cancel')}
        confirmLoading={edit.isPending}
        onOk={submit}
        onCancel={close}
        destroyOnHidden
      >
        <FormError error={edit.error} known={POINTERS} />
        {draft && (
          <DeliverableFields
            titled={deliverable.code === null && deliverable.sources.length === 0}
            draft={draft}
            set={(part) => setDraft({ ...draft, ...part })}
            errors={fieldErrors(edit.error, locale)}
          />
        )}
      </Modal>
    </>
  );
}

import Button from 'antd/es/button';
import { useState } from 'react';
import { api } from '../../api/client';
import type { Deliverable, WorkItem } from '../../api/types';
import { notify } from '../../app/notify';
import { AskButton } from '../../components/AskButton';
import { useI18n } from '../../i18n';
import { AcceptModal } from './AcceptModal';
import { AddEvidence } from './AddEvidence';
import { EditDeliverable } from './EditDeliverable';
import { SubmitModal } from './SubmitModal';
import { useHandIn } from './useHandIn';

interface Props {
  deliverable: Deliverable;
  item: WorkItem;
}

/** A box of leaflets needs no form: where neither evidence nor acceptance is asked, one tap delivers. */
function Submit({ deliverable, item }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const submit = useHandIn(deliverable, item, {
    onSuccess: (how) => how === 'sent' && notify.success(t('deliverable.delivered')),
  });
  const oneTap = deliverable.evidence === 'no' && deliverable.accepter === null;
  return (
    <>
      <Button
        color="primary"
        variant="outlined"
        loading={submit.isPending}
        onClick={() => (oneTap ? submit.mutate({}) : setOpen(true))}
      >
        {deliverable.accepter ? t('deliverable.submit') : t('deliverable.deliver')}
      </Button>
      {open && <SubmitModal deliverable={deliverable} item={item} onClose={() => setOpen(false)} />}
    </>
  );
}

function Accept({ deliverable, item }: Props) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      <Button type="primary" onClick={() => setOpen(true)}>
        {t('deliverable.accept')}
      </Button>
      {open && (
        <AcceptModal
          deliverable={deliverable}
          openChecks={item.checkList.filter((check) => check.state === 'open')}
          onClose={() => setOpen(false)}
        />
      )}
    </>
  );
}

export function DeliverableActions({ deliverable, item }: Props) {
  const { t } = useI18n();
  const params = { path: { id: deliverable.id } };
  const giveBack = api.useMutation('post', '/api/deliverables/{id}/return', { meta: { quiet: true } });
  const waive = api.useMutation('post', '/api/deliverables/{id}/waive', { meta: { quiet: true } });
  const withdraw = api.useMutation('post', '/api/deliverables/{id}/withdraw');
  const reopen = api.useMutation('post', '/api/deliverables/{id}/reopen', { meta: { quiet: true } });
  const { may } = deliverable;
  if (may.length === 0) return null;
  return (
    <div className="deliverable-actions">
      {may.includes('accept') && <Accept deliverable={deliverable} item={item} />}
      {may.includes('submit') && <Submit deliverable={deliverable} item={item} />}
      {may.includes('return') && (
        <AskButton
          title={t('deliverable.return')}
          label={t('deliverable.returnWhy')}
          onConfirm={(reason) => giveBack.mutateAsync({ params, body: { reason } })}
        >
          {t('deliverable.return')}
        </AskButton>
      )}
      {(may.includes('submit') || may.includes('withdraw')) && <AddEvidence deliverable={deliverable} />}
      {may.includes('waive') && (
        <AskButton
          type="text"
          title={t('deliverable.waive')}
          label={t('common.reason')}
          onConfirm={(reason) => waive.mutateAsync({ params, body: { reason } })}
        >
          {t('deliverable.waive')}
        </AskButton>
      )}
      {may.includes('withdraw') && (
        <Button type="text" loading={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
          {t('deliverable.withdraw')}
        </Button>
      )}
      {may.includes('reopen') && (
        <AskButton
          type="text"
          title={t('common.reopen')}
          label={t('common.reason')}
          onConfirm={(reason) => reopen.mutateAsync({ params, body: { reason } })}
        >
          {t('common.reopen')}
        </AskButton>
      )}
      {may.includes('edit') && <EditDeliverable deliverable={deliverable} />}
    </div>
  );
}

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
import { AddFiles } from './files/AddFiles';
import type { Uploads } from './files/useUploads';
import { SubmitModal } from './SubmitModal';
import { useHandIn } from './useHandIn';

interface Props {
  deliverable: Deliverable;
  item: WorkItem;
}

/** Whether it can be done now. A dialog that is open stays when somebody else was faster: what was typed is not lost. */
interface Offered {
  offered: boolean;
}

interface ActionsProps extends Props {
  /** Null where nothing may be added. */
  uploads: Uploads | null;
}

type SubmitProps = ActionsProps & Offered;

/** A box of leaflets needs no form: where neither evidence nor acceptance is asked, one tap delivers. */
function Submit({ deliverable, item, uploads, offered }: SubmitProps) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  const submit = useHandIn(deliverable, item, {
    onSuccess: (how) => how === 'sent' && notify.success(t('deliverable.delivered')),
  });
  const oneTap = deliverable.evidence === 'no' && deliverable.accepter === null;
  return (
    <>
      {offered && (
        <Button
          color="primary"
          variant="outlined"
          loading={submit.isPending}
          onClick={() => (oneTap ? submit.mutate({}) : setOpen(true))}
        >
          {deliverable.accepter ? t('deliverable.submit') : t('deliverable.deliver')}
        </Button>
      )}
      {open && <SubmitModal {...{ deliverable, item, uploads }} onClose={() => setOpen(false)} />}
    </>
  );
}

function Accept({ deliverable, item, offered }: Props & Offered) {
  const { t } = useI18n();
  const [open, setOpen] = useState(false);
  return (
    <>
      {offered && (
        <Button type="primary" onClick={() => setOpen(true)}>
          {t('deliverable.accept')}
        </Button>
      )}
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

export function DeliverableActions({ deliverable, item, uploads }: ActionsProps) {
  const { t } = useI18n();
  const params = { path: { id: deliverable.id } };
  const giveBack = api.useMutation('post', '/api/deliverables/{id}/return', { meta: { quiet: true } });
  const waive = api.useMutation('post', '/api/deliverables/{id}/waive', { meta: { quiet: true } });
  const withdraw = api.useMutation('post', '/api/deliverables/{id}/withdraw');
  const unaccept = api.useMutation('post', '/api/deliverables/{id}/unaccept');
  const reopen = api.useMutation('post', '/api/deliverables/{id}/reopen', { meta: { quiet: true } });
  const { may } = deliverable;
  const offers = (action: (typeof may)[number]) => may.includes(action);
  return (
    <div className="deliverable-actions">
      <Accept deliverable={deliverable} item={item} offered={offers('accept')} />
      <Submit deliverable={deliverable} item={item} uploads={uploads} offered={offers('submit')} />
      <AskButton
        offered={offers('return')}
        title={t('deliverable.return')}
        label={t('deliverable.returnWhy')}
        onConfirm={(reason) => giveBack.mutateAsync({ params, body: { reason } })}
      >
        {t('deliverable.return')}
      </AskButton>
      {uploads && <AddFiles uploads={uploads} />}
      <AddEvidence deliverable={deliverable} offered={offers('submit') || offers('withdraw')} />
      <AskButton
        offered={offers('waive')}
        type="text"
        title={t('deliverable.waive')}
        label={t('common.reason')}
        onConfirm={(reason) => waive.mutateAsync({ params, body: { reason } })}
      >
        {t('deliverable.waive')}
      </AskButton>
      {offers('withdraw') && (
        <Button type="text" loading={withdraw.isPending} onClick={() => withdraw.mutate({ params })}>
          {t('deliverable.withdraw')}
        </Button>
      )}
      {offers('unaccept') && (
        <Button type="text" loading={unaccept.isPending} onClick={() => unaccept.mutate({ params })}>
          {t('deliverable.unaccept')}
        </Button>
      )}
      <AskButton
        offered={offers('reopen')}
        type="text"
        title={t('common.reopen')}
        label={t('common.reason')}
        onConfirm={(reason) => reopen.mutateAsync({ params, body: { reason } })}
      >
        {t('common.reopen')}
      </AskButton>
      <EditDeliverable deliverable={deliverable} offered={offers('edit')} />
    </div>
  );
}

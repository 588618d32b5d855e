import { useState } from 'react';
import { Input, Modal } from '../../components/late';
import { fieldErrors } from '../../api/problem';
import { WAITING_KINDS, type WaitingKind, type WorkItem } from '../../api/types';
import { Choices } from '../../components/Choices';
import { DayField } from '../../components/DayField';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import { statusOf } from './useItem';

/** Asks for what and whom the item waits, and when to ask again. */
export function WaitingModal({ item, onClose }: { item: WorkItem; onClose: () => void }) {
  const { t, locale } = useI18n();
  const [what, setWhat] = useState(item.waitingFor ?? '');
  const [kind, setKind] = useState<WaitingKind>(item.waitingKind ?? 'client');
  const [day, setDay] = useState(item.followUpDay);
  const [failure, setFailure] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = fieldErrors(failure, locale);
  const save = () => {
    const body = { status: 'waiting', waitingFor: what.trim(), waitingKind: kind, followUpDay: day } as const;
    setBusy(true);
    statusOf(item)
      .save(body)
      .then(onClose, setFailure)
      .finally(() => setBusy(false));
  };
  return (
    <Modal
      open
      title={t('waiting.title')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      okButtonProps={{ disabled: what.trim() === '' }}
      confirmLoading={busy}
      onOk={save}
      onCancel={onClose}
    >
      <FormError error={failure} known={['/waitingFor', '/followUpDay']} />
      <Field label={t('waiting.what')} error={errors['/waitingFor']}>
        {(control) => <Input {...control} autoFocus value={what} onChange={(event) => setWhat(event.target.value)} />}
      </Field>
      <Choices
        legend={t('waiting.kind.label')}
        value={kind}
        choices={WAITING_KINDS.map((value) => ({ value, label: t(`waiting.kind.${value}`) }))}
        onChange={setKind}
      />
      <Field label={t('waiting.followUp')} optional hint={t('waiting.followUpHint')} error={errors['/followUpDay']}>
        {(control) => <DayField control={control} value={day} onChange={setDay} />}
      </Field>
    </Modal>
  );
}

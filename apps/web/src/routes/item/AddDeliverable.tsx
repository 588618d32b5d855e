import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Modal from 'antd/es/modal';
import Select from 'antd/es/select';
import { useState } from 'react';
import { api } from '../../api/client';
import { fieldErrors } from '../../api/problem';
import type { Deliverable } from '../../api/types';
import { DayField } from '../../components/DayField';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';

interface Draft {
  title: string;
  evidence: Deliverable['evidence'];
  accepter: 'manager' | 'lead' | 'client' | 'nobody';
  dueDay?: string;
}

const EMPTY: Draft = { title: '', evidence: 'no', accepter: 'nobody' };

function Fields({
  draft,
  set,
  errors,
}: {
  draft: Draft;
  set: (part: Partial<Draft>) => void;
  errors: Record<string, string>;
}) {
  const { t } = useI18n();
  const accepters = (['nobody', 'lead', 'manager', 'client'] as const).map((value) => ({
    value,
    label: value === 'nobody' ? t('deliverable.noAccepter') : t(`role.${value}`),
  }));
  const needs = (['no', 'optional', 'required'] as const).map((value) => ({
    value,
    label: t(`deliverable.evidence.${value}`),
  }));
  return (
    <>
      <Field label={t('word.title')} error={errors['/title']}>
        {(control) => (
          <Input {...control} autoFocus value={draft.title} onChange={(event) => set({ title: event.target.value })} />
        )}
      </Field>
      <Field label={t('deliverable.accepter')} error={errors['/accepter']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={draft.accepter}
            options={accepters}
            onChange={(accepter: Draft['accepter']) => set({ accepter })}
          />
        )}
      </Field>
      <Field label={t('deliverable.evidenceWord')} error={errors['/evidence']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={draft.evidence}
            options={needs}
            onChange={(evidence: Draft['evidence']) => set({ evidence })}
          />
        )}
      </Field>
      <Field label={t('word.dueDay')} optional error={errors['/dueDay']}>
        {(control) => (
          <DayField control={control} value={draft.dueDay} onChange={(day) => set({ dueDay: day ?? undefined })} />
        )}
      </Field>
    </>
  );
}

export function AddDeliverable({ itemId }: { itemId: string }) {
  const { t, locale } = useI18n();
  const [draft, setDraft] = useState<Draft | null>(null);
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
    const accepter = draft.accepter === 'nobody' ? undefined : draft.accepter;
    add.mutate({ params: { path: { id: itemId } }, body: { ...draft, accepter } });
  };
  return (
    <>
      <Button size="small" onClick={() => setDraft(EMPTY)}>
        {t('deliverable.add')}
      </Button>
      <Modal
        open={draft !== null}
        title={t('deliverable.add')}
        okText={t('deliverable.add')}
        cancelText={t('common.cancel')}
        okButtonProps={{ disabled: !draft?.title.trim() }}
        confirmLoading={add.isPending}
        onOk={submit}
        onCancel={close}
        destroyOnHidden
      >
        <FormError error={add.error} known={['/title', '/accepter', '/evidence', '/dueDay']} />
        {draft && (
          <Fields
            draft={draft}
            set={(part) => setDraft({ ...draft, ...part })}
            errors={fieldErrors(add.error, locale)}
          />
        )}
      </Modal>
    </>
  );
}

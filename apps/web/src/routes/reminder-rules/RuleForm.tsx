import { useState } from 'react';
import { Input, InputNumber, Modal, Select } from '../../components/late';
import { fieldErrors } from '../../api/problem';
import type { GivenRule, ReminderRules } from '../../api/types';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { statusName } from '../../format/reminderRules';
import { useI18n } from '../../i18n';
import { RuleRecipients } from './RuleRecipients';
import { draftOf, NEW_RULE, type RuleDraft, ruleOf } from './ruleDraft';

interface PartProps {
  draft: RuleDraft;
  set: (part: Partial<RuleDraft>) => void;
  errors: Record<string, string>;
}

const STATUSES = ['to-do', 'doing', 'waiting', 'open', 'submitted', 'returned'];

function Base({ draft, set, errors, anchors }: PartProps & { anchors: ReminderRules['anchors'] }) {
  const { t, pick } = useI18n();
  const whens = (['due', 'start', 'anchor', 'status'] as const).map((value) => ({
    value,
    label: t(`reminderRules.form.whens.${value}`),
  }));
  return (
    <div className="field-pair">
      <Field label={t('reminderRules.form.when')} error={errors['/rule/when']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={draft.when}
            options={whens}
            onChange={(when) => set({ when, ...(when === 'status' && { direction: 'after' }) })}
          />
        )}
      </Field>
      {draft.when === 'anchor' && (
        <Field label={t('reminderRules.form.anchor')} error={errors['/rule/anchor']}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={draft.anchor}
              options={anchors.map(({ key, name, nameEn }) => ({ value: key, label: pick(name, nameEn) }))}
              onChange={(anchor: string) => set({ anchor })}
            />
          )}
        </Field>
      )}
      {draft.when === 'status' && (
        <Field label={t('reminderRules.form.status')} error={errors['/rule/status']}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={draft.status}
              options={STATUSES.map((value) => ({ value, label: statusName(value) }))}
              onChange={(status: string) => set({ status })}
            />
          )}
        </Field>
      )}
    </div>
  );
}

function Offset({ draft, set, errors }: PartProps) {
  const { t } = useI18n();
  const directions = (['before', 'on', 'after'] as const)
    .filter((value) => value !== 'before' || draft.when !== 'status')
    .map((value) => ({ value, label: t(`reminderRules.form.${value}`) }));
  const units = (['days', 'working'] as const).map((value) => ({ value, label: t(`reminderRules.form.${value}`) }));
  return (
    <>
      <div className="field-pair">
        <Field label={t('reminderRules.form.direction')} error={errors['/rule/days'] ?? errors['/rule/workingDays']}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={draft.direction}
              options={directions}
              onChange={(direction) => set({ direction })}
            />
          )}
        </Field>
        <Field label={t('reminderRules.form.time')} error={errors['/rule/at']} hint={t('reminderRules.form.timeHint')}>
          {(control) => (
            <Input {...control} type="time" value={draft.at} onChange={(event) => set({ at: event.target.value })} />
          )}
        </Field>
      </div>
      {draft.direction !== 'on' && (
        <div className="field-pair">
          <Field label={t('reminderRules.form.count')}>
            {(control) => (
              <InputNumber
                {...control}
                className="wide"
                min={1}
                max={365}
                value={draft.count}
                onChange={(count) => set({ count: count ?? 1 })}
              />
            )}
          </Field>
          <Field label={t('reminderRules.form.unit')}>
            {(control) => (
              <Select
                {...control}
                className="wide"
                value={draft.unit}
                options={units}
                onChange={(unit) => set({ unit })}
              />
            )}
          </Field>
        </div>
      )}
    </>
  );
}

interface Props {
  title: string;
  /** The rule that is changed; a new one where there is none. */
  rule?: GivenRule;
  anchors: ReminderRules['anchors'];
  /** A person's own rule: it reminds nobody else. */
  own: boolean;
  /** Rejects when the server refuses; the form then stays and says why. */
  save: (rule: GivenRule) => Promise<unknown>;
  close: () => void;
}

/** A rule in a dialog. Mounted while it is open. */
export function RuleForm({ title, rule, anchors, own, save, close }: Props) {
  const { t, locale } = useI18n();
  const [draft, setDraft] = useState(() => (rule ? draftOf(rule) : NEW_RULE));
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const errors = fieldErrors(error, locale);
  const part = { draft, errors, set: (some: Partial<RuleDraft>) => setDraft((now) => ({ ...now, ...some })) };
  const submit = () => {
    setBusy(true);
    save(ruleOf(draft))
      .then(close, setError)
      .finally(() => setBusy(false));
  };
  const known = ['when', 'anchor', 'status', 'days', 'workingDays', 'at'].map((field) => `/rule/${field}`);
  return (
    <Modal
      open
      title={title}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={submit}
      onCancel={close}
    >
      <FormError error={error} known={known} />
      <Base {...part} anchors={anchors} />
      <Offset {...part} />
      {!own && <RuleRecipients draft={draft} set={part.set} />}
    </Modal>
  );
}

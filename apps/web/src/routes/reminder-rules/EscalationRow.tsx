import Button from 'antd/es/button';
import { useState } from 'react';
import { InputNumber, Modal } from '../../components/late';
import type { NewRule, ReminderRules } from '../../api/types';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';
import { rowOf, useChangeRule } from './useChangeRule';

type Escalation = NonNullable<ReminderRules['escalation']>;
type Days = Pick<Escalation, 'leadAfter' | 'managerAfter'>;

interface Props {
  escalation: Escalation;
  editable: boolean;
  add: (rule: NewRule) => Promise<unknown>;
}

/** When the lead and the manager hear of overdue work that stands still. */
export function EscalationRow({ escalation, editable, add }: Props) {
  const { t } = useI18n();
  const [editing, setEditing] = useState(false);
  const quiet = useChangeRule({ quiet: true });
  const loud = useChangeRule({ quiet: false });
  const row = rowOf(escalation);
  const { leadAfter, managerAfter, active, from } = escalation;
  const save = (days: Days) =>
    row ? quiet.edit(row, { escalation: days, active: true }) : add({ replaces: 'escalation', escalation: days });
  const turn = () => {
    const done = row ? loud.edit(row, { active: !active }) : add({ replaces: 'escalation', active: !active });
    // Whoever refuses has said so already.
    done.catch(() => undefined);
  };
  return (
    <li className={active ? undefined : 'rule-off'}>
      <div>
        <strong>{t('reminderRules.escalation.title')}</strong>
        <span className="tag">{t(`reminderRules.source.${from}`)}</span>
        <p>{t('reminderRules.escalation.words', { lead: leadAfter, manager: managerAfter })}</p>
        {!active && <p className="muted">{t('reminderRules.isOff')}</p>}
      </div>
      {editable && (
        <div className="rule-actions">
          <Button size="small" onClick={() => setEditing(true)}>
            {t('reminderRules.change')}
          </Button>
          <Button size="small" loading={loud.busy} onClick={turn}>
            {active ? t('reminderRules.off') : t('reminderRules.on')}
          </Button>
        </div>
      )}
      {editing && <EscalationForm days={{ leadAfter, managerAfter }} save={save} close={() => setEditing(false)} />}
    </li>
  );
}

interface FormProps {
  days: Days;
  save: (days: Days) => Promise<unknown>;
  close: () => void;
}

function EscalationForm({ days, save, close }: FormProps) {
  const { t } = useI18n();
  const [draft, setDraft] = useState(days);
  const [error, setError] = useState<unknown>(null);
  const [busy, setBusy] = useState(false);
  const submit = () => {
    setBusy(true);
    save(draft)
      .then(close, setError)
      .finally(() => setBusy(false));
  };
  const fields = [
    { name: 'leadAfter', label: t('reminderRules.escalation.lead') },
    { name: 'managerAfter', label: t('reminderRules.escalation.manager') },
  ] as const;
  return (
    <Modal
      open
      title={t('reminderRules.escalation.title')}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={busy}
      onOk={submit}
      onCancel={close}
    >
      <FormError error={error} />
      {fields.map(({ name, label }) => (
        <Field key={name} label={label}>
          {(control) => (
            <InputNumber
              {...control}
              className="wide"
              min={1}
              max={60}
              value={draft[name]}
              onChange={(value) => setDraft((now) => ({ ...now, [name]: value ?? 1 }))}
            />
          )}
        </Field>
      ))}
    </Modal>
  );
}

import { InputNumber, Select } from '../../components/late';
import { Field } from '../../components/Field';
import { Tick } from '../../components/Tick';
import { useI18n } from '../../i18n';
import type { RuleDraft } from './ruleDraft';

const ROLES = ['assignee', 'preparer', 'accepter', 'lead', 'manager', 'client'] as const;

interface Props {
  draft: RuleDraft;
  set: (part: Partial<RuleDraft>) => void;
}

/** Whom a rule reminds, of what, and until when. */
export function RuleRecipients({ draft, set }: Props) {
  const { t } = useI18n();
  const subjects = [
    { value: 'any' as const, label: t('reminderRules.form.subjectsAny') },
    { value: 'deliverables' as const, label: t('reminderRules.form.subjectsDeliverables') },
    { value: 'work-items' as const, label: t('reminderRules.form.subjectsItems') },
  ];
  return (
    <>
      <fieldset className="rule-roles">
        <legend>{t('reminderRules.form.to')}</legend>
        <div className="rule-role-choices">
          {ROLES.map((role) => (
            <Tick
              key={role}
              checked={draft.to.includes(role)}
              onChange={(on) => set({ to: ROLES.filter((one) => (one === role ? on : draft.to.includes(one))) })}
            >
              {t(`reminded.role.${role}`)}
            </Tick>
          ))}
        </div>
        <p className="field-hint">{t('reminderRules.form.toHint')}</p>
      </fieldset>
      {draft.when !== 'status' && (
        <Field label={t('reminderRules.form.subjects')}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={draft.subjects}
              options={subjects}
              onChange={(value) => set({ subjects: value })}
            />
          )}
        </Field>
      )}
      <Field label={t('reminderRules.form.expires')} optional>
        {(control) => (
          <InputNumber
            {...control}
            className="wide"
            min={0}
            max={365}
            value={draft.expiresAfterDays}
            onChange={(expiresAfterDays) => set({ expiresAfterDays })}
          />
        )}
      </Field>
    </>
  );
}

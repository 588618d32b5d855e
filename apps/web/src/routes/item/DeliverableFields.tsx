import { Select } from '../../components/late';
import { type Deliverable, OUTPUT_KINDS } from '../../api/types';
import { Field } from '../../components/Field';
import { StartAndDueDays } from '../../components/StartAndDue';
import { TitleField } from '../../components/WorkFields';
import { useI18n } from '../../i18n';

export interface DeliverableDraft {
  title: string;
  evidence: Deliverable['evidence'];
  kind: Deliverable['kind'];
  accepter: 'manager' | 'lead' | 'client' | 'nobody';
  startDay: string | null;
  dueDay: string | null;
}

export const accepterOf = ({ accepter }: Pick<DeliverableDraft, 'accepter'>) =>
  accepter === 'nobody' ? null : accepter;

interface Props {
  draft: DeliverableDraft;
  set: (part: Partial<DeliverableDraft>) => void;
  errors: Record<string, string>;
  /** A standard's wording stays as it is; only the project's own rows are named here. */
  titled: boolean;
}

function Terms({ draft, set, errors }: Omit<Props, 'titled'>) {
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
      <Field label={t('deliverable.kindWord')} error={errors['/kind']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={draft.kind}
            options={OUTPUT_KINDS.map((value) => ({ value, label: t(`deliverable.kind.${value}`) }))}
            onChange={(kind: DeliverableDraft['kind']) => set({ kind })}
          />
        )}
      </Field>
      <Field label={t('deliverable.accepter')} error={errors['/accepter']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={draft.accepter}
            options={accepters}
            onChange={(accepter: DeliverableDraft['accepter']) => set({ accepter })}
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
            onChange={(evidence: DeliverableDraft['evidence']) => set({ evidence })}
          />
        )}
      </Field>
    </>
  );
}

export function DeliverableFields({ draft, set, errors, titled }: Props) {
  return (
    <>
      {titled && (
        <TitleField autoFocus value={draft.title} onChange={(title) => set({ title })} error={errors['/title']} />
      )}
      <Terms {...{ draft, set, errors }} />
      <StartAndDueDays optional days={draft} set={(field, day) => set({ [field]: day })} errors={errors} />
    </>
  );
}

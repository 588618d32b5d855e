import { DayField } from '../../components/DayField';
import { Field } from '../../components/Field';
import { PersonSelect } from '../../components/PersonSelect';
import { useI18n } from '../../i18n';
import type { Notifications } from '../../api/types';
import type { NotifyProps } from './notifyFields';

const DAYS = ['awayFrom', 'awayUntil'] as const;

/** Who is told in one's place, and from when to when. */
export function AwayFields({
  fields,
  errors,
  set,
  colleagues,
}: NotifyProps & { colleagues: Notifications['colleagues'] }) {
  const { t } = useI18n();
  return (
    <fieldset className="notify-group">
      <legend>{t('notify.away')}</legend>
      <Field label={t('notify.standIn')} hint={t('notify.standInHint')} error={errors['/standInId']}>
        {(control) => (
          <PersonSelect
            control={control}
            people={colleagues}
            value={fields.standInId}
            placeholder={t('notify.noStandIn')}
            onChange={(standInId) => set({ standInId })}
          />
        )}
      </Field>
      <div className="notify-pair">
        {DAYS.map((name) => (
          <Field key={name} label={t(`notify.${name}`)} error={errors[`/${name}`]}>
            {(control) => <DayField control={control} value={fields[name]} onChange={(day) => set({ [name]: day })} />}
          </Field>
        ))}
      </div>
    </fieldset>
  );
}

import { Input, TextArea } from '../../../components/late';
import { WAITING_KINDS } from '../../../api/types';
import { STATUSES } from '../../../app/search';
import { Choices } from '../../../components/Choices';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { StatusMark } from '../../../components/StatusMark';
import { useI18n } from '../../../i18n';
import type { FieldsProps } from './BulkFields';

const OF_WAITING = { waitingFor: undefined, waitingKind: undefined, followUpDay: undefined };

function Waiting({ set, change, errors }: FieldsProps) {
  const { t } = useI18n();
  return (
    <>
      <Field label={t('waiting.what')} error={errors['/set/waitingFor']}>
        {(control) => (
          <Input
            {...control}
            value={set.waitingFor}
            onChange={(event) => change({ waitingFor: event.target.value || undefined })}
          />
        )}
      </Field>
      <Choices
        legend={t('waiting.kind.label')}
        value={set.waitingKind ?? null}
        choices={WAITING_KINDS.map((value) => ({ value, label: t(`waiting.kind.${value}`) }))}
        onChange={(waitingKind) => change({ waitingKind })}
      />
      <Field label={t('waiting.followUp')} optional hint={t('waiting.followUpHint')} error={errors['/set/followUpDay']}>
        {(control) => (
          <DayField
            control={control}
            value={set.followUpDay}
            onChange={(day) => change({ followUpDay: day ?? undefined })}
          />
        )}
      </Field>
    </>
  );
}

export function BulkStatusFields({ set, change, errors }: FieldsProps) {
  const { t } = useI18n();
  return (
    <>
      <Choices
        legend={t('word.status')}
        hideLegend
        value={set.status ?? null}
        choices={STATUSES.map((value) => ({ value, label: <StatusMark status={value} /> }))}
        onChange={(status) => change({ ...OF_WAITING, reason: undefined, status })}
      />
      {set.status === 'done' && <p className="field-hint">{t('bulk.doneHint')}</p>}
      {set.status === 'waiting' && <Waiting {...{ set, change, errors }} />}
      {set.status === 'not-applicable' && (
        <Field label={t('common.reason')} error={errors['/set/reason']}>
          {(control) => (
            <TextArea
              {...control}
              autoSize={{ minRows: 2, maxRows: 8 }}
              value={set.reason}
              onChange={(event) => change({ reason: event.target.value || undefined })}
            />
          )}
        </Field>
      )}
    </>
  );
}

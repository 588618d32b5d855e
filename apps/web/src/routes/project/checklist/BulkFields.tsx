import { InputNumber } from '../../../components/late';
import type { BulkChange, PersonRef, Team } from '../../../api/types';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { PersonSelect } from '../../../components/PersonSelect';
import { TeamField } from '../../../components/WorkFields';
import { useI18n } from '../../../i18n';

export type BulkKind = 'assign' | 'dates' | 'status';

export interface FieldsProps {
  /** What is to be set on all of them; what stays undefined is left as it is. */
  set: BulkChange;
  change: (part: BulkChange) => void;
  errors: Record<string, string>;
}

export function BulkAssignFields({
  set,
  change,
  errors,
  people,
  teams,
}: FieldsProps & { people: readonly PersonRef[]; teams: readonly Team[] }) {
  const { t } = useI18n();
  return (
    <>
      <TeamField
        teams={teams}
        placeholder={t('bulk.unchanged')}
        value={set.teamId}
        onChange={(teamId) => change({ teamId })}
        error={errors['/set/teamId']}
      />
      <Field label={t('word.assignee')} error={errors['/set/assigneeId']}>
        {(control) => (
          <PersonSelect
            control={control}
            people={people}
            placeholder={t('bulk.unchanged')}
            value={set.assigneeId ?? null}
            onChange={(id) => change({ assigneeId: id ?? undefined })}
          />
        )}
      </Field>
      <label className="plain-check">
        <input
          type="checkbox"
          checked={set.assigneeId === null}
          onChange={(event) => change({ assigneeId: event.target.checked ? null : undefined })}
        />
        {t('bulk.backToPool')}
      </label>
    </>
  );
}

export function BulkDateFields({ set, change, errors }: FieldsProps) {
  const { t } = useI18n();
  const fixed = set.startDay !== undefined || set.dueDay !== undefined;
  return (
    <>
      <Field label={t('bulk.shift')} hint={t('bulk.shiftHint')} error={errors['/set/shiftDays']}>
        {(control) => (
          <InputNumber
            {...control}
            precision={0}
            disabled={fixed}
            value={set.shiftDays ?? null}
            onChange={(days) => change({ shiftDays: days ?? undefined })}
            suffix={t('date.days')}
          />
        )}
      </Field>
      <p className="or">{t('bulk.or')}</p>
      <div className="field-pair">
        <Field label={t('word.startDay')} error={errors['/set/startDay']}>
          {(control) => (
            <DayField
              control={control}
              disabled={set.shiftDays !== undefined}
              value={set.startDay}
              onChange={(day) => change({ startDay: day ?? undefined })}
            />
          )}
        </Field>
        <Field label={t('word.dueDay')} error={errors['/set/dueDay']}>
          {(control) => (
            <DayField
              control={control}
              disabled={set.shiftDays !== undefined}
              value={set.dueDay}
              onChange={(day) => change({ dueDay: day ?? undefined })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

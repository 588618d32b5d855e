import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import type { NewRecurring, Project } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { StageField, TeamField, TitleField } from '../../../components/WorkFields';
import { useI18n } from '../../../i18n';

interface Props {
  project: Project;
  given: NewRecurring;
  change: (part: Partial<NewRecurring>) => void;
  errors: Record<string, string>;
}

const RHYTHMS = ['week', 'two-weeks', 'month'] as const;
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 0] as const;
const A_DAY = '';

function When({ given, change, errors }: Omit<Props, 'project'>) {
  const { t } = useI18n();
  const monthly = given.every === 'month';
  return (
    <>
      <Choices
        legend={t('recurring.every')}
        value={given.every}
        choices={RHYTHMS.map((value) => ({ value, label: t(`recurring.rhythm.${value}`) }))}
        onChange={(every) =>
          change(
            every === 'month'
              ? { every, weekday: undefined, monthDay: given.monthDay ?? 1 }
              : { every, weekday: given.weekday ?? 1, monthDay: undefined },
          )
        }
      />
      <div className="field-pair">
        {monthly ? (
          <Field label={t('recurring.monthDay')} hint={t('recurring.monthDayHint')} error={errors['/monthDay']}>
            {(control) => (
              <InputNumber
                {...control}
                min={1}
                max={31}
                precision={0}
                value={given.monthDay}
                onChange={(monthDay) => change({ monthDay: monthDay ?? undefined })}
              />
            )}
          </Field>
        ) : (
          <Field label={t('recurring.weekday')} error={errors['/weekday']}>
            {(control) => (
              <Select
                {...control}
                className="wide"
                value={given.weekday}
                options={WEEKDAYS.map((value) => ({ value, label: t(`date.weekday.${value}`) }))}
                onChange={(weekday) => change({ weekday })}
              />
            )}
          </Field>
        )}
        <Field label={t('recurring.time')} optional error={errors['/dueTime']}>
          {(control) => (
            <Input
              {...control}
              type="time"
              value={given.dueTime ?? ''}
              onChange={(event) => change({ dueTime: event.target.value || undefined })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

function Span({ project, given, change, errors }: Props) {
  const { t, pick } = useI18n();
  const anchors = project.anchors.map(({ key, name, nameEn }) => ({ value: key, label: pick(name, nameEn) }));
  const ends = [...anchors, { value: A_DAY, label: t('recurring.untilDay') }];
  return (
    <>
      <div className="field-pair">
        <Field label={t('recurring.from')} error={errors['/fromDay']}>
          {(control) => (
            <DayField
              control={control}
              allowClear={false}
              value={given.fromDay}
              onChange={(day) => day && change({ fromDay: day })}
            />
          )}
        </Field>
        <Field label={t('recurring.ends')} error={errors['/untilAnchor']}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={given.untilAnchor ?? A_DAY}
              options={ends}
              onChange={(key) =>
                change(key === A_DAY ? { untilAnchor: undefined } : { untilAnchor: key, untilDay: undefined })
              }
            />
          )}
        </Field>
      </div>
      {given.untilAnchor === undefined && (
        <Field label={t('recurring.until')} error={errors['/untilDay']}>
          {(control) => (
            <DayField
              control={control}
              value={given.untilDay}
              onChange={(day) => change({ untilDay: day ?? undefined })}
            />
          )}
        </Field>
      )}
    </>
  );
}

export function RecurringFields(props: Props) {
  const { project, given, change, errors } = props;
  const { t } = useI18n();
  return (
    <>
      <TitleField
        autoFocus
        label={t('recurring.name')}
        value={given.title}
        onChange={(title) => change({ title })}
        error={errors['/title']}
      />
      <When {...props} />
      <Span {...props} />
      <Choices
        legend={t('recurring.daysOff')}
        value={given.daysOff}
        choices={(['move', 'skip'] as const).map((value) => ({ value, label: t(`recurring.${value}`) }))}
        onChange={(daysOff) => change({ daysOff })}
      />
      <div className="field-pair">
        <StageField value={given.stage} onChange={(stage) => change({ stage })} />
        <TeamField
          optional
          teams={project.teams}
          value={given.teamId}
          onChange={(teamId) => change({ teamId })}
          error={errors['/teamId']}
        />
      </div>
    </>
  );
}

import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { STAGES, type NewRecurring, type Project } from '../../../api/types';
import { Choices } from '../../../components/Choices';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
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
  const { t, pick } = useI18n();
  return (
    <>
      <Field label={t('recurring.name')} error={errors['/title']}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={given.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <When {...props} />
      <Span {...props} />
      <Choices
        legend={t('recurring.daysOff')}
        value={given.daysOff}
        choices={(['move', 'skip'] as const).map((value) => ({ value, label: t(`recurring.${value}`) }))}
        onChange={(daysOff) => change({ daysOff })}
      />
      <div className="field-pair">
        <Field label={t('word.stage')}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              value={given.stage}
              options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
              onChange={(stage) => change({ stage })}
            />
          )}
        </Field>
        <Field label={t('word.team')} optional error={errors['/teamId']}>
          {(control) => (
            <Select
              {...control}
              className="wide"
              allowClear
              value={given.teamId}
              options={project.teams.map((team) => ({ value: team.id, label: pick(team.name, team.nameEn) }))}
              onChange={(teamId?: string) => change({ teamId })}
            />
          )}
        </Field>
      </div>
    </>
  );
}

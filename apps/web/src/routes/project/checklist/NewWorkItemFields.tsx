import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { STAGES, type PersonRef, type Stage, type Team } from '../../../api/types';
import { DayField } from '../../../components/DayField';
import { Field } from '../../../components/Field';
import { PersonSelect } from '../../../components/PersonSelect';
import { RuleField } from '../../../components/RuleField';
import { useI18n } from '../../../i18n';

export interface NewItem {
  title: string;
  stage: Stage;
  teamId?: string;
  assigneeId?: string;
  startDay?: string;
  dueDay?: string;
  startRule?: string;
  dueRule?: string;
}

export const emptyItem: NewItem = { title: '', stage: 'preparation' };

interface Props {
  item: NewItem;
  change: (part: Partial<NewItem>) => void;
  errors: Record<string, string>;
  teams: readonly Team[];
  people: readonly PersonRef[];
  /** What rules can count from. */
  anchors: Parameters<typeof RuleField>[0]['anchors'];
}

/** Rules in place of days, so that the item moves with re-plans. */
function Rules({ item, change, errors, anchors }: Pick<Props, 'item' | 'change' | 'errors' | 'anchors'>) {
  const { t } = useI18n();
  return (
    <details open={errors['/startRule'] !== undefined || errors['/dueRule'] !== undefined || undefined}>
      <summary>{t('replan.rules')}</summary>
      <RuleField
        optional
        label={t('replan.startRule')}
        value={item.startRule ?? ''}
        onChange={(text) => change({ startRule: text || undefined })}
        error={errors['/startRule']}
        anchors={anchors}
      />
      <RuleField
        optional
        label={t('replan.dueRule')}
        value={item.dueRule ?? ''}
        onChange={(text) => change({ dueRule: text || undefined })}
        error={errors['/dueRule']}
        anchors={anchors}
      />
    </details>
  );
}

function Days({ item, change, errors }: Pick<Props, 'item' | 'change' | 'errors'>) {
  const { t } = useI18n();
  return (
    <div className="field-pair">
      <Field label={t('word.startDay')} optional error={errors['/startDay']}>
        {(control) => (
          <DayField
            control={control}
            value={item.startDay}
            onChange={(day) => change({ startDay: day ?? undefined })}
          />
        )}
      </Field>
      <Field label={t('word.dueDay')} optional error={errors['/dueDay']}>
        {(control) => (
          <DayField control={control} value={item.dueDay} onChange={(day) => change({ dueDay: day ?? undefined })} />
        )}
      </Field>
    </div>
  );
}

export function NewWorkItemFields({ item, change, errors, teams, people, anchors }: Props) {
  const { t, pick } = useI18n();
  return (
    <>
      <Field label={t('word.title')} error={errors['/title']}>
        {(control) => (
          <Input
            {...control}
            autoFocus
            value={item.title}
            onChange={(event) => change({ title: event.target.value })}
          />
        )}
      </Field>
      <Field label={t('word.stage')} error={errors['/stage']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={item.stage}
            options={STAGES.map((value) => ({ value, label: t(`stage.${value}`) }))}
            onChange={(stage: Stage) => change({ stage })}
          />
        )}
      </Field>
      <Field label={t('word.team')} optional error={errors['/teamId']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            allowClear
            value={item.teamId}
            options={teams.map((team) => ({ value: team.id, label: pick(team.name, team.nameEn) }))}
            onChange={(teamId?: string) => change({ teamId })}
          />
        )}
      </Field>
      <Field label={t('word.assignee')} optional error={errors['/assigneeId']}>
        {(control) => (
          <PersonSelect
            control={control}
            people={people}
            value={item.assigneeId ?? null}
            onChange={(id) => change({ assigneeId: id ?? undefined })}
          />
        )}
      </Field>
      <Days {...{ item, change, errors }} />
      <Rules {...{ item, change, errors, anchors }} />
    </>
  );
}

import type { PersonRef, Stage, Team } from '../../../api/types';
import { Field } from '../../../components/Field';
import { PersonSelect } from '../../../components/PersonSelect';
import { StartAndDueDays, StartAndDueRules } from '../../../components/StartAndDue';
import { StageField, TeamField, TitleField } from '../../../components/WorkFields';
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
  anchors: Parameters<typeof StartAndDueRules>[0]['anchors'];
}

export function NewWorkItemFields({ item, change, errors, teams, people, anchors }: Props) {
  const { t } = useI18n();
  const wrongRule = errors['/startRule'] !== undefined || errors['/dueRule'] !== undefined;
  return (
    <>
      <TitleField autoFocus value={item.title} onChange={(title) => change({ title })} error={errors['/title']} />
      <StageField value={item.stage} onChange={(stage) => change({ stage })} error={errors['/stage']} />
      <TeamField
        optional
        teams={teams}
        value={item.teamId}
        onChange={(teamId) => change({ teamId })}
        error={errors['/teamId']}
      />
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
      <StartAndDueDays
        optional
        days={item}
        set={(field, day) => change({ [field]: day ?? undefined })}
        errors={errors}
      />
      <details open={wrongRule || undefined}>
        <summary>{t('replan.rules')}</summary>
        <StartAndDueRules
          rules={item}
          set={(field, rule) => change({ [field]: rule || undefined })}
          errors={errors}
          anchors={anchors}
        />
      </details>
    </>
  );
}

import Button from 'antd/es/button';
import { useState } from 'react';
import { fieldErrors } from '../../api/problem';
import type { Project, WorkItem } from '../../api/types';
import { Field } from '../../components/Field';
import { FormModal } from '../../components/FormModal';
import { PersonSelect } from '../../components/PersonSelect';
import { useEdit } from '../../components/useEdit';
import { StartAndDueDays, StartAndDueRules } from '../../components/StartAndDue';
import { TeamField, TitleField } from '../../components/WorkFields';
import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { countable, useMilestones } from '../project/planning/useMilestones';
import { handsOf } from '../project/useProject';
import { useEditItem } from './useItem';

interface Props {
  item: WorkItem;
  project: Project;
  /** May change title and dates too; else only who does it. */
  edits: boolean;
}

const fieldsOf = (item: WorkItem) => ({
  title: item.title,
  startDay: item.startDay,
  dueDay: item.dueDay,
  startRule: item.startRule,
  dueRule: item.dueRule,
  teamId: item.team?.id ?? null,
  assigneeId: item.assignee?.id ?? null,
});
type Fields = ReturnType<typeof fieldsOf>;

/** A field of the item as it is now, in words. */
function useInWords() {
  const { t, pick } = useI18n();
  return (item: WorkItem, field: keyof Fields): readonly [string, string] => {
    const words = {
      title: [t('word.title'), pick(item.title, item.titleEn)],
      startDay: [t('word.startDay'), item.startDay ? formatDay(item.startDay) : t('date.none')],
      dueDay: [t('word.dueDay'), item.dueDay ? formatDay(item.dueDay) : t('date.none')],
      startRule: [t('replan.startRule'), item.startRule ?? t('common.none')],
      dueRule: [t('replan.dueRule'), item.dueRule ?? t('common.none')],
      teamId: [t('word.team'), item.team ? pick(item.team.name, item.team.nameEn) : t('team.none')],
      assigneeId: [t('word.assignee'), item.assignee?.name ?? t('list.unassigned')],
    } as const;
    return words[field];
  };
}

interface PartProps {
  fields: Fields;
  set: (part: Partial<Fields>) => void;
  errors: Record<string, string>;
}

function Who({ fields, set, errors, project }: PartProps & { project: Project }) {
  const { t } = useI18n();
  return (
    <>
      <Field label={t('word.assignee')} error={errors['/assigneeId']}>
        {(control) => (
          <PersonSelect
            control={control}
            people={handsOf(project, fields.teamId)}
            value={fields.assigneeId}
            onChange={(assigneeId) => set({ assigneeId })}
          />
        )}
      </Field>
      <TeamField
        teams={project.teams}
        value={fields.teamId}
        onChange={(teamId) => set({ teamId: teamId ?? null })}
        error={errors['/teamId']}
      />
    </>
  );
}

function Rules({ fields, set, errors, project }: PartProps & { project: Project }) {
  const { t } = useI18n();
  const milestones = useMilestones(project.id);
  return (
    <details>
      <summary>{t('replan.rules')}</summary>
      <StartAndDueRules
        rules={fields}
        set={(field, rule) => set({ [field]: rule || null })}
        errors={errors}
        anchors={countable(project, milestones.data?.items)}
      />
    </details>
  );
}

function WhatAndWhen({ fields, set, errors, own, project }: PartProps & { own: boolean; project: Project }) {
  return (
    <>
      {own && <TitleField value={fields.title} onChange={(title) => set({ title })} error={errors['/title']} />}
      <StartAndDueDays days={fields} set={(field, day) => set({ [field]: day })} errors={errors} />
      <Rules {...{ fields, set, errors, project }} />
    </>
  );
}

export function EditFacts({ item, project, edits }: Props) {
  const { t, locale } = useI18n();
  const inWords = useInWords();
  const draft = useEdit(fieldsOf);
  const [error, setError] = useState<unknown>(null);
  const { edit, busy } = useEditItem(item, { quiet: true });
  const close = () => {
    setError(null);
    draft.end();
  };
  const part = draft.edit && {
    fields: draft.edit.fields,
    set: (some: Partial<Fields>) => draft.change(item, some),
    errors: fieldErrors(error, locale),
  };
  const save = () =>
    edit(draft.changes, draft.edit?.seen).then(close, (refusal: unknown) => {
      setError(refusal);
      draft.refused(refusal);
    });
  return (
    <>
      <Button size="small" onClick={() => draft.change(item, {})}>
        {edits ? t('common.edit') : t('item.assign')}
      </Button>
      <FormModal
        open={part !== null}
        title={edits ? t('item.editTitle') : t('item.assign')}
        confirm={t('common.save')}
        busy={busy}
        error={error}
        known={['/assigneeId', '/teamId', '/title', '/startDay', '/dueDay']}
        present={draft.edit?.moved.map((field) => inWords(draft.edit!.seen, field))}
        onSubmit={() => void save()}
        onClose={close}
      >
        {part && <Who {...part} project={project} />}
        {part && edits && <WhatAndWhen {...part} own={item.source === 'own'} project={project} />}
      </FormModal>
    </>
  );
}

import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Modal from 'antd/es/modal';
import Select from 'antd/es/select';
import { useState } from 'react';
import { fieldErrors } from '../../api/problem';
import type { Project, WorkItem } from '../../api/types';
import { DayField } from '../../components/DayField';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { PersonSelect } from '../../components/PersonSelect';
import { RuleField } from '../../components/RuleField';
import { useEdit } from '../../components/useEdit';
import { formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { countable, useMilestones } from '../project/planning/useMilestones';
import { crewOf } from '../project/useProject';
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
  const { t, pick } = useI18n();
  return (
    <>
      <Field label={t('word.assignee')} error={errors['/assigneeId']}>
        {(control) => (
          <PersonSelect
            control={control}
            people={crewOf(project)}
            value={fields.assigneeId}
            onChange={(assigneeId) => set({ assigneeId })}
          />
        )}
      </Field>
      <Field label={t('word.team')} error={errors['/teamId']}>
        {(control) => (
          <Select
            {...control}
            className="wide"
            value={fields.teamId}
            options={project.teams.map((team) => ({ value: team.id, label: pick(team.name, team.nameEn) }))}
            onChange={(teamId: string) => set({ teamId })}
          />
        )}
      </Field>
    </>
  );
}

function Rules({ fields, set, errors, project }: PartProps & { project: Project }) {
  const { t } = useI18n();
  const milestones = useMilestones(project.id);
  const anchors = countable(project, milestones.data?.items);
  const ruled = (field: 'startRule' | 'dueRule') => (
    <RuleField
      optional
      label={t(`replan.${field}`)}
      value={fields[field] ?? ''}
      onChange={(text) => set({ [field]: text || null })}
      error={errors[`/${field}`]}
      anchors={anchors}
    />
  );
  return (
    <details>
      <summary>{t('replan.rules')}</summary>
      {ruled('startRule')}
      {ruled('dueRule')}
    </details>
  );
}

function WhatAndWhen({ fields, set, errors, own, project }: PartProps & { own: boolean; project: Project }) {
  const { t } = useI18n();
  return (
    <>
      {own && (
        <Field label={t('word.title')} error={errors['/title']}>
          {(control) => (
            <Input {...control} value={fields.title} onChange={(event) => set({ title: event.target.value })} />
          )}
        </Field>
      )}
      <div className="field-pair">
        <Field label={t('word.startDay')} error={errors['/startDay']}>
          {(control) => (
            <DayField control={control} value={fields.startDay} onChange={(startDay) => set({ startDay })} />
          )}
        </Field>
        <Field label={t('word.dueDay')} error={errors['/dueDay']}>
          {(control) => <DayField control={control} value={fields.dueDay} onChange={(dueDay) => set({ dueDay })} />}
        </Field>
      </div>
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
      <Modal
        open={part !== null}
        title={edits ? t('item.editTitle') : t('item.assign')}
        okText={t('common.save')}
        cancelText={t('common.cancel')}
        confirmLoading={busy}
        onOk={() => void save()}
        onCancel={close}
        destroyOnHidden
      >
        <FormError
          error={error}
          known={['/assigneeId', '/teamId', '/title', '/startDay', '/dueDay']}
          present={draft.edit?.moved.map((field) => inWords(draft.edit!.seen, field))}
        />
        {part && <Who {...part} project={project} />}
        {part && edits && <WhatAndWhen {...part} own={item.source === 'own'} project={project} />}
      </Modal>
    </>
  );
}

import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { fieldErrors } from '../../../api/problem';
import { may, type Project } from '../../../api/types';
import { STATUSES } from '../../../app/search';
import { DayField } from '../../../components/DayField';
import { FormError } from '../../../components/FormError';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import { crewOf } from '../useProject';
import type { Placed } from './ChecklistList';
import { fieldsFor, type RowEdit, type RowField, type RowFields } from './useRowEdit';

interface Props {
  edit: RowEdit;
  project: Project;
  placed: Placed;
}

interface PartProps {
  edit: RowEdit;
  project: Project;
  fields: RowFields;
  errors: Record<string, string>;
  /** The field whose choices are shown at once. */
  opens: RowField | null;
  /** A list of choices is open: Enter and Escape are its own. */
  onOpenChange: (open: boolean) => void;
}

function Status({ edit, fields, errors, opens, onOpenChange }: Omit<PartProps, 'project'>) {
  const { t } = useI18n();
  const { row } = edit.editing!;
  const offered = STATUSES.filter((status) => status !== 'not-applicable' || may(row, 'not-applicable'));
  return (
    <>
      <Select
        aria-label={t('word.status')}
        defaultOpen={opens === 'status'}
        value={fields.status}
        options={offered.map((value) => ({ value, label: t(`status.${value}`) }))}
        onChange={(status) => edit.change({ status })}
        onOpenChange={onOpenChange}
      />
      {fields.status === 'waiting' && (
        <Input
          aria-label={t('waiting.what')}
          placeholder={t('waiting.what')}
          status={errors['/waitingFor'] ? 'error' : undefined}
          value={fields.waitingFor}
          onChange={(event) => edit.change({ waitingFor: event.target.value })}
        />
      )}
      {fields.status === 'not-applicable' && (
        <Input
          aria-label={t('common.reason')}
          placeholder={t('common.reason')}
          status={errors['/reason'] ? 'error' : undefined}
          value={fields.reason}
          onChange={(event) => edit.change({ reason: event.target.value })}
        />
      )}
    </>
  );
}

function Assignee({ edit, project, fields, opens, onOpenChange }: PartProps) {
  const { t } = useI18n();
  return (
    <Select
      aria-label={t('word.assignee')}
      defaultOpen={opens === 'assignee'}
      placeholder={t('list.unassigned')}
      allowClear
      showSearch={{ optionFilterProp: 'label' }}
      value={fields.assigneeId}
      options={crewOf(project).map(({ id, name }) => ({ value: id, label: name }))}
      onChange={(id?: string | null) => edit.change({ assigneeId: id ?? null })}
      onOpenChange={onOpenChange}
    />
  );
}

function Team({ edit, project, fields, onOpenChange }: PartProps) {
  const { t, pick } = useI18n();
  return (
    <Select
      aria-label={t('word.team')}
      placeholder={t('team.none')}
      showSearch={{ optionFilterProp: 'label' }}
      popupMatchSelectWidth={false}
      value={fields.teamId}
      options={project.teams.map((team) => ({ value: team.id, label: pick(team.name, team.nameEn) }))}
      onChange={(teamId) => edit.change({ teamId })}
      onOpenChange={onOpenChange}
    />
  );
}

function Days({ edit, fields, errors }: Pick<PartProps, 'edit' | 'fields' | 'errors'>) {
  const { t } = useI18n();
  const invalid = (pointer: string) => (errors[pointer] ? ({ status: 'error', 'aria-invalid': true } as const) : {});
  return (
    <>
      <DayField
        control={{ id: 'row-start', ...invalid('/startDay') }}
        label={t('word.startDay')}
        placeholder={t('word.startDay')}
        value={fields.startDay}
        onChange={(startDay) => edit.change({ startDay })}
      />
      <DayField
        control={{ id: 'row-due', ...invalid('/dueDay') }}
        label={t('word.dueDay')}
        placeholder={t('word.dueDay')}
        value={fields.dueDay}
        onChange={(dueDay) => edit.change({ dueDay })}
      />
    </>
  );
}

/** What somebody else has changed since, in words. */
function useMovedInWords({ seen, moved }: RowEdit) {
  const { t, pick } = useI18n();
  if (!seen) return [];
  const day = (value: string | null) => (value ? formatDay(value) : t('date.none'));
  const words: Record<keyof RowFields, readonly [string, string]> = {
    assigneeId: [t('word.assignee'), seen.assignee?.name ?? t('list.unassigned')],
    teamId: [t('word.team'), seen.team ? pick(seen.team.name, seen.team.nameEn) : t('team.none')],
    startDay: [t('word.startDay'), day(seen.startDay)],
    dueDay: [t('word.dueDay'), day(seen.dueDay)],
    status: [t('word.status'), t(`status.${seen.status}`)],
    waitingFor: [t('waiting.what'), seen.waitingFor ?? t('common.none')],
    reason: [t('common.reason'), t('common.none')],
  };
  return moved.map((field) => words[field]);
}

/** Focus goes to the field that was asked for. */
function useFirstField(field: RowField) {
  const form = useRef<HTMLFormElement>(null);
  useEffect(() => {
    const part = form.current?.querySelector(`[data-field="${field}"]`) ?? form.current;
    part?.querySelector<HTMLElement>('input')?.focus();
  }, [field]);
  return form;
}

/** A row while it is edited: Enter saves, Escape leaves it as it was. */
export function RowEditor({ edit, project, placed }: Props) {
  const { t, locale, pick } = useI18n();
  const { row, field, ...editing } = edit.editing!;
  const opens = editing.opens && (field === 'status' || field === 'assignee') ? field : null;
  const form = useFirstField(field);
  const moved = useMovedInWords(edit);
  const [choosing, setChoosing] = useState(opens !== null);
  const errors = fieldErrors(edit.error, locale);
  const part = { edit, project, fields: edit.fields!, errors, opens, onOpenChange: setChoosing };
  const offered = fieldsFor(row);
  const onKeyDown = (event: KeyboardEvent) => {
    if (choosing || event.nativeEvent.isComposing || (event.target as Element).closest('button')) return;
    if (event.key !== 'Enter' && event.key !== 'Escape') return;
    // Enter would open a list of choices; in a day it first takes what was typed.
    if (!(event.target as Element).closest('[data-field=days]')) event.stopPropagation();
    if (event.key === 'Escape') edit.end();
    else requestAnimationFrame(() => form.current?.requestSubmit());
  };
  return (
    <li {...placed} className="line line-editing">
      <form
        ref={form}
        aria-label={t('list.editRow', { title: pick(row.title, row.titleEn) })}
        onKeyDownCapture={onKeyDown}
        onSubmit={(event) => {
          event.preventDefault();
          edit.save();
        }}
      >
        <p className="line-title">
          {row.code && <span className="code">{row.code}</span>}
          {pick(row.title, row.titleEn)}
        </p>
        <FormError error={edit.error} present={moved} />
        <div className="line-fields">
          {offered.includes('status') && (
            <span data-field="status">
              <Status {...part} />
            </span>
          )}
          {offered.includes('assignee') && (
            <span data-field="assignee">
              <Assignee {...part} />
            </span>
          )}
          {offered.includes('team') && (
            <span data-field="team">
              <Team {...part} />
            </span>
          )}
          {offered.includes('days') && (
            <span data-field="days">
              <Days {...part} />
            </span>
          )}
          <span className="line-buttons">
            <Button type="primary" htmlType="submit">
              {t('common.save')}
            </Button>
            <Button onClick={edit.end}>{t('common.cancel')}</Button>
          </span>
        </div>
      </form>
    </li>
  );
}

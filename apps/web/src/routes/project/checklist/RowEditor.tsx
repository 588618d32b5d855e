import Button from 'antd/es/button';
import { useEffect, useRef, useState, type KeyboardEvent } from 'react';
import { fieldErrors } from '../../../api/problem';
import type { Project } from '../../../api/types';
import { FormError } from '../../../components/FormError';
import { formatDay } from '../../../format/dates';
import { useI18n } from '../../../i18n';
import type { Placed } from './ChecklistList';
import { RowParts } from './RowParts';
import { fieldsFor, type RowEdit, type RowField, type RowFields } from './useRowEdit';

interface Props {
  edit: RowEdit;
  project: Project;
  placed: Placed;
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
          <RowParts {...part} offered={fieldsFor(row)} />
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

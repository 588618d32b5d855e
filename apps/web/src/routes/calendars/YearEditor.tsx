import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import InputNumber from 'antd/es/input-number';
import Modal from 'antd/es/modal';
import { useState } from 'react';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import { fieldErrors } from '../../api/problem';
import type { CalendarYear } from '../../api/types';
import { notify } from '../../app/notify';
import { Choices } from '../../components/Choices';
import { DayField } from '../../components/DayField';
import { Field } from '../../components/Field';
import { FormError } from '../../components/FormError';
import { useI18n } from '../../i18n';

export type YearDraft = Pick<CalendarYear, 'year' | 'status' | 'source' | 'daysOff' | 'version'>;

const STATUSES = ['official', 'provisional'] as const;

interface Props {
  draft: YearDraft;
  onClose: () => void;
}

interface RowsProps {
  rows: YearDraft['daysOff'];
  errors: Record<string, string>;
  onChange: (rows: YearDraft['daysOff']) => void;
}

function DayRows({ rows, errors, onChange }: RowsProps) {
  const { t } = useI18n();
  const set = (index: number, part: Partial<YearDraft['daysOff'][number]>) =>
    onChange(rows.map((row, at) => (at === index ? { ...row, ...part } : row)));
  return (
    <ul className="day-rows">
      {rows.map((row, index) => (
        <li key={index}>
          <DayField
            label={t('calendars.day')}
            allowClear={false}
            value={row.date || null}
            onChange={(date) => set(index, { date: date ?? '' })}
          />
          <Input
            aria-label={t('calendars.name')}
            placeholder={t('calendars.name')}
            value={row.name}
            onChange={(event) => set(index, { name: event.target.value })}
          />
          <Button
            type="text"
            icon={<CloseOutlined />}
            aria-label={t('calendars.drop')}
            onClick={() => onChange(rows.filter((_, at) => at !== index))}
          />
          {[errors[`/daysOff/${index}/date`], errors[`/daysOff/${index}/name`]].filter(Boolean).map((text) => (
            <p key={text} className="field-error" role="alert">
              {text}
            </p>
          ))}
        </li>
      ))}
      <li>
        <Button onClick={() => onChange([...rows, { date: '', name: '' }])}>{t('calendars.addDay')}</Button>
      </li>
    </ul>
  );
}

interface FactsProps {
  fields: YearDraft;
  error?: string;
  onChange: (part: Partial<YearDraft>) => void;
}

function YearFacts({ fields: { year, status, source, version }, error, onChange }: FactsProps) {
  const { t } = useI18n();
  return (
    <>
      {version === 0 && (
        <Field label={t('calendars.whichYear')}>
          {(control) => (
            <InputNumber
              {...control}
              min={2000}
              max={2199}
              value={year}
              onChange={(value) => onChange({ year: value ?? year })}
            />
          )}
        </Field>
      )}
      <Choices
        legend={t('calendars.howSure')}
        value={status}
        choices={STATUSES.map((value) => ({ value, label: t(`calendars.status.${value}`) }))}
        onChange={(value) => onChange({ status: value })}
      />
      <Field label={t('calendars.source')} hint={t('calendars.sourceHint')} error={error}>
        {(control) => (
          <Input {...control} value={source} onChange={(event) => onChange({ source: event.target.value })} />
        )}
      </Field>
    </>
  );
}

/** One year as an admin puts it in; from a file, or by hand. */
export function YearEditor({ draft, onClose }: Props) {
  const { t, locale } = useI18n();
  const [fields, setFields] = useState(draft);
  const put = api.useMutation('put', '/api/calendars/{year}', {
    meta: { quiet: true },
    onSuccess: () => {
      notify.success(t('common.saved'));
      onClose();
    },
  });
  const { year, status, source, daysOff } = fields;
  const errors = fieldErrors(put.error, locale);
  const change = (part: Partial<YearDraft>) => setFields({ ...fields, ...part });
  const save = () =>
    put.mutate({ params: { path: { year }, header: ifMatch(draft) }, body: { status, source, daysOff } });
  return (
    <Modal
      open
      title={t('calendars.edit', { year })}
      okText={t('common.save')}
      cancelText={t('common.cancel')}
      confirmLoading={put.isPending}
      onOk={save}
      onCancel={onClose}
    >
      <FormError
        error={put.error}
        known={['/source', ...daysOff.flatMap((_, at) => [`/daysOff/${at}/date`, `/daysOff/${at}/name`])]}
      />
      <YearFacts fields={fields} error={errors['/source']} onChange={change} />
      <h3>{t('calendars.daysOff')}</h3>
      <DayRows rows={daysOff} errors={errors} onChange={(rows) => change({ daysOff: rows })} />
    </Modal>
  );
}

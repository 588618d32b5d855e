import CloseOutlined from '@ant-design/icons/es/icons/CloseOutlined';
import Button from 'antd/es/button';
import Input from 'antd/es/input';
import Select from 'antd/es/select';
import { useState } from 'react';
import { api } from '../../../api/client';
import { ifMatch } from '../../../api/edit';
import { fieldErrors } from '../../../api/problem';
import type { Project } from '../../../api/types';
import { notify } from '../../../app/notify';
import { DayField } from '../../../components/DayField';
import { FormError } from '../../../components/FormError';
import { useI18n } from '../../../i18n';
import { showProject } from '../useProject';
import '../../../styles/calendars.css';

type OwnDay = Project['ownDays'][number];
const KINDS = ['working', 'off'] as const;

interface RowProps {
  row: OwnDay;
  error?: string;
  onChange: (part: Partial<OwnDay>) => void;
  onDrop: () => void;
}

function OwnDayRow({ row, error, onChange, onDrop }: RowProps) {
  const { t } = useI18n();
  return (
    <li>
      <DayField
        label={t('calendars.day')}
        allowClear={false}
        value={row.day || null}
        onChange={(day) => onChange({ day: day ?? '' })}
      />
      <Select
        aria-label={t('calendars.kind')}
        value={row.kind}
        options={KINDS.map((value) => ({ value, label: t(`calendars.own.${value}`) }))}
        onChange={(kind) => onChange({ kind })}
      />
      <Input
        aria-label={t('calendars.why')}
        placeholder={t('calendars.why')}
        value={row.name}
        onChange={(event) => onChange({ name: event.target.value })}
      />
      <Button type="text" icon={<CloseOutlined />} aria-label={t('calendars.drop')} onClick={onDrop} />
      {error && (
        <p className="field-error" role="alert">
          {error}
        </p>
      )}
    </li>
  );
}

/** Where the project works on days off, or rests on working days. Dates follow when the project is re-planned. */
export function OwnDays({ project }: { project: Project }) {
  const { t, locale } = useI18n();
  // What was on screen when the author began; the version that is sent is the one of that moment.
  const [draft, setDraft] = useState<{ seen: Project; rows: OwnDay[] } | null>(null);
  const save = api.useMutation('patch', '/api/projects/{id}', {
    meta: { quiet: true },
    onSuccess: (after) => {
      showProject(after);
      setDraft(null);
      notify.success(t('common.saved'));
    },
  });
  const rows = draft?.rows ?? project.ownDays;
  const change = (next: OwnDay[]) => setDraft({ seen: draft?.seen ?? project, rows: next });
  const errors = fieldErrors(save.error, locale);
  const submit = ({ seen, rows: ownDays }: { seen: Project; rows: OwnDay[] }) =>
    save.mutate({ params: { path: { id: project.id }, header: ifMatch(seen) }, body: { ownDays } });
  return (
    <>
      <p className="field-hint">{t('calendars.ownHint')}</p>
      <FormError error={save.error} known={rows.map((_, index) => `/ownDays/${index}/day`)} />
      <ul className="day-rows">
        {rows.map((row, index) => (
          <OwnDayRow
            key={index}
            row={row}
            error={errors[`/ownDays/${index}/day`]}
            onChange={(part) => change(rows.map((other, at) => (at === index ? { ...other, ...part } : other)))}
            onDrop={() => change(rows.filter((_, at) => at !== index))}
          />
        ))}
        <li>
          <Button onClick={() => change([...rows, { day: '', kind: 'working', name: '' }])}>
            {t('calendars.addDay')}
          </Button>
          {draft && (
            <Button type="primary" loading={save.isPending} onClick={() => submit(draft)}>
              {t('common.save')}
            </Button>
          )}
        </li>
      </ul>
    </>
  );
}

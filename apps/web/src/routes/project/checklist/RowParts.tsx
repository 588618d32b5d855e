import { Input, Select } from '../../../components/late';
import { may, type Project } from '../../../api/types';
import { STATUSES } from '../../../app/search';
import { DayField } from '../../../components/DayField';
import { useI18n } from '../../../i18n';
import { crewOf } from '../useProject';
import type { RowEdit, RowField, RowFields } from './useRowEdit';

export interface PartProps {
  edit: RowEdit;
  project: Project;
  fields: RowFields;
  errors: Record<string, string>;
  /** The field whose choices are shown at once. */
  opens: RowField | null;
  /** A list of choices is open: Enter and Escape are its own. */
  onOpenChange: (open: boolean) => void;
}

function StatusPart({ edit, fields, errors, opens, onOpenChange }: Omit<PartProps, 'project'>) {
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

function AssigneePart({ edit, project, fields, opens, onOpenChange }: PartProps) {
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

function TeamPart({ edit, project, fields, onOpenChange }: PartProps) {
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

function DaysPart({ edit, fields, errors }: Pick<PartProps, 'edit' | 'fields' | 'errors'>) {
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

const PARTS = { status: StatusPart, assignee: AssigneePart, team: TeamPart, days: DaysPart } as const;

/** The fields of a row that its reader may change, beside each other. */
export function RowParts({ offered, ...part }: PartProps & { offered: readonly RowField[] }) {
  const shown = (['status', 'assignee', 'team', 'days'] as const).filter((field) => offered.includes(field));
  return shown.map((field) => {
    const Part = PARTS[field];
    return (
      <span key={field} data-field={field}>
        <Part {...part} />
      </span>
    );
  });
}

import { Input, Select } from './late';
import { STAGES, type Stage, type Team } from '../api/types';
import { useI18n } from '../i18n';
import { Field } from './Field';

interface TitleProps {
  label?: string;
  value: string;
  onChange: (title: string) => void;
  error?: string;
  autoFocus?: boolean;
}

export function TitleField({ label, value, onChange, error, autoFocus }: TitleProps) {
  const { t } = useI18n();
  return (
    <Field label={label ?? t('word.title')} error={error}>
      {(control) => (
        <Input {...control} autoFocus={autoFocus} value={value} onChange={(event) => onChange(event.target.value)} />
      )}
    </Field>
  );
}

interface StageProps {
  label?: string;
  value: Stage;
  onChange: (stage: Stage) => void;
  error?: string;
}

export function StageField({ label, value, onChange, error }: StageProps) {
  const { t } = useI18n();
  return (
    <Field label={label ?? t('word.stage')} error={error}>
      {(control) => (
        <Select
          {...control}
          className="wide"
          value={value}
          options={STAGES.map((stage) => ({ value: stage, label: t(`stage.${stage}`) }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

interface TeamProps {
  teams: readonly Pick<Team, 'id' | 'name' | 'nameEn'>[];
  value: string | null | undefined;
  onChange: (teamId?: string) => void;
  error?: string;
  /** May be left empty, and emptied again. */
  optional?: boolean;
  /** Stands in the empty field, which may be emptied again. */
  placeholder?: string;
}

export function TeamField({ teams, value, onChange, error, optional, placeholder }: TeamProps) {
  const { t, pick } = useI18n();
  return (
    <Field label={t('word.team')} optional={optional} error={error}>
      {(control) => (
        <Select
          {...control}
          className="wide"
          allowClear={optional || placeholder !== undefined}
          placeholder={placeholder}
          value={value}
          options={teams.map((team) => ({ value: team.id, label: pick(team.name, team.nameEn) }))}
          onChange={onChange}
        />
      )}
    </Field>
  );
}

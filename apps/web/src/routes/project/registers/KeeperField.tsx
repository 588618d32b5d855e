import { Select } from '../../../components/late';
import type { Team } from '../../../api/types';
import { Field } from '../../../components/Field';
import { useI18n } from '../../../i18n';

interface Props {
  teams: readonly Team[];
  /** Whether it may be left to everybody of the crew. */
  mayBeNobody: boolean;
  value: string | null;
  error: string | undefined;
  onChange: (teamId: string | null) => void;
}

/** The sub-team that keeps a list. */
export function KeeperField({ teams, mayBeNobody, value, error, onChange }: Props) {
  const { t, pick } = useI18n();
  return (
    <Field label={t('register.keeper')} hint={t('register.keeperHint')} error={error}>
      {(control) => (
        <Select
          {...control}
          className="wide"
          allowClear={mayBeNobody}
          placeholder={t('register.anybody')}
          value={value ?? undefined}
          options={teams.map(({ id, name, nameEn }) => ({ value: id, label: pick(name, nameEn) }))}
          onChange={(teamId: string | undefined) => onChange(teamId ?? null)}
        />
      )}
    </Field>
  );
}

import { Input } from './late';
import { ruleInWords } from '../format/rules';
import { useI18n } from '../i18n';
import { Field } from './Field';

interface Props {
  label: string;
  value: string;
  onChange: (rule: string) => void;
  error?: string;
  optional?: boolean;
  /** What it can count from. */
  anchors: readonly { key: string; name: string; nameEn: string | null }[];
}

/** A schedule rule as text, said back in words while it is typed. */
export function RuleField({ label, value, onChange, error, optional, anchors }: Props) {
  const { t } = useI18n();
  const words = value.trim() ? ruleInWords(value, anchors) : null;
  const understood = words !== null && words !== value.trim() ? words : null;
  const keys = anchors.map(({ key }) => key).join(t('common.comma'));
  return (
    <Field label={label} optional={optional} error={error} hint={understood ?? t('replan.ruleHint', { keys })}>
      {(control) => <Input {...control} value={value} onChange={(event) => onChange(event.target.value)} />}
    </Field>
  );
}

import { useI18n } from '../i18n';
import { DayField } from './DayField';
import { Field } from './Field';
import { RuleField } from './RuleField';

const DAYS = ['startDay', 'dueDay'] as const;
const RULES = ['startRule', 'dueRule'] as const;

interface DaysProps {
  days: Partial<Record<(typeof DAYS)[number], string | null>>;
  set: (field: (typeof DAYS)[number], day: string | null) => void;
  /** Of the server, by JSON pointer. */
  errors: Record<string, string>;
  optional?: boolean;
}

export function StartAndDueDays({ days, set, errors, optional }: DaysProps) {
  const { t } = useI18n();
  return (
    <div className="field-pair">
      {DAYS.map((field) => (
        <Field key={field} label={t(`word.${field}`)} optional={optional} error={errors[`/${field}`]}>
          {(control) => <DayField control={control} value={days[field]} onChange={(day) => set(field, day)} />}
        </Field>
      ))}
    </div>
  );
}

interface RulesProps {
  rules: Partial<Record<(typeof RULES)[number], string | null>>;
  /** An empty text takes the rule away. */
  set: (field: (typeof RULES)[number], rule: string) => void;
  /** Of the server, by JSON pointer. */
  errors: Record<string, string>;
  anchors: Parameters<typeof RuleField>[0]['anchors'];
}

/** Rules in place of days, so that the work moves with re-plans. */
export function StartAndDueRules({ rules, set, errors, anchors }: RulesProps) {
  const { t } = useI18n();
  return RULES.map((field) => (
    <RuleField
      key={field}
      optional
      label={t(`replan.${field}`)}
      value={rules[field] ?? ''}
      onChange={(rule) => set(field, rule)}
      error={errors[`/${field}`]}
      anchors={anchors}
    />
  ));
}

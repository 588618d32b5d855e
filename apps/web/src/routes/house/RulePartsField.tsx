import InputNumber from 'antd/es/input-number';
import Select from 'antd/es/select';
import { Field } from '../../components/Field';
import { useI18n } from '../../i18n';
import { partsOf, ruleOf, type RuleParts } from './rules';

interface Props {
  label: string;
  value: string;
  error?: string;
  anchors: readonly { key: string; name: string; nameEn: string }[];
  onChange: (rule: string) => void;
}

/** A schedule rule, put together from what people say: so many days before or after an anchor. */
export function RulePartsField({ label, value, error, anchors, onChange }: Props) {
  const { t, pick } = useI18n();
  const parts = partsOf(value);
  const set = (change: Partial<RuleParts>) => onChange(ruleOf({ ...parts, ...change }));
  return (
    <Field label={label} error={error} hint={parts.time ? t('house.rule.time', { time: parts.time }) : undefined}>
      {(control) => (
        <div className="rule-field">
          <Select
            {...control}
            aria-label={`${label} ${t('house.rule.anchor')}`}
            popupMatchSelectWidth={false}
            value={parts.anchor}
            options={anchors.map((one) => ({ value: one.key, label: pick(one.name, one.nameEn) }))}
            onChange={(anchor) => set({ anchor })}
          />
          <Select
            aria-label={`${label} ${t('house.rule.side')}`}
            value={parts.side}
            options={(['on', 'before', 'after'] as const).map((side) => ({
              value: side,
              label: t(`house.rule.${side}`),
            }))}
            onChange={(side) => set({ side, count: parts.count || 1 })}
          />
          {parts.side !== 'on' && (
            <>
              <InputNumber
                aria-label={`${label} ${t('house.rule.count')}`}
                min={1}
                max={9999}
                precision={0}
                value={parts.count}
                onChange={(count) => set({ count: count ?? 1 })}
              />
              <Select
                aria-label={`${label} ${t('house.rule.unit')}`}
                value={parts.working}
                options={[
                  { value: false, label: t('house.rule.days') },
                  { value: true, label: t('house.rule.working') },
                ]}
                onChange={(working) => set({ working })}
              />
            </>
          )}
        </div>
      )}
    </Field>
  );
}

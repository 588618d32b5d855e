import type { Preview, Template } from '../../api/types';
import { DayField } from '../../components/DayField';
import { Field } from '../../components/Field';
import { Panel } from '../../components/Panel';
import { formatDay } from '../../format/dates';
import { ruleInWords } from '../../format/rules';
import { useI18n } from '../../i18n';
import type { Draft } from './draft';

interface Props {
  draft: Draft;
  change: (part: Draft) => void;
  template: Template;
  preview: Preview | undefined;
  errors: Record<string, string>;
}

/** The template's other dates: each has a default that counts from another one; a given day replaces it. */
export function AnchorFields({ draft, change, template, preview, errors }: Props) {
  const { t, pick } = useI18n();
  const anchors = template.anchors.filter((anchor) => anchor.defaultRule !== null);
  if (anchors.length === 0) return null;
  const set = (key: string, day: string | null) => {
    const { [key]: _old, ...others } = draft.anchors ?? {};
    change({ anchors: day ? { ...others, [key]: day } : others });
  };
  return (
    <Panel title={t('start.anchors')} className="anchors">
      <p className="field-hint">{t('start.anchorsHint')}</p>
      {anchors.map(({ key, name, nameEn, defaultRule }) => {
        const counted = preview?.anchors.find((anchor) => anchor.key === key);
        return (
          <Field
            key={key}
            label={pick(name, nameEn)}
            hint={ruleInWords(defaultRule ?? '', template.anchors)}
            error={errors[`/anchors/${key}`]}
          >
            {(control) => (
              <DayField
                control={control}
                value={draft.anchors?.[key]}
                onChange={(day) => set(key, day)}
                placeholder={
                  counted && !counted.given
                    ? t('start.defaultDay', { day: formatDay(counted.day) })
                    : t('start.defaultLater')
                }
              />
            )}
          </Field>
        );
      })}
    </Panel>
  );
}

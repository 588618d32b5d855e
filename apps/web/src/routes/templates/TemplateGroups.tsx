import type { TemplateSummary } from '../../api/types';
import { useI18n } from '../../i18n';
import { TemplateCard } from './TemplateCard';

interface Props {
  templates: readonly TemplateSummary[];
  chosen?: string;
  onChoose?: (slug: string) => void;
  onRead?: (standard: string) => void;
}

/** Those of the house, then whole events, then single standards, then workflows; superseded ones last in each group. */
export function TemplateGroups({ templates, ...rest }: Props) {
  const { t } = useI18n();
  const house = templates.filter((template) => template.house);
  return (
    <>
      {house.length > 0 && (
        <section className="template-group">
          <h2>{t('house.title')}</h2>
          <ul className="template-cards">
            {house.map((template) => (
              <TemplateCard key={template.slug} template={template} {...rest} />
            ))}
          </ul>
        </section>
      )}
      {(['composed', 'single', 'workflow'] as const).map((kind) => {
        const group = templates
          .filter((template) => template.kind === kind && !template.house)
          .sort((a, b) => Number(a.superseded) - Number(b.superseded));
        if (group.length === 0) return null;
        return (
          <section key={kind} className="template-group">
            <h2>{t(`template.kind.${kind}`)}</h2>
            <p className="field-hint">{t(`template.kindHint.${kind}`)}</p>
            <ul className={`template-cards template-cards-${kind}`}>
              {group.map((template) => (
                <TemplateCard key={template.slug} template={template} {...rest} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

import type { TemplateSummary } from '../../api/types';
import { useI18n } from '../../i18n';
import { TemplateCard } from './TemplateCard';

/** Whole events, then single standards, then workflows; superseded ones last in each group. */
export function TemplateGroups({ templates }: { templates: readonly TemplateSummary[] }) {
  const { t } = useI18n();
  return (
    <>
      {(['composed', 'single', 'workflow'] as const).map((kind) => {
        const group = templates
          .filter((template) => template.kind === kind)
          .sort((a, b) => Number(a.superseded) - Number(b.superseded));
        if (group.length === 0) return null;
        return (
          <section key={kind} className="template-group">
            <h2>{t(`template.kind.${kind}`)}</h2>
            <p className="field-hint">{t(`template.kindHint.${kind}`)}</p>
            <ul className={`template-cards template-cards-${kind}`}>
              {group.map((template) => (
                <TemplateCard key={template.slug} template={template} />
              ))}
            </ul>
          </section>
        );
      })}
    </>
  );
}

import { Link } from '@tanstack/react-router';
import type { TemplateSummary } from '../../api/types';
import { CountsLine } from '../../components/CountsLine';
import { useI18n } from '../../i18n';

function Standards({ template }: { template: TemplateSummary }) {
  const { t } = useI18n();
  return (
    <ul className="template-standards" aria-label={t('template.standards')}>
      {template.standards.map(({ slug, name, edition, superseded }) => (
        <li key={slug}>
          <Link to="/standards/$slug" params={{ slug }}>
            {name} {edition}
          </Link>
          {superseded && <span className="tag tag-soon">{t('standard.superseded')}</span>}
        </li>
      ))}
    </ul>
  );
}

export function TemplateCard({ template }: { template: TemplateSummary }) {
  const { t, pick } = useI18n();
  const { slug, superseded, counts, horizonDays } = template;
  return (
    <li className="template-card row-link">
      <h3>
        <Link to="/templates/$slug" params={{ slug }} className="cover">
          {pick(template.name, template.nameEn)}
        </Link>
        {superseded && <span className="tag tag-soon">{t('template.superseded')}</span>}
      </h3>
      <p>{pick(template.description, template.descriptionEn)}</p>
      <Standards template={template} />
      <CountsLine counts={counts} />
      <p className="muted">{t('template.horizon', { count: horizonDays })}</p>
    </li>
  );
}

import { Link } from '@tanstack/react-router';
import type { TemplateSummary } from '../../api/types';
import { CountsLine } from '../../components/CountsLine';
import { useI18n } from '../../i18n';

interface Props {
  template: TemplateSummary;
  chosen?: string;
  /** Given while a project is being started; else the card leads to the template's page. */
  onChoose?: (slug: string) => void;
  onRead?: (standard: string) => void;
}

function Standards({ template, onRead }: Pick<Props, 'template' | 'onRead'>) {
  const { t } = useI18n();
  return (
    <ul className="template-standards" aria-label={t('template.standards')}>
      {template.standards.map(({ slug, name, edition, superseded }) => {
        const text = `${name} ${edition}`;
        return (
          <li key={slug}>
            {onRead ? (
              <button type="button" className="link-button" aria-haspopup="dialog" onClick={() => onRead(slug)}>
                {text}
              </button>
            ) : (
              <Link to="/standards/$slug" params={{ slug }}>
                {text}
              </Link>
            )}
            {superseded && <span className="tag tag-soon">{t('standard.superseded')}</span>}
          </li>
        );
      })}
    </ul>
  );
}

export function TemplateCard({ template, chosen, onChoose, onRead }: Props) {
  const { t, pick } = useI18n();
  const { slug, superseded, counts, horizonDays } = template;
  const name = pick(template.name, template.nameEn);
  return (
    <li className={chosen === slug ? 'template-card row-link chosen' : 'template-card row-link'}>
      <h3>
        {onChoose ? (
          <button type="button" className="cover" aria-pressed={chosen === slug} onClick={() => onChoose(slug)}>
            {name}
          </button>
        ) : (
          <Link to="/templates/$slug" params={{ slug }} className="cover">
            {name}
          </Link>
        )}
        {superseded && <span className="tag tag-soon">{t('template.superseded')}</span>}
      </h3>
      <p>{pick(template.description, template.descriptionEn)}</p>
      <Standards template={template} onRead={onRead} />
      <CountsLine counts={counts} />
      <p className="muted">{t('template.horizon', { count: horizonDays })}</p>
    </li>
  );
}

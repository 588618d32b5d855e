import { Link } from '@tanstack/react-router';
import type { Template } from '../../api/types';
import { Panel } from '../../components/Panel';
import { ruleInWords } from '../../format/rules';
import { useI18n } from '../../i18n';

export function TemplateFacts({ template }: { template: Template }) {
  const { t, pick } = useI18n();
  return (
    <div className="columns">
      <Panel title={t('template.assumes')}>
        <ul className="prose-list">
          {template.assumes.map((one) => (
            <li key={one.zh}>{pick(one.zh, one.en)}</li>
          ))}
        </ul>
        <h3>{t('template.standards')}</h3>
        <ul className="prose-list">
          {template.standards.map((one) => (
            <li key={one.slug}>
              <Link to="/standards/$slug" params={{ slug: one.slug }}>
                {one.name} {one.edition}
              </Link>
              {one.superseded && <span className="tag tag-soon">{t('standard.superseded')}</span>}
            </li>
          ))}
        </ul>
      </Panel>
      {template.options.length > 0 && (
        <Panel title={t('word.options')}>
          <ul className="prose-list">
            {template.options.map((option) => (
              <li key={option.key}>{pick(option.question, option.questionEn)}</li>
            ))}
          </ul>
        </Panel>
      )}
      <Panel title={t('start.anchors')}>
        <dl className="fact-list">
          {template.anchors.map((anchor) => (
            <div key={anchor.key}>
              <dt>{pick(anchor.name, anchor.nameEn)}</dt>
              <dd>{anchor.defaultRule ? ruleInWords(anchor.defaultRule, template.anchors) : t('template.given')}</dd>
            </div>
          ))}
        </dl>
      </Panel>
    </div>
  );
}

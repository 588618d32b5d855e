import type { TemplateSummary } from '../../api/types';
import { CountsLine } from '../../components/CountsLine';
import { workflowName } from '../../format/workflows';
import { useI18n } from '../../i18n';
import { StageBar } from './StageBar';

interface Props {
  template: TemplateSummary;
  chosen: boolean;
  onChoose: (slug: string) => void;
  onRead: (standard: string) => void;
  onLook: (slug: string) => void;
}

/** How many workflows a card names before it says that there are more. */
const NAMED_WORKFLOWS = 6;

function Inside({ template }: { template: TemplateSummary }) {
  const { t, pick } = useI18n();
  const { workflows, teams } = template.contents;
  const names = workflows.flatMap(({ workflow }) => workflowName(workflow) ?? []);
  const more = names.length - NAMED_WORKFLOWS;
  const named = names.slice(0, NAMED_WORKFLOWS).join(t('common.comma'));
  return (
    <dl className="kind-facts">
      <div>
        <dt>{t('start.workflows')}</dt>
        <dd>{more > 0 ? t('start.andMore', { named, count: names.length }) : named}</dd>
      </div>
      <div>
        <dt>{t('people.teams')}</dt>
        <dd>{teams.map(({ name, nameEn }) => pick(name, nameEn)).join(t('common.comma'))}</dd>
      </div>
    </dl>
  );
}

export function KindCard({ template, chosen, onChoose, onRead, onLook }: Props) {
  const { t, pick } = useI18n();
  const { slug, superseded, counts, contents, horizonDays, standards } = template;
  const name = pick(template.name, template.nameEn);
  return (
    <li className={chosen ? 'kind-card row-link chosen' : 'kind-card row-link'}>
      <h4>
        <button type="button" className="cover" aria-pressed={chosen} onClick={() => onChoose(slug)}>
          {name}
        </button>
        {superseded && <span className="tag tag-soon">{t('template.superseded')}</span>}
        {chosen && <span className="tag">{t('start.chosen')}</span>}
      </h4>
      <p className="kind-about">{pick(template.description, template.descriptionEn)}</p>
      <CountsLine counts={counts} />
      <StageBar stages={contents.stages} />
      <Inside template={template} />
      <ul className="kind-standards" aria-label={t('template.standards')}>
        {standards.map((standard) => (
          <li key={standard.slug}>
            <button type="button" className="link-button" aria-haspopup="dialog" onClick={() => onRead(standard.slug)}>
              {standard.name} {standard.edition}
            </button>
          </li>
        ))}
      </ul>
      <footer>
        <span>{horizonDays > 1 ? t('start.allow', { count: horizonDays }) : t('start.allowNone')}</span>
        <button
          type="button"
          className="link-button"
          aria-haspopup="dialog"
          aria-label={t('start.lookAt', { name })}
          onClick={() => onLook(slug)}
        >
          {t('start.look')}
        </button>
      </footer>
    </li>
  );
}

import { Link } from '@tanstack/react-router';
import { STAGES, type Template, type TemplateItem } from '../../api/types';
import { Panel } from '../../components/Panel';
import { roleName } from '../../format/roles';
import { ruleInWords } from '../../format/rules';
import { workflowName } from '../../format/workflows';
import { useI18n } from '../../i18n';
import { anchorOf, placeInStandard } from '../standards/anchors';

function Outputs({ item }: { item: TemplateItem }) {
  const { t, pick } = useI18n();
  return (
    <ul className="plan-outputs">
      {item.deliverables.map((one) => (
        <li key={one.place}>
          {one.code && <span className="code">{one.code}</span>}
          {pick(one.title, one.titleEn)}
          <span className="muted">
            {one.kind !== 'file' && `${t(`deliverable.kind.${one.kind}`)} · `}
            {one.accepter
              ? t('deliverable.fromTo', { preparer: roleName(one.preparer), accepter: roleName(one.accepter) })
              : roleName(one.preparer)}
          </span>
        </li>
      ))}
    </ul>
  );
}

/** The code of a task leads to its words in the standard. */
function TaskCode({ item: { standard, code, place } }: { item: TemplateItem }) {
  if (code === null || standard === null) return null;
  return (
    <Link to="/standards/$slug" params={{ slug: standard }} hash={anchorOf(placeInStandard(place))} className="code">
      {code}
    </Link>
  );
}

function Row({ item, template }: { item: TemplateItem; template: Template }) {
  const { t, pick } = useI18n();
  const team = template.teams.find(({ key }) => key === item.team);
  return (
    <li className="plan-row" id={anchorOf(item.place)} tabIndex={-1}>
      <span className="rule">
        {ruleInWords(item.startRule, template.anchors)}
        {' → '}
        {ruleInWords(item.dueRule, template.anchors)}
      </span>
      <div>
        <p>
          <TaskCode item={item} />
          {pick(item.title, item.titleEn)}
        </p>
        <p className="muted">
          {[
            team && pick(team.name, team.nameEn),
            workflowName(item.workflow),
            t('counts.checks', { count: item.checks.length }),
          ]
            .filter(Boolean)
            .join(' · ')}
        </p>
        <Outputs item={item} />
      </div>
    </li>
  );
}

export function TemplatePlan({ template }: { template: Template }) {
  const { t } = useI18n();
  return (
    <>
      {STAGES.map((stage) => {
        const items = template.items.filter((item) => item.stage === stage);
        if (items.length === 0) return null;
        return (
          <Panel key={stage} title={t(`stage.${stage}`)} count={items.length}>
            <ol className="plan-rows">
              {items.map((item) => (
                <Row key={item.place} item={item} template={template} />
              ))}
            </ol>
          </Panel>
        );
      })}
    </>
  );
}

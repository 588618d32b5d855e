import Button from 'antd/es/button';
import Drawer from 'antd/es/drawer';
import { useState } from 'react';
import { api } from '../../api/client';
import type { Template } from '../../api/types';
import { useIsPhone } from '../../app/useIsPhone';
import { CountsLine } from '../../components/CountsLine';
import { LoadState } from '../../components/LoadState';
import { workflowName } from '../../format/workflows';
import { useI18n } from '../../i18n';
import { TemplatePlan } from '../templates/TemplatePlan';
import { StageBar } from './StageBar';

interface Props {
  slug: string;
  onChoose: (slug: string) => void;
  onClose: () => void;
}

function Shares({ title, rows }: { title: string; rows: readonly { key: string; name: string; workItems: number }[] }) {
  const { t } = useI18n();
  return (
    <section className="panel">
      <h3>{title}</h3>
      <dl className="fact-list fact-list-wide shares">
        {rows.map(({ key, name, workItems }) => (
          <div key={key}>
            <dt>{name}</dt>
            <dd>{t('counts.workItems', { count: workItems })}</dd>
          </div>
        ))}
      </dl>
    </section>
  );
}

function Inside({ template }: { template: Template }) {
  const { t, pick } = useI18n();
  const { stages, teams, workflows } = template.contents;
  return (
    <div className="template-drawer">
      <p>{pick(template.description, template.descriptionEn)}</p>
      <CountsLine counts={template.counts} />
      <p>{template.horizonDays > 1 ? t('start.allow', { count: template.horizonDays }) : t('start.allowNone')}</p>
      <StageBar stages={stages} />
      {template.assumes.length > 0 && (
        <section className="panel">
          <h3>{t('template.assumes')}</h3>
          <ul className="prose-list">
            {template.assumes.map((one) => (
              <li key={one.zh}>{pick(one.zh, one.en)}</li>
            ))}
          </ul>
        </section>
      )}
      <Shares title={t('word.team')} rows={teams.map((team) => ({ ...team, name: pick(team.name, team.nameEn) }))} />
      <Shares
        title={t('start.workflows')}
        rows={workflows.map(({ workflow, workItems }) => ({
          key: workflow,
          name: workflowName(workflow) ?? t('start.ownWorkflow'),
          workItems,
        }))}
      />
      {template.options.length > 0 && (
        <section className="panel">
          <h3>{t('start.asks')}</h3>
          <ul className="prose-list">
            {template.options.map((option) => (
              <li key={option.key}>{pick(option.question, option.questionEn)}</li>
            ))}
          </ul>
        </section>
      )}
      <TemplatePlan template={template} />
    </div>
  );
}

/** A look inside a template, before choosing it. */
export default function TemplateDrawer({ slug, onChoose, onClose }: Props) {
  const { t, pick } = useI18n();
  const phone = useIsPhone();
  // Closed first and taken away afterwards: only so does the focus go back to where it came from.
  const [open, setOpen] = useState(true);
  const query = api.useQuery('get', '/api/templates/{slug}', { params: { path: { slug } } });
  const template = query.data;
  return (
    <Drawer
      open={open}
      onClose={() => setOpen(false)}
      afterOpenChange={(now) => now || onClose()}
      placement="right"
      size={phone ? '100%' : 680}
      title={template ? pick(template.name, template.nameEn) : ''}
      footer={
        template && (
          <Button type="primary" block={phone} onClick={() => onChoose(slug)}>
            {t('start.choose')}
          </Button>
        )
      }
    >
      {template ? <Inside template={template} /> : <LoadState query={query} />}
    </Drawer>
  );
}

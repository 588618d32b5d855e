import Button from 'antd/es/button';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client';
import { useMe } from '../../app/session';
import { CountsLine } from '../../components/CountsLine';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { CopyTemplate } from '../house/CopyTemplate';
import { useArrival } from '../standards/useArrival';
import { TemplateFacts } from './TemplateFacts';
import { TemplatePlan } from './TemplatePlan';
import '../../styles/start.css';
import '../../styles/house.css';

const route = getRouteApi('/inside/templates/$slug');

export function TemplatePage() {
  const { t, pick } = useI18n();
  const { slug } = route.useParams();
  const mayStart = useMe().workspaceRole !== null;
  const navigate = useNavigate();
  const query = api.useQuery('get', '/api/templates/{slug}', { params: { path: { slug } } });
  const template = query.data;
  useArrival(template !== undefined);
  if (!template) {
    return (
      <main className="page">
        <LoadState query={query} level={1} />
      </main>
    );
  }
  return (
    <main className="page">
      <PageHeader
        back={<Link to="/templates">{t('nav.templates')}</Link>}
        title={pick(template.name, template.nameEn)}
        lead={pick(template.description, template.descriptionEn)}
        actions={
          mayStart && (
            <div className="house-add">
              <CopyTemplate slug={slug} />
              <Button type="primary" onClick={() => void navigate({ to: '/projects/new', search: { template: slug } })}>
                {t('template.use')}
              </Button>
            </div>
          )
        }
      />
      <div className="facts-line">
        <CountsLine counts={template.counts} />
        <span className="muted">{t('template.horizon', { count: template.horizonDays })}</span>
        <span className="muted">{t('template.version', { version: template.version })}</span>
      </div>
      {template.superseded && <p className="note">{t('template.supersededText')}</p>}
      <TemplateFacts template={template} />
      <TemplatePlan template={template} />
    </main>
  );
}

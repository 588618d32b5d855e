import { api } from '../../api/client';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { TemplateGroups } from './TemplateGroups';
import '../../styles/start.css';

export function TemplatesPage() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/templates');
  return (
    <main className="page">
      <PageHeader title={t('nav.templates')} lead={t('template.lead')} />
      {query.data ? <TemplateGroups templates={query.data.items} /> : <LoadState query={query} />}
    </main>
  );
}

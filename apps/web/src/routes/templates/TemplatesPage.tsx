import { api } from '../../api/client';
import { useMe } from '../../app/session';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { HouseSection } from '../house/HouseSection';
import { LetterTemplates } from '../letters/LetterTemplates';
import { TemplateGroups } from './TemplateGroups';
import '../../styles/start.css';

export function TemplatesPage() {
  const { t } = useI18n();
  const mayEdit = useMe().workspaceRole !== null;
  const query = api.useQuery('get', '/api/templates');
  return (
    <main className="page">
      <PageHeader title={t('nav.templates')} lead={t('template.lead')} />
      {mayEdit && <HouseSection />}
      {mayEdit && <LetterTemplates />}
      {query.data ? (
        <TemplateGroups templates={query.data.items.filter(({ house }) => !house)} />
      ) : (
        <LoadState query={query} />
      )}
    </main>
  );
}

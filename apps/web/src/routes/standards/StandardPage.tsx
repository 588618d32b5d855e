import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { Credit } from './Credit';
import { Duties } from './Duties';
import { StandardFacts } from './StandardFacts';
import { StandardLists } from './StandardLists';
import '../../styles/standards.css';

const route = getRouteApi('/inside/standards/$slug');

export function StandardPage() {
  const { t } = useI18n();
  const { slug } = route.useParams();
  const query = api.useQuery('get', '/api/standards/{slug}', { params: { path: { slug } } }, { staleTime: Infinity });
  const standard = query.data;
  if (!standard) {
    return (
      <main className="page">
        <LoadState query={query} level={1} />
      </main>
    );
  }
  return (
    <main className="page" lang="zh-TW">
      <PageHeader
        back={<Link to="/standards">{t('nav.standards')}</Link>}
        name={standard.name}
        title={
          <>
            {standard.name} <span className="edition">{standard.edition}</span>
          </>
        }
        lead={standard.description}
      />
      <StandardFacts standard={standard} />
      <Duties standard={standard} />
      <StandardLists standard={standard} />
      <Credit />
    </main>
  );
}

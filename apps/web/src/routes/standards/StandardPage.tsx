import Button from 'antd/es/button';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { Contents } from './Contents';
import { Credit } from './Credit';
import { Duties } from './Duties';
import { Errata } from './Errata';
import { errataAt, HEAD_PARTS, ReadingProvider } from './reading';
import { StandardFacts } from './StandardFacts';
import { StandardLists } from './StandardLists';
import { useArrival } from './useArrival';
import '../../styles/standards.css';
import '../../styles/standard-document.css';

const route = getRouteApi('/inside/standards/$slug');

/** One standard, to read from beginning to end; every row of it has an address. */
export function StandardPage() {
  const { t } = useI18n();
  const { slug } = route.useParams();
  const params = { path: { slug } };
  const query = api.useQuery('get', '/api/standards/{slug}', { params }, { staleTime: Infinity });
  const use = api.useQuery('get', '/api/standards/{slug}/use', { params });
  const standard = query.data;
  const here = useArrival(standard !== undefined);
  if (!standard) {
    return (
      <main className="page">
        <LoadState query={query} level={1} />
      </main>
    );
  }
  return (
    <main className="page standard-page" lang="zh-TW">
      <PageHeader
        back={<Link to="/standards">{t('nav.standards')}</Link>}
        name={standard.name}
        title={
          <>
            {standard.name} <span className="edition">{standard.edition}</span>
          </>
        }
        lead={standard.description}
        actions={<Button onClick={() => print()}>{t('standard.print')}</Button>}
      />
      <ReadingProvider value={{ standard, here, use: use.data }}>
        <div className="standard-columns">
          <Contents />
          <div className="standard-document">
            <StandardFacts standard={standard} />
            <Errata of={errataAt(standard, ...HEAD_PARTS)} />
            <Duties />
            <StandardLists />
            <Credit />
          </div>
        </div>
      </ReadingProvider>
    </main>
  );
}

import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import type { StandardSummary } from '../../api/types';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { Credit } from './Credit';
import { Found } from './Found';
import { SearchField } from './SearchField';
import '../../styles/standards.css';

const route = getRouteApi('/inside/standards');

function StandardRow({ standard }: { standard: StandardSummary }) {
  const { t } = useI18n();
  const { slug, name, edition, code, level, counts } = standard;
  return (
    <li className="standard-row row-link">
      <div>
        <h2>
          <Link to="/standards/$slug" params={{ slug }} className="cover">
            {name}
          </Link>
          <span className="muted"> {edition}</span>
          {standard.supersededBy && <span className="tag tag-soon">{t('standard.superseded')}</span>}
        </h2>
        <p className="clamp">{standard.description}</p>
      </div>
      <ul className="facts">
        <li>{code ?? t('standard.noCode')}</li>
        <li>{t('standard.level', { level })}</li>
        <li>{t('standard.counts', counts)}</li>
      </ul>
    </li>
  );
}

/** Words that show what the search can do; two of them are too short for most searches. */
function Examples() {
  const { t } = useI18n();
  return (
    <p className="search-examples muted">
      {t('standard.search.try')}
      {t('standard.search.examples')
        .split('|')
        .map((q) => (
          <Link key={q} to="/standards" search={{ q }} lang="zh-TW">
            {q}
          </Link>
        ))}
    </p>
  );
}

function AllStandards() {
  const query = api.useQuery('get', '/api/standards', {}, { staleTime: Infinity });
  if (!query.data) return <LoadState query={query} />;
  return (
    <>
      <Examples />
      <ul className="standard-list">
        {query.data.items.map((standard) => (
          <StandardRow key={standard.slug} standard={standard} />
        ))}
      </ul>
    </>
  );
}

/** The ten standards, and the search in all of them. */
export function StandardsPage() {
  const { t } = useI18n();
  const search = route.useSearch();
  return (
    <main className="page">
      <PageHeader title={t('nav.standards')} lead={t('standard.lead')} />
      <SearchField />
      {search.q === undefined ? <AllStandards /> : <Found search={search} q={search.q} />}
      <Credit />
    </main>
  );
}

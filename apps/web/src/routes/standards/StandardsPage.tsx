import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import type { StandardSummary } from '../../api/types';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { Credit } from './Credit';
import '../../styles/standards.css';

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

export function StandardsPage() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/standards', {}, { staleTime: Infinity });
  return (
    <main className="page">
      <PageHeader title={t('nav.standards')} lead={t('standard.lead')} />
      {query.data ? (
        <ul className="standard-list">
          {query.data.items.map((standard) => (
            <StandardRow key={standard.slug} standard={standard} />
          ))}
        </ul>
      ) : (
        <LoadState query={query} />
      )}
      <Credit />
    </main>
  );
}

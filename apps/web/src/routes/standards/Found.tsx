import Button from 'antd/es/button';
import { keepPreviousData } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import type { StandardsFound } from '../../api/types';
import type { StandardsSearch } from '../../app/search';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { useI18n } from '../../i18n';
import { anchorOf } from './anchors';

type Group = StandardsFound['groups'][number];
type Hit = Group['hits'][number];

const route = getRouteApi('/inside/standards');

/** Rows have an address of their own; a standard's name and description stand at its beginning. */
const hashOf = ({ kind, place }: Hit) => (kind === 'standard' ? undefined : anchorOf(place));

function FoundText({ hit, slug }: { hit: Hit; slug: string }) {
  const { t } = useI18n();
  return (
    <li className="row-link found">
      <p>
        <Link to="/standards/$slug" params={{ slug }} hash={hashOf(hit)} className="cover">
          {hit.code && <span className="code">{hit.code}</span>}
          {hit.pieces.map(({ text, marked }, index) => (marked ? <mark key={index}>{text}</mark> : text))}
        </Link>
      </p>
      <p className="muted">
        {t(`standard.kind.${hit.kind}`)}
        {hit.task && ` · ${hit.task.code} ${hit.task.title}`}
      </p>
    </li>
  );
}

function FoundGroup({ group, search }: { group: Group; search: StandardsSearch }) {
  const { t } = useI18n();
  const { standard, total, hits } = group;
  const more = total - hits.length;
  return (
    <section className="found-group">
      <h2>
        {standard.name} <span className="edition">{standard.edition}</span>
        {standard.superseded && <span className="tag tag-soon">{t('standard.superseded')}</span>}
        <span className="count">{t('standard.search.places', { count: total })}</span>
      </h2>
      <ul>
        {hits.map((hit, index) => (
          <FoundText key={hit.place + index} hit={hit} slug={standard.slug} />
        ))}
      </ul>
      {more > 0 && (
        <Link to="/standards" search={{ ...search, standard: standard.slug }} className="found-more">
          {t('standard.search.more', { count: more })}
        </Link>
      )}
    </section>
  );
}

/** Only some kinds of text, only one standard. */
function Narrow({ found, search }: { found: StandardsFound; search: StandardsSearch }) {
  const { t } = useI18n();
  const navigate = route.useNavigate();
  const set = (part: Partial<StandardsSearch>) => void navigate({ search: { ...search, ...part }, replace: true });
  const only = search.standard === undefined ? undefined : found.groups[0]?.standard;
  return (
    <div className="found-kinds" role="group" aria-label={t('standard.search.narrow')}>
      {search.standard !== undefined && (
        <Button onClick={() => set({ standard: undefined })}>
          {t('standard.search.only', { name: only ? `${only.name} ${only.edition}` : search.standard })} ×
        </Button>
      )}
      {found.kinds.map(({ kind, count }) => (
        <Button
          key={kind}
          type={search.kind === kind ? 'primary' : 'default'}
          aria-pressed={search.kind === kind}
          onClick={() => set({ kind: search.kind === kind ? undefined : kind })}
        >
          {t(`standard.kind.${kind}`)} {count}
        </Button>
      ))}
    </div>
  );
}

/** What the words in the address are found in, by standard. */
export function Found({ search, q }: { search: StandardsSearch; q: string }) {
  const { t } = useI18n();
  const { kind, standard } = search;
  const query = api.useQuery(
    'get',
    '/api/standards/search',
    { params: { query: { q, kind, standard } } },
    { placeholderData: keepPreviousData, staleTime: Infinity },
  );
  const found = query.data;
  if (!found) return <LoadState query={query} />;
  return (
    <>
      <p role="status" className="muted">
        {t('standard.search.found', { count: found.total })}
      </p>
      <Narrow found={found} search={search} />
      {found.total === 0 && (
        <EmptyState title={t('standard.search.none', { q })} text={t('standard.search.noneText')} />
      )}
      {found.groups.map((group) => (
        <FoundGroup key={group.standard.slug} group={group} search={search} />
      ))}
    </>
  );
}

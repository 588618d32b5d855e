import { getRouteApi, Link } from '@tanstack/react-router';
import Select from 'antd/es/select';
import { api } from '../../api/client';
import { type MyWork, WAITING_KINDS, type WaitingKind } from '../../api/types';
import { useMe } from '../../app/session';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { WorkItemLine } from '../../components/WorkItemLine';
import { dayAt, formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { Claim } from '../item/Claim';
import { Acceptances } from './Acceptances';
import '../../styles/checklist.css';

const route = getRouteApi('/inside/my-work');

const BUCKETS = ['overdue', 'today', 'week', 'later', 'waiting'] as const;

function Bucket({ name, rows, claim }: { name: string; rows: readonly MyWork[]; claim?: boolean }) {
  if (rows.length === 0) return null;
  return (
    <section className="checklist-group" aria-label={name}>
      <header>
        <h2>{name}</h2>
        <span className="count">{rows.length}</span>
      </header>
      <ul>
        {rows.map((row) => (
          <WorkItemLine
            key={row.id}
            row={row}
            projectId={row.projectId}
            where="project"
            project={row.projectName}
            action={claim && <Claim item={row} />}
          />
        ))}
      </ul>
    </section>
  );
}

/** Only what waits for one of a kind. */
function WaitingFilter({ waiting }: { waiting: WaitingKind | undefined }) {
  const { t } = useI18n();
  const navigate = route.useNavigate();
  return (
    <Select
      className="waiting-filter"
      aria-label={t('waiting.filter')}
      placeholder={t('waiting.filter')}
      allowClear
      popupMatchSelectWidth={false}
      value={waiting}
      options={WAITING_KINDS.map((value) => ({ value, label: t(`waiting.kind.${value}`) }))}
      onChange={(kind?: WaitingKind) => void navigate({ search: { waiting: kind }, replace: true })}
    />
  );
}

export function MyWorkPage() {
  const { t } = useI18n();
  const { temporary } = useMe();
  const { waiting } = route.useSearch();
  const asked = { params: { query: { waiting } } };
  const query = api.useQuery('get', '/api/me/work', asked, { refetchOnWindowFocus: true });
  if (!query.data) {
    return (
      <main className="page">
        <PageHeader title={t('nav.myWork')} />
        <LoadState query={query} />
      </main>
    );
  }
  const { items, toAccept } = query.data;
  const mine = items.filter((item) => item.mine);
  const pool = items.filter((item) => !item.mine);
  return (
    <main className="page">
      <PageHeader
        title={t('nav.myWork')}
        lead={<span className="day">{t('work.today', { day: formatDay(dayAt(Date.now())) })}</span>}
        actions={<WaitingFilter waiting={waiting} />}
      />
      {mine.length + pool.length + toAccept.length === 0 && (
        <EmptyState title={t('work.empty')} text={t('work.emptyText')}>
          {temporary ? (
            <Link to="/team-work">{t('temporary.you.toTeamWork')}</Link>
          ) : (
            <Link to="/projects">{t('work.toProjects')}</Link>
          )}
        </EmptyState>
      )}
      <div className="checklist my-work">
        {!waiting && <Acceptances rows={toAccept} />}
        {BUCKETS.map((bucket) => (
          <Bucket key={bucket} name={t(`work.bucket.${bucket}`)} rows={mine.filter((item) => item.bucket === bucket)} />
        ))}
        <Bucket name={t('work.pool')} rows={pool} claim />
      </div>
    </main>
  );
}

import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import type { MyWork } from '../../api/types';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { WorkItemLine } from '../../components/WorkItemLine';
import { dayAt, formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { Claim } from '../item/Claim';
import { Acceptances } from './Acceptances';
import '../../styles/checklist.css';

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

export function MyWorkPage() {
  const { t } = useI18n();
  const query = api.useQuery('get', '/api/me/work', {}, { refetchOnWindowFocus: true });
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
      />
      {mine.length + pool.length + toAccept.length === 0 && (
        <EmptyState title={t('work.empty')} text={t('work.emptyText')}>
          <Link to="/projects">{t('work.toProjects')}</Link>
        </EmptyState>
      )}
      <div className="checklist my-work">
        <Acceptances rows={toAccept} />
        {BUCKETS.map((bucket) => (
          <Bucket key={bucket} name={t(`work.bucket.${bucket}`)} rows={mine.filter((item) => item.bucket === bucket)} />
        ))}
        <Bucket name={t('work.pool')} rows={pool} claim />
      </div>
    </main>
  );
}

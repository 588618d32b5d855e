import { Link } from '@tanstack/react-router';
import { api } from '../../api/client';
import { paging } from '../../api/paging';
import { STAGES, type TemporaryPart, type WorkItemRow } from '../../api/types';
import { useMe } from '../../app/session';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { MoreButton } from '../../components/MoreButton';
import { OwnRunSheets } from '../../components/OwnRunSheets';
import { PageHeader } from '../../components/PageHeader';
import { WorkItemLine } from '../../components/WorkItemLine';
import { useI18n } from '../../i18n';
import { Claim } from '../item/Claim';
import '../../styles/check-in.css';
import '../../styles/checklist.css';

const PAGE = 200;

const isFree = ({ assignee, status }: WorkItemRow) =>
  assignee === null && status !== 'done' && status !== 'not-applicable';

function Stage({ name, rows }: { name: string; rows: readonly WorkItemRow[] }) {
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
            where="team"
            action={isFree(row) && <Claim item={row} />}
          />
        ))}
      </ul>
    </section>
  );
}

/** The desks that wait for them, which is what many have come for. */
function OwnDesks() {
  const { t, pick } = useI18n();
  const query = api.useQuery('get', '/api/me/check-ins');
  const desks = query.data?.items ?? [];
  if (desks.length === 0) return null;
  return (
    <section className="own-desks" aria-label={t('checkInLink.mine')}>
      {desks.map(({ registerId, name, nameEn }) => (
        <Link key={registerId} to="/check-in/$registerId" params={{ registerId }}>
          {t('checkInLink.open', { name: pick(name, nameEn) })}
        </Link>
      ))}
    </section>
  );
}

function TeamWork({ part }: { part: TemporaryPart }) {
  const { t, pick } = useI18n();
  const asked = { params: { path: { id: part.projectId }, query: { limit: PAGE } } };
  const query = api.useInfiniteQuery('get', '/api/projects/{id}/work-items', asked, paging);
  const rows = query.data?.pages.flatMap(({ items }) => items);
  const byStage = (stage: WorkItemRow['stage']) => rows?.filter((row) => row.stage === stage) ?? [];
  return (
    <main className="page">
      <PageHeader
        title={t('temporary.you.teamWork', { team: pick(part.team.name, part.team.nameEn) })}
        lead={part.projectName}
      />
      <OwnDesks />
      <OwnRunSheets />
      {!rows && <LoadState query={query} />}
      {rows?.length === 0 && <EmptyState title={t('list.empty')} />}
      <div className="checklist">
        {STAGES.map((stage) => (
          <Stage key={stage} name={t(`stage.${stage}`)} rows={byStage(stage)} />
        ))}
      </div>
      <MoreButton query={query} />
    </main>
  );
}

/** The checklist of the one sub-team that temporary staff help. */
export function TeamWorkPage() {
  const { temporary } = useMe();
  const { t } = useI18n();
  if (temporary) return <TeamWork part={temporary} />;
  return (
    <main className="page">
      <EmptyState level={1} title={t('error.notFound')} text={t('error.notFoundText')} />
    </main>
  );
}

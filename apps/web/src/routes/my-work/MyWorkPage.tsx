import { getRouteApi, Link } from '@tanstack/react-router';
import { lazy, Suspense } from 'react';
import { api } from '../../api/client';
import { WAITING_KINDS } from '../../api/types';
import { useMe } from '../../app/session';
import { Choices } from '../../components/Choices';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { OwnRunSheets } from '../../components/OwnRunSheets';
import { PageSkeleton } from '../../components/PageSkeleton';
import { PageHeader } from '../../components/PageHeader';
import { dayAt, formatDay } from '../../format/dates';
import { useI18n } from '../../i18n';
import { Acceptances } from './Acceptances';
import { WorkList } from './WorkList';
import '../../styles/checklist.css';
import '../../styles/my-work.css';

/** Those who lead open it; everybody else need not load it. */
const HandOut = lazy(() => import('./HandOut').then(({ HandOut: page }) => ({ default: page })));

const route = getRouteApi('/inside/my-work');

/** Only what waits for one of a kind. */
function WaitingFilter() {
  const { t } = useI18n();
  const { waiting } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <select
      className="plain-select waiting-filter"
      aria-label={t('waiting.filter')}
      value={waiting ?? ''}
      onChange={({ target }) =>
        void navigate({
          search: (now) => ({ ...now, waiting: WAITING_KINDS.find((kind) => kind === target.value) }),
          replace: true,
        })
      }
    >
      <option value="">{t('waiting.filter')}</option>
      {WAITING_KINDS.map((kind) => (
        <option key={kind} value={kind}>
          {t(`waiting.kind.${kind}`)}
        </option>
      ))}
    </select>
  );
}

function Grouping() {
  const { t } = useI18n();
  const { group } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Choices
      legend={t('work.groupBy')}
      hideLegend
      value={group ?? 'urgency'}
      choices={[
        { value: 'urgency', label: t('work.byUrgency') },
        { value: 'project', label: t('work.byProject') },
      ]}
      onChange={(to) =>
        void navigate({ search: (now) => ({ ...now, group: to === 'project' ? to : undefined }), replace: true })
      }
    />
  );
}

/** Those who lead a sub-team hand out its work here too. */
function ViewSwitch() {
  const { t } = useI18n();
  const { view } = route.useSearch();
  const navigate = route.useNavigate();
  return (
    <Choices
      legend={t('work.view')}
      hideLegend
      value={view ?? 'mine'}
      choices={[
        { value: 'mine', label: t('work.mine') },
        { value: 'hand-out', label: t('work.handOut') },
      ]}
      onChange={(to) =>
        void navigate({ search: (now) => ({ ...now, view: to === 'hand-out' ? to : undefined }), replace: true })
      }
    />
  );
}

function Mine() {
  const { t } = useI18n();
  const { temporary } = useMe();
  const { waiting, group } = route.useSearch();
  const asked = { params: { query: { waiting } } };
  const query = api.useQuery('get', '/api/me/work', asked, { refetchOnWindowFocus: true });
  if (!query.data) return <LoadState query={query} />;
  const { items, toAccept, leads } = query.data;
  return (
    <>
      <div className="work-tools">
        {leads && <ViewSwitch />}
        <Grouping />
        <WaitingFilter />
      </div>
      {items.length + toAccept.length === 0 && (
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
        <WorkList items={items} group={group} />
      </div>
    </>
  );
}

export function MyWorkPage() {
  const { t } = useI18n();
  const { view } = route.useSearch();
  return (
    <main className="page">
      <PageHeader
        title={t('nav.myWork')}
        lead={<span className="day">{t('work.today', { day: formatDay(dayAt(Date.now())) })}</span>}
      />
      <OwnRunSheets />
      {view === 'hand-out' ? (
        <Suspense fallback={<PageSkeleton />}>
          <HandOut switcher={<ViewSwitch />} />
        </Suspense>
      ) : (
        <Mine />
      )}
    </main>
  );
}

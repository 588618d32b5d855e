import Button from 'antd/es/button';
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router';
import { api } from '../../api/client';
import { paging } from '../../api/paging';
import type { ProjectSummary } from '../../api/types';
import { useMe } from '../../app/session';
import { EmptyState } from '../../components/EmptyState';
import { LoadState } from '../../components/LoadState';
import { MoreButton } from '../../components/MoreButton';
import { PageHeader } from '../../components/PageHeader';
import { useI18n } from '../../i18n';
import { UnfinishedStart } from '../start/UnfinishedStart';
import { ProjectFilters } from './ProjectFilters';
import { ProjectRow } from './ProjectRow';
import '../../styles/checklist.css';
import '../../styles/projects.css';

const route = getRouteApi('/inside/projects');

function Group({ title, projects }: { title: string; projects: readonly ProjectSummary[] }) {
  if (projects.length === 0) return null;
  return (
    <section aria-label={title}>
      <h2 className="list-heading">{title}</h2>
      <ul className="project-list">
        {projects.map((project) => (
          <ProjectRow key={project.id} project={project} />
        ))}
      </ul>
    </section>
  );
}

export function ProjectsPage() {
  const { t } = useI18n();
  const mayStart = useMe().workspaceRole !== null;
  const navigate = useNavigate();
  const search = route.useSearch();
  const narrowed = Object.values(search).some((value) => value !== undefined);
  const query = api.useInfiniteQuery('get', '/api/projects', { params: { query: search } }, paging);
  const start = (
    <Button type="primary" onClick={() => void navigate({ to: '/projects/new' })}>
      {t('projects.start')}
    </Button>
  );
  const all = query.data?.pages.flatMap((page) => page.items);
  const running = all?.filter((project) => project.status === 'running') ?? [];
  const resting = all?.filter(({ status }) => status === 'on-hold' || status === 'cancelled') ?? [];
  const closed = all?.filter((project) => project.status === 'closed') ?? [];
  return (
    <main className="page">
      <PageHeader title={t('nav.projects')} actions={all && (all.length > 0 || narrowed) && mayStart && start} />
      {mayStart && <UnfinishedStart />}
      {(narrowed || (all && all.length > 0)) && <ProjectFilters />}
      {!all && <LoadState query={query} />}
      {all?.length === 0 && narrowed && (
        <EmptyState title={t('health.filter.noMatch')} text={t('health.filter.noMatchText')}>
          <Link to="/projects">{t('list.clear')}</Link>
        </EmptyState>
      )}
      {all?.length === 0 && !narrowed && (
        <EmptyState title={t('projects.empty')} text={mayStart ? t('projects.emptyText') : t('projects.emptyGuest')}>
          {mayStart && start}
        </EmptyState>
      )}
      {running.length > 0 && (
        <ul className="project-list">
          {running.map((project) => (
            <ProjectRow key={project.id} project={project} />
          ))}
        </ul>
      )}
      <Group title={t('projectState.resting')} projects={resting} />
      <Group title={t('projects.closed')} projects={closed} />
      <MoreButton query={query} />
    </main>
  );
}

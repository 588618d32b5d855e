import { getRouteApi, Outlet } from '@tanstack/react-router';
import { lateSection } from '../../components/late/lateSection';
import { LoadState } from '../../components/LoadState';
import { ProjectHeader } from './ProjectHeader';
import { ProjectTabs } from './ProjectTabs';
import { useProject } from './useProject';
import '../../styles/project.css';

const ClosedBanner = lateSection(() => import('./closing/ClosedBanner').then((part) => part.ClosedBanner));

const route = getRouteApi('/inside/projects/$projectId');

export function ProjectLayout() {
  const { projectId } = route.useParams();
  const query = useProject(projectId);
  if (!query.data) {
    return (
      <main className="page">
        <LoadState query={query} level={1} />
      </main>
    );
  }
  return (
    <main className="page">
      <ProjectHeader project={query.data} />
      {query.data.status === 'closed' && <ClosedBanner project={query.data} />}
      <ProjectTabs project={query.data} />
      <Outlet />
    </main>
  );
}

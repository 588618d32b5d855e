import { getRouteApi } from '@tanstack/react-router';
import { api } from '../../../api/client';
import { LoadState } from '../../../components/LoadState';
import { useProject } from '../useProject';
import { AttentionLists } from './AttentionLists';
import { CoveragePanel } from './CoveragePanel';
import { GroupsPanel } from './GroupsPanel';
import { HealthPanel } from './HealthPanel';
import '../../../styles/checklist.css';
import '../../../styles/schedule.css';
import '../../../styles/overview.css';

const route = getRouteApi('/inside/projects/$projectId/overview');

/** Where the project stands: what needs somebody now, the stages and sub-teams, and the standards. */
export function OverviewPage() {
  const { projectId } = route.useParams();
  const project = useProject(projectId).data;
  const query = api.useQuery('get', '/api/projects/{id}/overview', { params: { path: { id: projectId } } });
  if (!project || !query.data) return <LoadState query={query} />;
  return (
    <>
      <HealthPanel project={project} />
      <AttentionLists project={project} overview={query.data} />
      <GroupsPanel projectId={projectId} deviations={query.data.deviations} />
      <CoveragePanel projectId={projectId} />
    </>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { BulkHistory } from '../../bulk/BulkHistory';
import { useProject } from './useProject';
import { ActivityList } from './ActivityList';

const route = getRouteApi('/inside/projects/$projectId/activity');

export function ActivityPage() {
  const { projectId } = route.useParams();
  const project = useProject(projectId).data;
  return (
    <>
      {project && <BulkHistory project={project} />}
      <ActivityList projectId={projectId} zone={project?.zone} />
    </>
  );
}

import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { may } from '../../../api/types';
import { useMe } from '../../../app/session';
import { LoadState } from '../../../components/LoadState';
import { MoreButton } from '../../../components/MoreButton';
import { useProject } from '../useProject';
import { BulkBar } from './BulkBar';
import { ChecklistEmpty } from './ChecklistEmpty';
import { ChecklistFilters } from './ChecklistFilters';
import { ChecklistGroup } from './ChecklistGroup';
import { grouped } from './groups';
import { NewWorkItem } from './NewWorkItem';
import { useChecklist } from './useChecklist';
import { useSelection } from './useSelection';
import '../../../styles/checklist.css';

const route = getRouteApi('/inside/projects/$projectId/');

export function ChecklistPage() {
  const { projectId } = route.useParams();
  const search = route.useSearch();
  const me = useMe();
  const project = useProject(projectId).data;
  const query = useChecklist(projectId, me.id, search);
  const selection = useSelection();
  const [selecting, setSelecting] = useState(false);
  if (!project) return null;
  const mayAssign = may(project, 'assign');
  const rows = query.data?.pages.flatMap((page) => page.items);
  const stopSelecting = () => {
    selection.clear();
    setSelecting(false);
  };
  return (
    <>
      <ChecklistFilters
        project={project}
        selecting={selecting}
        onSelecting={mayAssign ? (on) => (on ? setSelecting(true) : stopSelecting()) : undefined}
      >
        {may(project, 'add-item') && <NewWorkItem project={project} />}
      </ChecklistFilters>
      {!rows && <LoadState query={query} />}
      {rows?.length === 0 && <ChecklistEmpty search={search} projectId={projectId} />}
      <div className="checklist" aria-busy={query.isPlaceholderData}>
        {rows &&
          grouped(rows, project, search.group ?? 'stage').map((group) => (
            <ChecklistGroup
              key={group.key}
              group={group}
              projectId={projectId}
              selection={selecting ? selection : null}
              by={search.group ?? 'stage'}
            />
          ))}
      </div>
      <MoreButton query={query} />
      {selecting && <BulkBar project={project} selection={selection} onDone={stopSelecting} />}
    </>
  );
}

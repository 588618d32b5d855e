import Button from 'antd/es/button';
import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import { may, type WorkItemRow } from '../../../api/types';
import { useMe } from '../../../app/session';
import { LoadState } from '../../../components/LoadState';
import { MoreButton } from '../../../components/MoreButton';
import { useI18n } from '../../../i18n';
import { useProject } from '../useProject';
import { BulkBar } from './BulkBar';
import { ChecklistEmpty } from './ChecklistEmpty';
import { ChecklistFilters } from './ChecklistFilters';
import { ChecklistGroup } from './ChecklistGroup';
import { grouped } from './groups';
import { NewWorkItem } from './NewWorkItem';
import { Narrowed } from './Narrowed';
import { spreadsheetOf, useChecklist } from './useChecklist';
import { useMove } from './useMove';
import { useSelection } from './useSelection';
import '../../../styles/checklist.css';

const route = getRouteApi('/inside/projects/$projectId/');

export function ChecklistPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const search = route.useSearch();
  const me = useMe();
  const project = useProject(projectId).data;
  const query = useChecklist(projectId, me.id, search);
  const selection = useSelection();
  const [selecting, setSelecting] = useState(false);
  const rows = query.data?.pages.flatMap((page) => page.items);
  const by = search.group ?? 'stage';
  const groups = rows && project ? grouped(rows, project, by) : [];
  const move = useMove(projectId, rows ?? [], groups, selection);
  if (!project) return null;
  const mayAssign = may(project, 'assign');
  const led = project.teams.filter(({ leads }) => leads.some(({ id }) => id === me.id)).map(({ id }) => id);
  const mayChange = ({ team }: WorkItemRow) => may(project, 'edit') || (team !== null && led.includes(team.id));
  const narrowed = Object.entries(search).some(([key, value]) => key !== 'group' && value !== undefined);
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
        <Button href={spreadsheetOf(projectId, me.id, search)} download>
          {t('export.xlsx')}
        </Button>
        {may(project, 'add-item') && <NewWorkItem project={project} />}
      </ChecklistFilters>
      <Narrowed project={project} />
      {!rows && <LoadState query={query} />}
      {rows?.length === 0 && <ChecklistEmpty search={search} projectId={projectId} />}
      <div className="checklist" aria-busy={query.isPlaceholderData}>
        {groups.map((group) => (
          <ChecklistGroup
            key={`${by}:${group.key}`}
            group={group}
            projectId={projectId}
            selection={selecting ? selection : null}
            by={by}
            mayChange={mayChange}
            foldable={!narrowed && !selecting}
          />
        ))}
      </div>
      <MoreButton query={query} />
      {selecting && <BulkBar project={project} selection={selection} move={move} onDone={stopSelecting} />}
    </>
  );
}

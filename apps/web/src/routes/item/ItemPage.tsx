import { getRouteApi, Link } from '@tanstack/react-router';
import { may } from '../../api/types';
import { useMe } from '../../app/session';
import { lateSection } from '../../components/late/lateSection';
import { soon } from '../../components/late/soon';
import { LoadState } from '../../components/LoadState';
import { useProject } from '../project/useProject';
import { CantWait } from './CantWait';
import { ChecksPanel } from './ChecksPanel';
import { CommentsPanel } from './comments/CommentsPanel';
import { DeliverablesPanel } from './DeliverablesPanel';
import { FactsPanel } from './FactsPanel';
import { ItemHeader } from './ItemHeader';
import { Neighbours } from './Neighbours';
import { RemindersPanel } from './RemindersPanel';
import { StandardPanel } from './StandardPanel';
import { StatusPanel } from './StatusPanel';
import { TemporaryItem } from './TemporaryItem';
import { useItem } from './useItem';
import '../../styles/item.css';

const ClosedBanner = lateSection(() => import('../project/closing/ClosedBanner').then((part) => part.ClosedBanner));
const ItemActivity = lateSection(() => import('./activity/ItemActivity').then((part) => part.ItemActivity), soon);
const ItemLessons = lateSection(() => import('../lessons/LessonsPanel').then((part) => part.ItemLessons), soon);
const ItemOrigin = lateSection(() => import('./origin/ItemOrigin').then((part) => part.ItemOrigin), soon);
const ItemRules = lateSection(() => import('../reminder-rules/RulesPanel').then((part) => part.ItemRules), soon);

const route = getRouteApi('/inside/projects/$projectId/items/$itemId');

export function ItemPage() {
  const { projectId, itemId } = route.useParams();
  const { temporary } = useMe();
  if (temporary) return <TemporaryItem part={temporary} itemId={itemId} />;
  return <ProjectItem projectId={projectId} itemId={itemId} />;
}

function ProjectItem({ projectId, itemId }: { projectId: string; itemId: string }) {
  const query = useItem(itemId);
  const projectQuery = useProject(projectId);
  const item = query.data;
  const project = projectQuery.data;
  if (!item || !project) {
    return (
      <main className="page">
        <LoadState query={query.data ? projectQuery : query} level={1} />
      </main>
    );
  }
  return (
    <main className="page item">
      <ItemHeader
        key={`header:${item.id}`}
        item={item}
        back={
          <Link to="/projects/$projectId" params={{ projectId }}>
            {project.name}
          </Link>
        }
      />
      {project.status === 'closed' && <ClosedBanner project={project} />}
      {item.source === 'own' && <ItemOrigin key={`origin:${item.id}`} itemId={item.id} projectId={projectId} />}
      <div className="item-columns" key={item.id}>
        <div>
          <StatusPanel item={item} />
          <DeliverablesPanel item={item} zone={project.zone} crew={may(project, 'read-activity')} />
          <ChecksPanel item={item} zone={project.zone} />
          {may(project, 'read-activity') && <CommentsPanel itemId={item.id} project={project} />}
        </div>
        <div>
          <FactsPanel item={item} project={project} />
          <CantWait itemId={item.id} />
          <Neighbours item={item} />
          <StandardPanel item={item} />
          {may(project, 'read-activity') && <RemindersPanel item={item} project={project} />}
          {may(project, 'read-activity') && <ItemRules itemId={item.id} zone={project.zone} />}
          {may(project, 'write-lessons') && (
            <ItemLessons id={item.id} zone={project.zone} planned={item.place !== null} />
          )}
          {may(project, 'read-activity') && <ItemActivity projectId={projectId} itemId={item.id} zone={project.zone} />}
        </div>
      </div>
    </main>
  );
}

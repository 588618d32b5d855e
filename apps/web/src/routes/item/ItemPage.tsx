import { getRouteApi, Link } from '@tanstack/react-router';
import { may, type Project, type WorkItem } from '../../api/types';
import { DueDay } from '../../components/DueDay';
import { LoadState } from '../../components/LoadState';
import { PageHeader } from '../../components/PageHeader';
import { Panel } from '../../components/Panel';
import { workflowName } from '../../format/workflows';
import { useI18n } from '../../i18n';
import { useWithWaiting } from '../../offline/useWaiting';
import { ActivityList } from '../project/ActivityList';
import { ItemRules } from '../reminder-rules/RulesPanel';
import { useProject } from '../project/useProject';
import { CantWait } from './CantWait';
import { ChecksPanel } from './ChecksPanel';
import { CommentsPanel } from './comments/CommentsPanel';
import { DeliverablesPanel } from './DeliverablesPanel';
import { FactsPanel } from './FactsPanel';
import { ItemLessons } from '../project/edition/LessonsPanel';
import { Neighbours } from './Neighbours';
import { RemindersPanel } from './RemindersPanel';
import { StandardPanel } from './StandardPanel';
import { StatusPanel } from './StatusPanel';
import { useItem } from './useItem';
import '../../styles/item.css';

const route = getRouteApi('/inside/projects/$projectId/items/$itemId');

function Header({ item, project }: { item: WorkItem; project: Project }) {
  const { t, pick } = useI18n();
  const workflow = workflowName(item.workflow);
  return (
    <PageHeader
      back={
        <Link to="/projects/$projectId" params={{ projectId: project.id }}>
          {project.name}
        </Link>
      }
      name={pick(item.title, item.titleEn)}
      title={
        <>
          {item.code && <span className="code">{item.code}</span>}
          {pick(item.title, item.titleEn)}
        </>
      }
      lead={
        <ul className="facts">
          <li>{t(`stage.${item.stage}`)}</li>
          {workflow && <li>{workflow}</li>}
          {item.source === 'own' && <li>{t('item.ownText')}</li>}
          <li className="item-narrow">
            {t('word.dueDay')} <DueDay day={item.dueDay} time={item.dueTime} overdue={item.overdue} />
          </li>
          <li className="item-narrow">{item.assignee?.name ?? t('list.unassigned')}</li>
        </ul>
      }
    />
  );
}

export function ItemPage() {
  const { t } = useI18n();
  const { projectId, itemId } = route.useParams();
  const query = useItem(itemId);
  const projectQuery = useProject(projectId);
  const item = useWithWaiting(query.data);
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
      <Header key={`header:${item.id}`} item={item} project={project} />
      <div className="item-columns" key={item.id}>
        <div>
          <StatusPanel item={item} />
          <DeliverablesPanel item={item} zone={project.zone} />
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
          {may(project, 'write-lessons') && <ItemLessons id={item.id} zone={project.zone} />}
          {may(project, 'read-activity') && (
            <Panel title={t('activity.title')}>
              <ActivityList projectId={projectId} zone={project.zone} subject={item.id} />
            </Panel>
          )}
        </div>
      </div>
    </main>
  );
}

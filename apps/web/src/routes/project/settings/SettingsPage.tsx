import { getRouteApi, Link } from '@tanstack/react-router';
import { may } from '../../../api/types';
import { lateSection } from '../../../components/late/lateSection';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { ProjectRules } from '../../reminder-rules/RulesPanel';
import { LeftOutList } from '../../start/LeftOutList';
import { EditionLinks } from '../edition/EditionLinks';
import { useProject } from '../useProject';
import { AddWorkflow } from './AddWorkflow';
import { AnchorDays } from './AnchorDays';
import { FactsForm } from './FactsForm';
import { OptionsAnswered } from './OptionsAnswered';
import { OwnDays } from './OwnDays';
import { StatePanel } from './StatePanel';
import '../../../styles/start.css';

const ProjectLessons = lateSection(() => import('../../lessons/LessonsPanel').then((part) => part.ProjectLessons));

const route = getRouteApi('/inside/projects/$projectId/settings');

export function SettingsPage() {
  const { t } = useI18n();
  const { projectId } = route.useParams();
  const project = useProject(projectId).data;
  if (!project) return null;
  return (
    <div className="two-columns">
      <div>
        {may(project, 'edit') && (
          <Panel title={t('settings.facts')}>
            <FactsForm key={project.id} project={project} />
          </Panel>
        )}
        {may(project, 'edit') && (
          <Panel title={t('calendars.ownDays')}>
            <OwnDays key={project.id} project={project} />
          </Panel>
        )}
        {may(project, 'read-activity') && <ProjectRules projectId={projectId} zone={project.zone} />}
        {may(project, 'add-workflow') && (
          <Panel title={t('settings.workflow')}>
            <AddWorkflow projectId={projectId} />
          </Panel>
        )}
        {may(project, 'hold') && (
          <Panel title={t('projectState.title')}>
            <StatePanel project={project} />
          </Panel>
        )}
        {may(project, 'next-edition') && <EditionLinks project={project} />}
        {may(project, 'write-lessons') && <ProjectLessons id={projectId} zone={project.zone} />}
        {may(project, 'close') && project.status !== 'closed' && (
          <Panel title={t('settings.close')}>
            <p className="field-hint">{t('settings.closeHint')}</p>
            <p className="edition-links">
              <Link to="/projects/$projectId/closing" params={{ projectId }}>
                {t('settings.goToClosing')}
              </Link>
            </p>
          </Panel>
        )}
      </div>
      <div>
        <Panel title={t('settings.days')}>
          <AnchorDays project={project} />
        </Panel>
        <Panel title={t('settings.plan')}>
          <OptionsAnswered project={project} />
          <LeftOutList rows={project.leftOut} />
        </Panel>
      </div>
    </div>
  );
}

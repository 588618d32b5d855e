import { Link } from '@tanstack/react-router';
import { may, type Project } from '../../../api/types';
import { Panel } from '../../../components/Panel';
import { useI18n } from '../../../i18n';
import { CopyTemplate } from '../../house/CopyTemplate';

/** What a manager can do with the project as a whole beside running it. */
export function EditionLinks({ project }: { project: Project }) {
  const { t } = useI18n();
  const params = { projectId: project.id };
  return (
    <Panel title={t('nextEdition.title')}>
      <p className="field-hint">{t('nextEdition.lead')}</p>
      <p className="edition-links">
        <Link to="/projects/$projectId/next-edition" params={params}>
          {t('nextEdition.start')}
        </Link>
        {may(project, 'edit') && (
          <Link to="/projects/$projectId/template-update" params={params}>
            {t('templateUpdate.title')}
          </Link>
        )}
        {project.previousId && (
          <Link to="/projects/$projectId" params={{ projectId: project.previousId }}>
            {t('nextEdition.previous')}
          </Link>
        )}
      </p>
      <CopyTemplate project={project} />
    </Panel>
  );
}

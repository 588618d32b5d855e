import { Link } from '@tanstack/react-router';
import { may, type Project } from '../../api/types';
import { PageHeader } from '../../components/PageHeader';
import { ProgressBar, ProgressFacts, Urgency } from '../../components/ProgressBar';
import { DaySpan } from '../../components/DaySpan';
import { useI18n } from '../../i18n';
import { Countdown } from '../projects/Countdown';
import { ProjectMark } from '../projects/ProjectMark';

export function ProjectHeader({ project }: { project: Project }) {
  const { t, pick } = useI18n();
  const { name, client, venue, template, progress, status } = project;
  return (
    <>
      <PageHeader
        back={<Link to="/projects">{t('nav.projects')}</Link>}
        name={name}
        title={
          <>
            {name}
            {status !== 'running' && (
              <span className="tag">
                <ProjectMark status={status} />
              </span>
            )}
          </>
        }
        lead={
          <ul className="facts">
            <li className="day">
              <DaySpan from={project.openingDay} to={project.closingDay} />
            </li>
            {status === 'running' && (
              <li>
                <Countdown project={project} />
              </li>
            )}
            {[client, venue, pick(template.name, template.nameEn)].filter(Boolean).map((text) => (
              <li key={text}>{text}</li>
            ))}
          </ul>
        }
        actions={
          status === 'closed' &&
          may(project, 'next-edition') && (
            <Link to="/projects/$projectId/next-edition" params={{ projectId: project.id }}>
              {t('project.nextEdition')}
            </Link>
          )
        }
      />
      <div className="project-progress">
        <ProgressBar progress={progress} />
        <ProgressFacts progress={progress} />
        {status === 'running' && <Urgency progress={progress} />}
      </div>
    </>
  );
}

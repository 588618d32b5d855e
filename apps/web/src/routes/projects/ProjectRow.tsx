import { Link } from '@tanstack/react-router';
import type { ProjectSummary } from '../../api/types';
import { ProgressBar, ProgressFacts, Urgency } from '../../components/ProgressBar';
import { DaySpan } from '../../components/DaySpan';
import { useI18n } from '../../i18n';
import { formatDay } from '../../format/dates';
import { Countdown } from './Countdown';
import { HealthLine } from './HealthLine';
import { ProjectMark } from './ProjectMark';

export function ProjectRow({ project }: { project: ProjectSummary }) {
  const { t, pick } = useI18n();
  const { id, name, client, venue, template, progress, health, nextDay } = project;
  return (
    <li className="project-row row-link">
      <div>
        <h2>
          <Link
            to={project.myRole === 'manager' ? '/projects/$projectId/overview' : '/projects/$projectId'}
            params={{ projectId: id }}
            className="cover"
          >
            {name}
          </Link>
        </h2>
        <p className="muted">{[client, venue, pick(template.name, template.nameEn)].filter(Boolean).join(' · ')}</p>
      </div>
      <div className="project-row-when">
        <p className="day">
          <DaySpan from={project.openingDay} to={project.closingDay} />
        </p>
        <p className="muted">
          {project.status === 'running' ? <Countdown project={project} /> : <ProjectMark status={project.status} />}
          {' · '}
          {t(`role.${project.myRole}`)}
        </p>
      </div>
      <div className="project-row-progress">
        <ProgressBar progress={progress} label={t('progress.of', { name })} />
        <div className="project-row-facts">
          <ProgressFacts progress={progress} />
          {project.status === 'running' && <Urgency progress={progress} />}
        </div>
      </div>
      <div className="project-row-health">
        {health ? (
          <HealthLine health={health} zone={project.zone} />
        ) : (
          project.status === 'running' && <span className="health-said">{t('health.unsaid')}</span>
        )}
        {nextDay && project.status === 'running' && (
          <span className="project-row-next">
            {t('health.next', { name: pick(nextDay.name, nextDay.nameEn), day: formatDay(nextDay.day) })}
          </span>
        )}
      </div>
    </li>
  );
}

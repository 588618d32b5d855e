import { Link } from '@tanstack/react-router';
import { may, type Project } from '../../api/types';
import { useI18n } from '../../i18n';

const TABS = [
  { to: '/projects/$projectId', key: 'checklist', action: null },
  { to: '/projects/$projectId/progress', key: 'progress', action: null },
  { to: '/projects/$projectId/schedule', key: 'schedule', action: null },
  { to: '/projects/$projectId/people', key: 'people', action: null },
  { to: '/projects/$projectId/activity', key: 'activity', action: 'read-activity' },
  { to: '/projects/$projectId/settings', key: 'settings', action: null },
] as const;

export function ProjectTabs({ project }: { project: Project }) {
  const { t } = useI18n();
  const shown = TABS.filter(({ action }) => action === null || may(project, action));
  return (
    <nav className="tabs" aria-label={project.name}>
      {shown.map(({ to, key }) => (
        <Link
          key={key}
          to={to}
          params={{ projectId: project.id }}
          activeOptions={{ exact: true, includeSearch: false }}
          activeProps={{ className: 'here' }}
        >
          {t(`project.tab.${key}`)}
        </Link>
      ))}
    </nav>
  );
}

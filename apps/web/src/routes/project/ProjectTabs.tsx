import { Link, useLocation } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { may, type Project } from '../../api/types';
import { useI18n } from '../../i18n';

const OVERVIEW = { to: '/projects/$projectId/overview', key: 'overview', action: null } as const;
const CHECKLIST = { to: '/projects/$projectId', key: 'checklist', action: null } as const;
const REST = [
  { to: '/projects/$projectId/board', key: 'board', action: 'read-board' },
  { to: '/projects/$projectId/schedule', key: 'schedule', action: null },
  { to: '/projects/$projectId/run-sheet', key: 'runSheet', action: null },
  { to: '/projects/$projectId/registers', key: 'registers', action: null },
  { to: '/projects/$projectId/documents', key: 'documents', action: 'read-board' },
  { to: '/projects/$projectId/surveys', key: 'surveys', action: 'read-surveys' },
  { to: '/projects/$projectId/people', key: 'people', action: null },
  { to: '/projects/$projectId/activity', key: 'activity', action: 'read-activity' },
  { to: '/projects/$projectId/settings', key: 'settings', action: null },
] as const;

/** Tabs with further pages below them. */
const WITH_PAGES = new Set<string>(['registers', 'documents', 'surveys']);

/** A document that is written on a page of its own. */
const REPORT = '/closing-report';

/** A manager comes to see where the project stands, everybody else to their work. */
export function ProjectTabs({ project }: { project: Project }) {
  const { t } = useI18n();
  const tabs = useRef<HTMLElement>(null);
  const path = useLocation({ select: ({ pathname }) => pathname });
  // On a phone they are wider than the window.
  useEffect(() => {
    tabs.current?.querySelector('.here')?.scrollIntoView({ block: 'nearest', inline: 'center' });
  }, [path]);
  const first = project.myRole === 'manager' ? [OVERVIEW, CHECKLIST] : [CHECKLIST, OVERVIEW];
  const shown = [...first, ...REST].filter(({ action }) => action === null || may(project, action));
  return (
    <nav className="tabs" ref={tabs} aria-label={project.name}>
      {shown.map(({ to, key }) => (
        <Link
          key={key}
          to={to}
          params={{ projectId: project.id }}
          activeOptions={{ exact: !WITH_PAGES.has(key), includeSearch: false }}
          activeProps={{ className: 'here' }}
          className={key === 'documents' && path.endsWith(REPORT) ? 'here' : undefined}
        >
          {key === 'overview' ? t('overview.tab') : t(`project.tab.${key}`)}
        </Link>
      ))}
    </nav>
  );
}

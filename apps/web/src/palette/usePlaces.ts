import { useParams } from '@tanstack/react-router';
import { api } from '../api/client';
import { may } from '../api/types';
import { placesFor } from '../app/layout/navigation';
import { useMe } from '../app/session';
import { useI18n } from '../i18n';
import type { PaletteEntry } from './entry';

const TABS = ['overview', 'checklist', 'schedule', 'people', 'activity', 'settings'] as const;

/** The project that one is in, if any. */
export function useProjectHere() {
  const { projectId } = useParams({ strict: false });
  const path = { id: projectId ?? '' };
  return api.useQuery('get', '/api/projects/{id}', { params: { path } }, { enabled: projectId !== undefined }).data;
}

/** The pages of the app, and those of the project that one is in. */
export function usePlaces(): PaletteEntry[] {
  const { t } = useI18n();
  const me = useMe();
  const project = useProjectHere();
  const tabs = project ? TABS.filter((tab) => tab !== 'activity' || may(project, 'read-activity')) : [];
  return [
    ...tabs.map((tab): PaletteEntry => ({
      id: `tab ${tab}`,
      section: 'here',
      label: tab === 'overview' ? t('overview.tab') : t(`project.tab.${tab}`),
      detail: project!.name,
      href: `/projects/${project!.id}${tab === 'checklist' ? '' : `/${tab}`}`,
    })),
    ...placesFor(me).map(({ key, to }): PaletteEntry => ({
      ...{ id: `page ${key}`, section: 'go', label: t(`nav.${key}`), href: to },
    })),
  ];
}

import { keepPreviousData } from '@tanstack/react-query';
import { useDeferredValue } from 'react';
import { api } from '../api/client';
import { i18n, useI18n } from '../i18n';
import type { PaletteEntry } from './entry';
import { recentPlaces } from './recent';
import { useActions } from './useActions';
import { usePlaces } from './usePlaces';

/** Standards and templates, fetched once somebody types. */
function useLibrary(enabled: boolean): PaletteEntry[] {
  const { t, pick } = useI18n();
  const standards = api.useQuery('get', '/api/standards', {}, { enabled, staleTime: Infinity }).data?.items ?? [];
  const templates = api.useQuery('get', '/api/templates', {}, { enabled }).data?.items ?? [];
  return [
    ...standards.map(({ slug, name, code }): PaletteEntry => ({
      ...{ id: `standard ${slug}`, section: 'library', label: name, detail: t('word.standard'), words: code ?? '' },
      href: `/standards/${slug}`,
    })),
    ...templates.map(({ slug, name, nameEn }): PaletteEntry => ({
      ...{ id: `template ${slug}`, section: 'library', label: pick(name, nameEn), detail: t('word.template') },
      ...{ words: `${name} ${nameEn}`, href: `/templates/${slug}` },
    })),
  ];
}

/** Projects and work items, as the server finds them in the reader's projects. */
function useFound(typed: string) {
  const { pick } = useI18n();
  const q = useDeferredValue(typed.trim().slice(0, 100));
  const query = api.useQuery(
    'get',
    '/api/me/search',
    { params: { query: { q } } },
    { enabled: q !== '', placeholderData: keepPreviousData },
  );
  const { projects = [], items = [] } = (q !== '' && query.data) || {};
  const entries: PaletteEntry[] = [
    ...projects.map(({ id, name }): PaletteEntry => ({
      ...{ id: `project ${id}`, section: 'projects', label: name, href: `/projects/${id}` },
    })),
    ...items.map(({ id, projectId, project, code, title, titleEn, status }): PaletteEntry => ({
      ...{ id: `item ${id}`, section: 'items', label: `${code ? `${code} ` : ''}${pick(title, titleEn)}` },
      detail: `${project} · ${i18n.t(`status.${status}`)}`,
      ...{ words: `${title} ${titleEn ?? ''}`, href: `/projects/${projectId}/items/${id}` },
    })),
  ];
  return { entries, busy: q !== '' && query.isFetching };
}

/** All that can be gone to or done, in the order in which it is shown where nothing is typed. */
export function useEntries(typed: string): { entries: PaletteEntry[]; busy: boolean } {
  const some = typed.trim() !== '';
  const found = useFound(typed);
  const library = useLibrary(some);
  const places = usePlaces();
  const actions = useActions();
  const recent = recentPlaces().map((place): PaletteEntry => ({ ...place, section: 'recent' }));
  return { entries: [...recent, ...places, ...found.entries, ...(some ? library : []), ...actions], busy: found.busy };
}

import type { News } from '@convener/platform';

/** Who listens, and to what. */
export interface Audience {
  personId: string;
  /** The one project that they look at; null for all of their own. */
  projectId: string | null;
  /** Of these projects. */
  projects: ReadonlySet<string>;
}

/** Whether the news are for somebody. */
export function concerns({ personId, projects }: Audience, news: News): boolean {
  return 'personId' in news ? news.personId === personId : projects.has(news.projectId);
}

/** Whether what somebody may see can have changed by it, so that it has to be asked anew before anything is passed on. */
export function movesAccess({ personId, projectId }: Audience, news: News): boolean {
  if ('personId' in news) return false;
  if (projectId !== null && projectId !== news.projectId) return false;
  return news.things.length === 0 || news.things.some(({ kind, id }) => kind === 'member' && id === personId);
}

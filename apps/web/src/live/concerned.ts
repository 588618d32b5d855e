/** What the server tells of a change: where it was and what it touched, never what it says. Nothing named means much. */
export interface Changed {
  project: string;
  things: readonly { kind: string; id: string }[];
}

/** News as they have come: a change in a project, or something new in the reader's inbox. */
export type News = Changed | 'inbox';

/** Answers over all of somebody's projects. */
const OF_ALL = new Set(['/api/projects', '/api/me/work', '/api/me/acceptances', '/api/me/hand-out']);
const OF_THE_SHOW = new Set(['/api/projects/{id}/run-sheet', '/api/projects/{id}/activity']);
const OF_THE_INBOX = new Set(['/api/me', '/api/me/inbox']);

/** Whether what a query has fetched may have changed. `key` as openapi-react-query makes it, `data` what is shown now. */
export function isConcerned(key: readonly unknown[], data: unknown, news: News): boolean {
  const [method, path, init] = key as [unknown, unknown, { params?: { path?: Record<string, string> } }?];
  if (method !== 'get' || typeof path !== 'string') return false;
  const id = init?.params?.path?.id ?? '';
  if (news === 'inbox') return OF_THE_INBOX.has(path);
  // Somebody arrives every few seconds: nothing but the desks themselves says anything of it.
  if (news.things.length > 0 && news.things.every(({ kind }) => kind === 'check-in'))
    return path.startsWith('/api/registers/{id}/check-in') && news.things.some((thing) => thing.id === id);
  // Nor does an answer to a survey say anything of the project's work.
  if (news.things.length > 0 && news.things.every(({ kind }) => kind === 'survey-answers'))
    return path.startsWith('/api/surveys/{id}') && news.things.some((thing) => thing.id === id);
  if (path.startsWith('/api/surveys/{id}'))
    return news.things.length === 0 || news.things.some((thing) => thing.id === id);
  // The show goes on minute by minute, and the lists of work say nothing of it.
  if (news.things.length > 0 && news.things.every(({ kind }) => kind === 'cue'))
    return OF_THE_SHOW.has(path) ? id === news.project : path === '/api/me/run-sheets';
  if (OF_ALL.has(path)) return true;
  if (path.startsWith('/api/projects/{id}')) return id === news.project;
  if (path.startsWith('/api/deliverables/{id}'))
    return news.things.length === 0 || news.things.some((thing) => thing.id === id) || shows(data, news);
  // Fifty pages of rows are not fetched again for a cell that somebody else writes, but for the work that they became.
  if (path.startsWith('/api/registers/{id}/rows'))
    return shows(data, { ...news, things: news.things.filter(({ kind }) => kind === 'work-item') });
  return path.startsWith('/api/work-items/{id}') && itemIsConcerned(id, data, news);
}

/** Other items concern an item only where it shows them: what comes before and after it. */
function itemIsConcerned(id: string, data: unknown, { things }: Changed): boolean {
  const others = things.length > 0 && things.every((thing) => thing.kind === 'work-item' && thing.id !== id);
  if (!others) return true;
  return shows(data, { things });
}

function shows(data: unknown, { things }: Pick<Changed, 'things'>): boolean {
  const shown = things.length > 0 ? JSON.stringify(data ?? null) : '';
  return things.some((thing) => shown.includes(thing.id));
}

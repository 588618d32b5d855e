import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../../api/client';
import type { StartProject } from '../../api/types';
import { bodyOf, type Draft } from './draft';

/** Name, client and venue change no plan: leaving them out spares a request for every letter typed. */
function plannedPart(body: StartProject): StartProject {
  return { ...body, name: '—', client: undefined, venue: undefined };
}

const NOTHING: StartProject = { template: '', name: '', opening: '', closing: '' };

/** What the server would make of the draft; asks only once template and dates are there. */
export function usePreview(draft: Draft) {
  const body = bodyOf(draft);
  return api.useQuery(
    'post',
    '/api/projects/preview',
    { body: body ? plannedPart(body) : NOTHING },
    { enabled: body !== null, placeholderData: keepPreviousData, staleTime: 60_000 },
  );
}

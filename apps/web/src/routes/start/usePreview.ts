import { keepPreviousData } from '@tanstack/react-query';
import { useRef } from 'react';
import { api } from '../../api/client';
import type { Preview, StartProject } from '../../api/types';
import { bodyOf, type Draft } from './draft';

/** Name, client and venue change no plan: leaving them out spares a request for every letter typed. */
function plannedPart(body: StartProject): StartProject {
  return { ...body, name: '—', client: undefined, venue: undefined, teams: undefined };
}

const NOTHING: StartProject = { template: '', name: '', opening: '', closing: '' };

/** What the server would make of the draft; asks only once template and dates are there. */
export function usePreview(draft: Draft) {
  const body = bodyOf(draft);
  // Read here, not only in the steps: a query tells its owner about nothing but what was read of it, and an answer that
  // came while a step still waited for something else was never shown.
  const { data, error, isError, isFetching, isPaused, refetch } = api.useQuery(
    'post',
    '/api/projects/preview',
    { body: body ? plannedPart(body) : NOTHING },
    { enabled: body !== null, placeholderData: keepPreviousData, staleTime: 60_000 },
  );
  return { data, error, isError, isFetching, isPaused, refetch };
}

/** The last plan that the server could make of this template: while days are refused, the others still stand there. */
export function useLastPlan(preview: Preview | undefined, template: string): Preview | undefined {
  const last = useRef<{ template: string; plan: Preview } | null>(null);
  if (preview) last.current = { template, plan: preview };
  return last.current?.template === template ? last.current.plan : undefined;
}

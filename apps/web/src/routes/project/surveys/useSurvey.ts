import { api } from '../../../api/client';
import type { Survey } from '../../../api/types';
import { queryClient } from '../../../app/queryClient';

export const useOneSurvey = (id: string) => api.useQuery('get', '/api/surveys/{id}', { params: { path: { id } } });

/** Shows a survey as a change has left it, before anything is fetched again. */
export function showSurvey(survey: Survey) {
  const { queryKey } = api.queryOptions('get', '/api/surveys/{id}', { params: { path: { id: survey.id } } });
  queryClient.setQueryData(queryKey, survey);
}

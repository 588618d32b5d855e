import { keepPreviousData } from '@tanstack/react-query';
import { api } from '../../../../api/client';
import type { RegisterColumn } from '../../../../api/types';

/** The rows that a column can link to, by what is typed; none are asked for while that is null. */
export function useRowNames({ link }: RegisterColumn, text: string | null) {
  const list = link?.list ?? null;
  const params = { path: { id: list ?? '' }, query: { text: text?.trim() ?? '' } };
  const query = api.useQuery(
    'get',
    '/api/registers/{id}/names',
    { params },
    { enabled: list !== null && text !== null, placeholderData: keepPreviousData },
  );
  return query.data?.items ?? [];
}

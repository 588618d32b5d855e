import { useSuspenseQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { api, client } from '../api/client';
import type { Me } from '../api/types';
import { queryClient } from './queryClient';

export const meQuery = api.queryOptions('get', '/api/me', {}, { staleTime: 60_000 });

/** The signed-in person. Only inside the signed-in part of the app. */
export function useMe(): Me {
  return useSuspenseQuery(meQuery).data;
}

/** Shows one's own account as it now is. */
export const showMe = (me: Me) => queryClient.setQueryData(meQuery.queryKey, me);

/** Puts a person who has just signed in into the cache; nothing of an earlier one stays. */
export function beginSession(me: Me) {
  queryClient.clear();
  queryClient.setQueryData(meQuery.queryKey, me);
}

export function useSignOut() {
  const navigate = useNavigate();
  return async () => {
    await client.DELETE('/api/session').catch(() => undefined);
    await navigate({ to: '/sign-in' });
    queryClient.clear();
  };
}

import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import type { EditHouseTemplate, HouseTemplate } from '../../api/types';
import { queryClient } from '../../app/queryClient';

const at = (id: string) => ({ params: { path: { id } } });

export const useHouse = (id: string) => api.useQuery('get', '/api/house-templates/{id}', at(id));

/** Shows a template as a change has left it, before anything is fetched again. */
export function showHouse(house: HouseTemplate) {
  queryClient.setQueryData(api.queryOptions('get', '/api/house-templates/{id}', at(house.id)).queryKey, house);
}

/** Changes parts of a draft, over the version on screen. */
export function useEditHouse(house: HouseTemplate, quiet = false) {
  const patch = api.useMutation('patch', '/api/house-templates/{id}', { meta: { quiet }, onSuccess: showHouse });
  const asked = (body: EditHouseTemplate) => ({
    params: { path: { id: house.id }, header: ifMatch(house) },
    body,
  });
  return {
    edit: (body: EditHouseTemplate) => patch.mutateAsync(asked(body)),
    tap: (body: EditHouseTemplate) => patch.mutate(asked(body)),
    busy: patch.isPending,
    error: patch.error,
  };
}

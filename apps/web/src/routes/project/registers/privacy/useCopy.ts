import { useMutation } from '@tanstack/react-query';
import { client } from '../../../../api/client';

/** Fetches a copy of rows as a file and hands it to the browser to save. */
export function useCopy(projectId: string) {
  return useMutation({
    meta: { ownRefresh: true },
    mutationFn: async (rows: readonly string[]) => {
      const { data, response } = await client.POST('/api/projects/{id}/personal-data/export', {
        params: { path: { id: projectId } },
        body: { rows: [...rows] },
        parseAs: 'blob',
      });
      const named = /filename="?([^";]+)/.exec(response.headers.get('content-disposition') ?? '');
      save(data as unknown as Blob, named?.[1] ?? 'personal-data.json');
    },
  });
}

function save(content: Blob, name: string) {
  const link = document.createElement('a');
  link.href = URL.createObjectURL(content);
  link.download = name;
  link.click();
  URL.revokeObjectURL(link.href);
}

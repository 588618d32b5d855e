import { client } from '../../../api/client';

/** Has unused links given out as a file. A POST, since each time makes new secrets; so the browser can't fetch it by itself. */
export async function downloadLinks(id: string, format: 'xlsx' | 'csv'): Promise<void> {
  const { data, response } = await client.POST('/api/surveys/{id}/links/file', {
    params: { path: { id } },
    body: { format },
    parseAs: 'blob',
  });
  const name = /filename\*=UTF-8''([^;]+)/.exec(response.headers.get('content-disposition') ?? '')?.[1];
  const address = URL.createObjectURL(data as unknown as Blob);
  const link = document.createElement('a');
  link.href = address;
  link.download = name ? decodeURIComponent(name) : `links.${format}`;
  link.click();
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

import { ok } from '../support/client';
import type { Client } from '../support/client';
import { formOf } from '../support/files';

/** With rows and without, with files, and one that people check in with. */
export async function someLists(client: Client, project: string, teamId: string) {
  const registers: string[] = [];
  const registerRows: string[] = [];
  for (const preset of ['venues', 'budget']) {
    const path = `/api/projects/${project}/registers`;
    const { id } = ok(await client.post<{ id: string }>(path, { preset, teamId })).body;
    registers.push(id);
    for (const note of ['甲', '乙'])
      registerRows.push(
        ok(await client.post<{ id: string }>(`/api/registers/${id}/rows`, { cells: { note } })).body.id,
      );
  }
  // One without rows, which can be removed.
  const body = { name: '名單', columns: [{ key: 'note', name: '備註', type: 'text' }] };
  registers.push(ok(await client.post<{ id: string }>(`/api/projects/${project}/registers`, body)).body.id);
  const photos = { name: '照片', columns: [{ key: 'photo', name: '照片', nameEn: 'Photo', type: 'file' }] };
  const { id } = ok(await client.post<{ id: string }>(`/api/projects/${project}/registers`, photos)).body;
  registers.push(id);
  const row = ok(await client.post<{ id: string }>(`/api/registers/${id}/rows`)).body;
  const path = `/api/register-rows/${row.id}/files?column=photo`;
  const cellFiles: string[] = [];
  for (const name of ['甲', '乙']) {
    const added = ok(await client.post<{ files: { photo: { id: string }[] } }>(path, formOf(name, '名單.txt'))).body;
    cellFiles.push(added.files.photo.at(-1)!.id);
  }
  return { registers, registerRows, cellFiles, desks: [await aDesk(client, project, teamId, registers)] };
}

/** Of a list of registrations, which joins the others. */
async function aDesk(client: Client, project: string, teamId: string, registers: string[]): Promise<string> {
  const body = { preset: 'registrations', teamId };
  const { id } = ok(await client.post<{ id: string }>(`/api/projects/${project}/registers`, body)).body;
  registers.push(id);
  ok(await client.post(`/api/registers/${id}/check-in`));
  return ok(await client.post<{ id: string }>(`/api/registers/${id}/check-in/desks`, { name: '大門' })).body.id;
}

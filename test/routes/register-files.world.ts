import type { ImportCounts, ImportPreview } from '../../apps/api/registers/register-files.dto';
import { ok } from '../support/client';
import { formOf } from '../support/files';
import type { ListsWorld } from './registers.world';

/** What is done with files of the list that a test is about. */
export function filesOf(lists: () => ListsWorld) {
  const path = () => `/api/registers/${lists().list.id}/import`;
  const form = (content: Buffer, fields: Record<string, string> = {}, name = '場地.xlsx') => {
    const made = formOf(content, name);
    for (const [field, value] of Object.entries(fields)) made.append(field, value);
    return made;
  };
  const preview = async (content: Buffer, fields = {}) =>
    ok(await lists().member.post<ImportPreview>(`${path()}/preview`, form(content, fields))).body;
  const post = (content: Buffer, fields: Record<string, string>, headers = {}, as = lists().member) =>
    as.post<ImportCounts>(path(), form(content, fields), headers);
  /** As a page does: what the preview proposes is taken. */
  const take = async (content: Buffer, fields = {}) => {
    const { mapping, key } = await preview(content, fields);
    return post(content, { mapping: JSON.stringify(mapping), key: key ?? '', ...fields });
  };
  const download = async (format: 'xlsx' | 'csv', as = lists().member) =>
    (await as.download(`/api/registers/${lists().list.id}/export?format=${format}`)).content;
  return { path, form, preview, post, take, download };
}

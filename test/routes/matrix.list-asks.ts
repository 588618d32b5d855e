import { randomUUID } from 'node:crypto';
import { ok } from '../support/client';
import { formOf } from '../support/files';
import { aListForm } from '../support/sheets';
import { on, type Use } from './matrix.asks';
import type { Place } from './matrix.world';

/** A list that the sub-team keeps, made by the project's manager. */
async function aRegister({ id, team, manager }: Place, own: object = {}): Promise<string> {
  const body = { preset: 'venues', teamId: team, deliverables: [], ...own };
  return ok(await manager.client.post<{ id: string }>(`/api/projects/${id}/registers`, body)).body.id;
}
export const onAList = async (place: Place, body: object) => on(await aRegister(place), body);
export const onRegister = (body?: object, own?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => on(await aRegister(place, own), body),
});
/** The same as a file; see onRegister. */
export const onExport = (format: string, own?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => ({ ...on(await aRegister(place, own)), query: `format=${format}` }),
});
/** A file that is read into a list; the form is made anew, since it is read once. */
export const onImport: Pick<Use, 'ask'> = { ask: async (place) => on(await aRegister(place), aListForm()) };

async function aRegisterRow(place: Place, own?: object): Promise<string> {
  const path = `/api/registers/${await aRegister(place, own)}/rows`;
  return ok(await place.manager.client.post<{ id: string }>(path, { cells: { note: '甲' } })).body.id;
}
const PHOTOS = { preset: undefined, name: '照片', columns: [{ key: 'photo', name: '照片', type: 'file' }] };
async function aFileRow(place: Place, own: object = {}): Promise<string> {
  const path = `/api/registers/${await aRegister(place, { ...PHOTOS, ...own })}/rows`;
  return ok(await place.manager.client.post<{ id: string }>(path)).body.id;
}
/** A file for a cell of a list; the form is made anew, since it is read once. */
export const onFileCell: Pick<Use, 'ask'> = {
  ask: async (place) => ({ ...on(await aFileRow(place), formOf('名單', '名單.txt')), query: 'column=photo' }),
};
/** Added by the project's manager. */
export const onCellFile = (own?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => {
    const path = `/api/register-rows/${await aFileRow(place, own)}/files?column=photo`;
    const added = await place.manager.client.post<{ files: { photo: [{ id: string }] } }>(
      path,
      formOf('名單', '名單.txt'),
    );
    return on(ok(added).body.files.photo[0].id);
  },
});
export const onRegisterRow = (body?: object, own?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => on(await aRegisterRow(place, own), body),
});
export const onPersonRows = (body: object = {}): Pick<Use, 'ask'> => ({
  ask: async (place) => on(place.id, { rows: [await aRegisterRow(place)], ...body }),
});

/** The check-in of a list of registrations that the sub-team keeps, opened by the project's manager. */
async function aCheckIn(place: Place): Promise<string> {
  const register = await aRegister(place, { preset: 'registrations' });
  ok(await place.manager.client.post(`/api/registers/${register}/check-in`));
  return register;
}
export const onCheckIn = (body?: object): Pick<Use, 'ask'> => ({
  ask: async (place) => on(await aCheckIn(place), body),
});
/** A walk-in at a desk of it. */
export const onDesk: Pick<Use, 'ask'> = {
  ask: async (place) => {
    const id = await aCheckIn(place);
    const path = `/api/registers/${id}/check-in/desks`;
    const desk = ok(await place.manager.client.post<{ id: string }>(path, { name: '大門' })).body;
    const cells = { name: '李大同', number: 'W001' };
    const entry = { id: randomUUID(), kind: 'walk-in', rowId: randomUUID(), at: 1, cells };
    return on(id, { deskId: desk.id, entries: [entry] });
  },
};

import { randomUUID } from 'node:crypto';
import { ok } from '../support/app';
import { formOf } from '../support/files';
import { aListForm } from '../support/sheets';
import type { Asked, World } from './replay-routes.types';

/** The cases of what deliverables are: files, contracts and lists. */
export function partCases(world: World): Record<string, () => Promise<Asked>> {
  const member = () => world.cast.member;
  const filesOf = async () => `deliverables/${(await world.project.addDeliverable()).id}/files`;
  const contractsOf = async () =>
    `deliverables/${(await world.project.addDeliverable({ kind: 'contract' })).id}/contracts`;
  const file = () => formOf('名單', '名單.txt');
  const contract = { party: '甲飯店' };
  const recordsOf = async () =>
    `deliverables/${(await world.project.addDeliverable({ kind: 'record' })).id}/record-entries`;
  const meeting = { kind: 'meeting', day: '2028-05-02', title: '籌備會', actions: [{ text: '訂車' }] };
  const entry = async () => {
    const path = `/api/${await recordsOf()}`;
    return ok(await member().client.post<{ id: string; actions: [{ id: string }] }>(path, meeting)).body;
  };
  const listsOf = () => `projects/${world.project.id}/registers`;
  const list = async () => {
    const { id } = ok(
      await world.cast.manager.client.post<{ id: string }>(`/api/${listsOf()}`, { preset: 'venues' }),
    ).body;
    return `registers/${id}`;
  };
  const row = async () => {
    const path = `/api/${await list()}/rows`;
    return ok(await member().client.post<{ id: string }>(path, { cells: { contact: '王小姐' } })).body.id;
  };
  const checkIn = async () => {
    const manager = world.cast.manager.client;
    const { id } = ok(await manager.post<{ id: string }>(`/api/${listsOf()}`, { preset: 'registrations' })).body;
    ok(await manager.post(`/api/registers/${id}/check-in`));
    return `registers/${id}/check-in`;
  };
  const personal = (what: string) => `projects/${world.project.id}/personal-data/${what}`;
  return {
    'POST /api/deliverables/{id}/files': async () => ({ as: member(), path: await filesOf(), body: file() }),
    'DELETE /api/evidence/{id}/file': async () => {
      const path = `/api/${await filesOf()}`;
      const added = ok(await member().client.post<{ evidenceList: [{ id: string }] }>(path, file()));
      return { as: member(), path: `evidence/${added.body.evidenceList[0].id}/file` };
    },
    'POST /api/deliverables/{id}/contracts': async () => ({ as: member(), path: await contractsOf(), body: contract }),
    'POST /api/deliverables/{id}/record-entries': async () => ({
      ...{ as: member(), path: await recordsOf(), body: meeting },
    }),
    'DELETE /api/record-entries/{id}': async () => ({ as: member(), path: `record-entries/${(await entry()).id}` }),
    'POST /api/record-entries/{id}/actions/{actionId}/work-item': async () => {
      const { id, actions } = await entry();
      return { as: world.cast.manager, path: `record-entries/${id}/actions/${actions[0].id}/work-item` };
    },
    'POST /api/register-rows/{id}/work-item': async () => ({
      ...{ as: world.cast.manager, path: `register-rows/${await row()}/work-item` },
    }),
    'POST /api/projects/{id}/registers': async () => ({
      ...{ as: world.cast.manager, path: listsOf(), body: { preset: 'budget' } },
    }),
    'POST /api/registers/{id}/keep': async () => {
      const copy = { from: { template: 'venue-search' }, name: '本會範本' };
      const house = ok(await world.cast.manager.client.post<{ id: string }>('/api/house-templates', copy)).body;
      return { as: world.cast.manager, path: `${await list()}/keep`, body: { templateId: house.id } };
    },
    'DELETE /api/registers/{id}': async () => ({ as: world.cast.manager, path: await list() }),
    'POST /api/registers/{id}/rows': async () => ({
      ...{ as: member(), path: `${await list()}/rows`, body: { cells: { venue: '甲館' } } },
    }),
    'POST /api/registers/{id}/import': async () => ({
      ...{ as: member(), path: `${await list()}/import`, body: aListForm() },
    }),
    'DELETE /api/register-rows/{id}': async () => ({ as: member(), path: `register-rows/${await row()}` }),
    'POST /api/registers/{id}/check-in': async () => ({ as: world.cast.manager, path: `${await list()}/check-in` }),
    'POST /api/registers/{id}/check-in/desks': async () => ({
      ...{ as: member(), path: `${await checkIn()}/desks`, body: { name: '大門' } },
    }),
    'POST /api/registers/{id}/check-in/entries': async () => {
      const path = await checkIn();
      const { id } = ok(await member().client.post<{ id: string }>(`/api/${path}/desks`, { name: '大門' })).body;
      const cells = { name: '李大同', number: 'W001' };
      const entry = { id: randomUUID(), kind: 'walk-in', rowId: randomUUID(), at: 1, cells };
      return { as: member(), path: `${path}/entries`, body: { deskId: id, entries: [entry] } };
    },
    'POST /api/projects/{id}/personal-data/export': async () => ({
      ...{ as: world.cast.manager, path: personal('export'), body: { rows: [await row()] } },
    }),
    'POST /api/projects/{id}/personal-data/erase': async () => ({
      ...{ as: world.cast.manager, path: personal('erase'), body: { rows: [await row()], reason: '本人要求' } },
    }),
    'POST /api/contracts/{id}/state': async () => {
      const path = `/api/${await contractsOf()}`;
      const { id } = ok(await member().client.post<{ id: string }>(path, contract)).body;
      return { as: member(), path: `contracts/${id}/state`, body: { state: 'sent' } };
    },
  };
}

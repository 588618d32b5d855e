import { ok } from '../support/app';
import { formOf } from '../support/files';
import type { Asked, World } from './replay-routes.types';

/** The cases of what hangs on a deliverable: its files and contracts. */
export function partCases(world: World): Record<string, () => Promise<Asked>> {
  const member = () => world.cast.member;
  const filesOf = async () => `deliverables/${(await world.project.addDeliverable()).id}/files`;
  const contractsOf = async () =>
    `deliverables/${(await world.project.addDeliverable({ kind: 'contract' })).id}/contracts`;
  const file = () => formOf('名單', '名單.txt');
  const contract = { party: '甲飯店' };
  return {
    'POST /api/deliverables/{id}/files': async () => ({ as: member(), path: await filesOf(), body: file() }),
    'DELETE /api/evidence/{id}/file': async () => {
      const path = `/api/${await filesOf()}`;
      const added = ok(await member().client.post<{ evidenceList: [{ id: string }] }>(path, file()));
      return { as: member(), path: `evidence/${added.body.evidenceList[0].id}/file` };
    },
    'POST /api/deliverables/{id}/contracts': async () => ({ as: member(), path: await contractsOf(), body: contract }),
    'POST /api/contracts/{id}/state': async () => {
      const path = `/api/${await contractsOf()}`;
      const { id } = ok(await member().client.post<{ id: string }>(path, contract)).body;
      return { as: member(), path: `contracts/${id}/state`, body: { state: 'sent' } };
    },
  };
}

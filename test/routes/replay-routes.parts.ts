import { randomUUID } from 'node:crypto';
import { Database, plainChange } from '@convener/platform';
import { ok } from '../support/client';
import { aLetterForm } from '../support/docx';
import { formOf } from '../support/files';
import { aListForm } from '../support/sheets';
import { until } from '../support/until';
import { A_DOCUMENT } from './matrix.paper-asks';
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
  /** Put back to before it was made: a job is as fast as a request. */
  const waiting = async () => {
    const path = `/api/projects/${world.project.id}/documents`;
    const { id } = ok(await member().client.post<{ id: string }>(path, A_DOCUMENT)).body;
    const isMade = async () =>
      !['waiting', 'making'].includes(
        ok(await member().client.get<{ state: string }>(`/api/documents/${id}`)).body.state,
      );
    await until(isMade, 'a document');
    const sql = "UPDATE made_documents SET state = 'waiting', attempts = 0 WHERE id = ?";
    await world.app.app.get(Database).write((em) => plainChange(em, sql, [id]));
    return id;
  };
  const chapters = () => `projects/${world.project.id}/closing-report/chapters`;
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
  const fileRow = async () => {
    const columns = [{ key: 'photo', name: '照片', type: 'file' }];
    const manager = world.cast.manager.client;
    const made = ok(await manager.post<{ id: string }>(`/api/${listsOf()}`, { name: '照片', columns })).body;
    return ok(await member().client.post<{ id: string }>(`/api/registers/${made.id}/rows`)).body.id;
  };
  const cellFile = async () => {
    const path = `/api/register-rows/${await fileRow()}/files?column=photo`;
    const { files } = ok(await member().client.post<{ files: { photo: [{ id: string }] } }>(path, file())).body;
    return files.photo[0].id;
  };
  const checkIn = async () => {
    const manager = world.cast.manager.client;
    const { id } = ok(await manager.post<{ id: string }>(`/api/${listsOf()}`, { preset: 'registrations' })).body;
    ok(await manager.post(`/api/registers/${id}/check-in`));
    return `registers/${id}/check-in`;
  };
  const survey = async () => {
    const asked = { title: '會後調查', ready: 'clients' };
    const path = `/api/projects/${world.project.id}/surveys`;
    return `surveys/${ok(await world.cast.manager.client.post<{ id: string }>(path, asked)).body.id}`;
  };
  const sheet = () => `projects/${world.project.id}/run-sheet`;
  const cue = { day: '2028-06-12', minute: 570, minutes: 30, place: '主會場', title: '開幕' };
  const aCue = async () => {
    const path = `/api/${sheet()}/cues`;
    const { items } = ok(await world.cast.manager.client.post<{ items: [{ id: string }] }>(path, { cues: [cue] })).body;
    return `run-sheet-cues/${items[0].id}`;
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
    'POST /api/projects/{id}/documents': async () => ({
      ...{ as: member(), path: `projects/${world.project.id}/documents`, body: A_DOCUMENT },
    }),
    'POST /api/documents/{id}/cancel': async () => ({ as: member(), path: `documents/${await waiting()}/cancel` }),
    'DELETE /api/documents/{id}': async () => ({ as: member(), path: `documents/${await waiting()}` }),
    'POST /api/record-entries/{id}/lesson': async () => ({
      ...{ as: member(), path: `record-entries/${(await entry()).id}/lesson` },
    }),
    'POST /api/register-rows/{id}/lesson': async () => {
      const manager = world.cast.manager.client;
      const findings = { preset: 'rehearsalFindings' };
      const { id } = ok(await manager.post<{ id: string }>(`/api/${listsOf()}`, findings)).body;
      const cells = { problem: '投影機沒有聲音' };
      const found = ok(await manager.post<{ id: string }>(`/api/registers/${id}/rows`, { cells })).body;
      return { as: member(), path: `register-rows/${found.id}/lesson` };
    },
    'POST /api/projects/{id}/closing-report/chapters': async () => ({
      ...{ as: world.cast.manager, path: chapters(), body: { title: '致謝' } },
    }),
    'DELETE /api/projects/{id}/closing-report/chapters/{key}': async () => {
      const added = await world.cast.manager.client.post<{ key: string }>(`/api/${chapters()}`, { title: '附錄' });
      return { as: world.cast.manager, path: `${chapters()}/${ok(added).body.key}` };
    },
    'POST /api/projects/{id}/closing-report/chapters/{key}/looked-through': async () => {
      const path = `${chapters()}/facts`;
      const { digest } = ok(await world.cast.manager.client.get<{ digest: string }>(`/api/${path}`)).body;
      return { as: world.cast.manager, path: `${path}/looked-through`, body: { language: 'zh-TW', digest } };
    },
    'POST /api/register-rows/{id}/work-item': async () => ({
      ...{ as: world.cast.manager, path: `register-rows/${await row()}/work-item` },
    }),
    'POST /api/register-rows/{id}/place': async () => {
      const path = `/api/${await list()}/rows`;
      const rows = [];
      for (const venue of ['甲館', '乙館'])
        rows.push(ok(await member().client.post<{ id: string }>(path, { cells: { venue } })).body.id);
      return { as: member(), path: `register-rows/${rows[1]}/place`, body: { after: null } };
    },
    'POST /api/register-rows/{id}/files': async () => ({
      ...{ as: member(), path: `register-rows/${await fileRow()}/files?column=photo`, body: file() },
    }),
    'DELETE /api/cell-files/{id}': async () => ({ as: member(), path: `cell-files/${await cellFile()}` }),
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
    'POST /api/letter-templates': () =>
      Promise.resolve({ as: member(), path: 'letter-templates', body: aLetterForm() }),
    'DELETE /api/letter-templates/{id}': async () => {
      const { id } = ok(await member().client.post<{ id: string }>('/api/letter-templates', aLetterForm('舊版'))).body;
      return { as: member(), path: `letter-templates/${id}` };
    },
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
    'POST /api/projects/{id}/run-sheet/cues': async () => ({
      ...{ as: world.cast.lead, path: `${sheet()}/cues`, body: { cues: [cue] } },
    }),
    'POST /api/projects/{id}/run-sheet/copy-day': async () => {
      await aCue();
      return { as: world.cast.lead, path: `${sheet()}/copy-day`, body: { fromDay: cue.day, toDay: '2028-06-14' } };
    },
    'DELETE /api/run-sheet-cues/{id}': async () => ({ as: world.cast.lead, path: await aCue() }),
    'POST /api/run-sheet-cues/{id}/state': async () => ({
      ...{ as: world.cast.lead, path: `${await aCue()}/state`, body: { state: 'running' } },
    }),
    'POST /api/run-sheet-cues/{id}/delay': async () => ({
      ...{ as: world.cast.lead, path: `${await aCue()}/delay`, body: { minutes: 10 } },
    }),
    'POST /api/run-sheet-delays/{id}/undo': async () => {
      type Sheet = { delays: { id: string; day: string }[] };
      const path = `/api/${await aCue()}/delay`;
      const { delays } = ok(await world.cast.manager.client.post<Sheet>(path, { minutes: 10 })).body;
      return { as: world.cast.lead, path: `run-sheet-delays/${delays.find(({ day }) => day === cue.day)!.id}/undo` };
    },
    'POST /api/projects/{id}/personal-data/export': async () => ({
      ...{ as: world.cast.manager, path: personal('export'), body: { rows: [await row()] } },
    }),
    'POST /api/projects/{id}/personal-data/erase': async () => ({
      ...{ as: world.cast.manager, path: personal('erase'), body: { rows: [await row()], reason: '本人要求' } },
    }),
    'POST /api/projects/{id}/surveys': async () => ({
      ...{ as: world.cast.manager, path: `projects/${world.project.id}/surveys`, body: { title: '會後調查' } },
    }),
    'DELETE /api/surveys/{id}': async () => ({ as: world.cast.manager, path: await survey() }),
    'POST /api/surveys/{id}/open': async () => ({ as: world.cast.manager, path: `${await survey()}/open` }),
    'POST /api/surveys/{id}/close': async () => ({ as: world.cast.manager, path: `${await survey()}/close` }),
    'POST /api/surveys/{id}/links': async () => ({
      ...{ as: world.cast.manager, path: `${await survey()}/links`, body: { count: 2 } },
    }),
    'POST /api/surveys/{id}/mails': async () => {
      const path = await survey();
      const manager = world.cast.manager.client;
      const preset = { preset: 'registrations' };
      const { id } = ok(await manager.post<{ id: string }>(`/api/${listsOf()}`, preset)).body;
      const cells = { name: '李大同', number: 'W001', email: 'li@example.test' };
      ok(await manager.post(`/api/registers/${id}/rows`, { cells }));
      ok(await manager.post(`/api/${path}/links`, { registerId: id }));
      ok(await manager.post(`/api/${path}/open`));
      return { as: world.cast.manager, path: `${path}/mails`, body: { again: false } };
    },
    'POST /api/contracts/{id}/state': async () => {
      const path = `/api/${await contractsOf()}`;
      const { id } = ok(await member().client.post<{ id: string }>(path, contract)).body;
      return { as: member(), path: `contracts/${id}/state`, body: { state: 'sent' } };
    },
  };
}

import { ANY_VERSION, type Client, ok } from '../support/client';

export async function someMilestones(client: Client, project: string): Promise<string[]> {
  const add = async (body: object) =>
    ok(await client.post<{ id: string }>(`/api/projects/${project}/milestones`, body)).body.id;
  const day = '2028-08-01';
  return [
    await add({ kind: 'payment', name: '期款', day }),
    await add({ kind: 'inspection', name: '驗收', rule: 'closing + 30 days' }),
  ];
}

export async function aReplan(client: Client, project: string): Promise<string> {
  const body = { anchors: { kickoff: '2027-06-01' } };
  return ok(await client.post<{ replanId: string }>(`/api/projects/${project}/replan`, body, ANY_VERSION)).body
    .replanId;
}

export async function aBulkChange(client: Client, project: string, workItemId: string): Promise<string> {
  const body = { select: { workItemIds: [workItemId] }, set: { shiftDays: 1 } };
  return ok(await client.post<{ batchId: string }>(`/api/projects/${project}/assignments`, body)).body.batchId;
}

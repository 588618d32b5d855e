import type { Project } from '../../apps/api/projects/projects.dto';
import type { WorkItem } from '../../apps/api/projects/work.dto';
import { PASSWORD } from './app';
import { Client, ok } from './client';
import { aStart } from './builders';
import { SETUP_TOKEN } from './server-process';

export interface RemoteProject {
  id: string;
  teamId: string;
}

/** The admin of a server in a process of its own, set up on the spot. Signed in there, and so on every other process of it. */
export async function setUpAt(address: string): Promise<Client> {
  const client = new Client(address);
  const given = { token: SETUP_TOKEN, name: '管理者', email: 'admin@example.test', password: PASSWORD };
  ok(await client.post('/api/setup', given));
  return client;
}

/** The same person, seen by another process (or after a restart on another address). */
export function sameAt(client: Client, address: string): Client {
  const other = new Client(address);
  for (const [name, value] of client.cookies) other.cookies.set(name, value);
  return other;
}

/** A running conference. */
export async function aRemoteProject(client: Client, name = '亞洲會展年會'): Promise<RemoteProject> {
  const { id } = ok(await client.post<{ id: string }>('/api/projects', aStart({ name }))).body;
  const { teams } = ok(await client.get<Project>(`/api/projects/${id}`)).body;
  return { id, teamId: teams.find(({ key }) => key === 'programme')!.id };
}

/** A work item of its own with one check and one deliverable, for one client to work on. */
export async function anOwnItem(client: Client, { id, teamId }: RemoteProject, title: string): Promise<WorkItem> {
  const parts = {
    deliverables: [{ title: `${title} 草案`, accepter: 'manager' }],
    checks: [`${title} 一`, `${title} 二`],
  };
  const body = { title, stage: 'before', teamId, ...parts };
  return ok(await client.post<WorkItem>(`/api/projects/${id}/work-items`, body)).body;
}

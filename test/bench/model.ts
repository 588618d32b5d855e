import { addDays, dayAt, SystemClock } from '@convener/kernel';
import type { WorkItem, WorkItemRow } from '../../apps/api/projects/work.dto';
import type { Template } from '../../apps/api/templates/templates.dto';
import type { Client } from '../support/client';
import { CREW } from './sizes';
import { ok, send } from './visitor';

/** So far ahead that no work of the conference is late, and every reminder still to come. */
export const OPENS_IN_DAYS = 800;
const TICKED_ITEMS = 20;
const SUBMITTED = 5;

/** One conference as it stands some weeks after its start: staffed, handed out, begun. */
export async function startModel(manager: Client, ids: readonly string[]): Promise<string> {
  const { teams } = ok(await manager.get<Template>('/api/templates/conference'));
  const staffed = teams.map(({ key }, index) => ({
    team: key,
    leads: [ids[1 + (index % (CREW - 1))]],
    members: ids.filter((_, place) => place > 0 && place % teams.length === index),
  }));
  const { id } = await send<{ id: string }>(manager, '/api/projects', { ...aConference(), teams: staffed });
  const rows = ok(await manager.get<{ items: WorkItemRow[] }>(`/api/projects/${id}/work-items?limit=200`)).items;
  for (const [place, assigneeId] of ids.entries()) {
    const workItemIds = rows.filter((_, index) => index % CREW === place).map((row) => row.id);
    await send(manager, `/api/projects/${id}/assignments`, { select: { workItemIds }, set: { assigneeId } });
  }
  await begin(manager, rows);
  return id;
}

async function begin(manager: Client, rows: readonly WorkItemRow[]): Promise<void> {
  let submitted = 0;
  for (const { id } of rows.slice(0, TICKED_ITEMS)) {
    const { checkList, deliverableList } = ok(await manager.get<WorkItem>(`/api/work-items/${id}`));
    const check = checkList[0];
    if (check && deliverableList.length > 0) await send(manager, `/api/checks/${check.id}/tick`);
    const due = deliverableList.find(({ accepter }) => accepter === 'manager');
    if (!due || submitted === SUBMITTED) continue;
    await send(manager, `/api/deliverables/${due.id}/submit`, {
      note: '初稿已寄出',
      link: 'https://example.test/draft',
    });
    submitted += 1;
  }
}

/** The answers of a start with nothing left out. */
export function aConference(): Record<string, unknown> {
  const opening = addDays(dayAt(new SystemClock().now(), 'Asia/Taipei'), OPENS_IN_DAYS);
  return { template: 'conference', name: '亞洲會展年會', opening, closing: addDays(opening, 2) };
}

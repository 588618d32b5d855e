import { ok } from '../support/client';
import type { Client } from '../support/client';

/** A morning in one place, late by ten minutes, and one cue elsewhere. */
export async function someCues(client: Client, project: string, teamId: string) {
  const cue = { day: '2028-06-12', minutes: 30, place: '主會場', teamId };
  const rows = [
    { ...cue, minute: 540, title: '報到' },
    { ...cue, minute: 570, title: '開幕' },
    { ...cue, minute: 610, title: '專題演講', fixed: true },
    { ...cue, minute: 540, title: '貴賓茶敘', place: '貴賓室' },
  ];
  type Cues = { items: { id: string; title: string }[] };
  const { items } = ok(await client.post<Cues>(`/api/projects/${project}/run-sheet/cues`, { cues: rows })).body;
  const late = `/api/run-sheet-cues/${items.find(({ title }) => title === '報到')!.id}/delay`;
  const { delays } = ok(await client.post<{ delays: { id: string }[] }>(late, { minutes: 10 })).body;
  return { cues: items.map(({ id }) => id), delays: delays.map(({ id }) => id) };
}

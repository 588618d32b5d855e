import { randomUUID } from 'node:crypto';
import type { Day } from '@convener/kernel';
import { CheckInService, EntriesService } from '@convener/check-in';
import {
  RegisterRowsQueries,
  RegisterRowsService,
  type RegisterRowView,
  RegistersQueries,
  RegistersService,
} from '@convener/registers';
import { chance } from './chance';
import { SETTLED } from './lists/settled';
import type { Office } from './office';

const PAGE = 200;

async function rowsOf({ app, cast }: Office, registerId: string): Promise<RegisterRowView[]> {
  const page = { after: null, limit: PAGE };
  return (await app.get(RegisterRowsQueries).page(cast.manager, registerId, {}, page)).items;
}

const listsOf = ({ app, cast, projectId }: Office) => app.get(RegistersQueries).ofProject(cast.manager, projectId);

interface Wave {
  time: string;
  desk: string;
  /** Of all guests, as shares. */
  from: number;
  to: number;
}

/** How the guests come in on the first morning; whoever is left at the end stays away. */
export const WAVES: readonly Wave[] = [
  { time: '08:20', desk: '報到臺 1', from: 0, to: 0.25 },
  { time: '08:45', desk: '報到臺 2', from: 0.25, to: 0.55 },
  { time: '09:10', desk: '報到臺 3', from: 0.55, to: 0.8 },
  { time: '10:15', desk: '現場註冊', from: 0.8, to: 0.93 },
];

/** The desks are opened in the morning. */
export async function openDesks(office: Office): Promise<void> {
  const { app, cast } = office;
  const guests = await guestsOf(office);
  await app.get(CheckInService).open(cast.manager, guests.id);
}

/** Those arrive whose turn it is, at a desk of their own. */
export async function welcome(office: Office, at: number, { desk, from, to }: Wave): Promise<void> {
  const { app, cast } = office;
  const guests = await guestsOf(office);
  const rows = (await rowsOf(office, guests.id)).filter(({ cells }) => {
    const turn = chance(`arrives ${String(cells.number)}`);
    return turn >= from && turn < to;
  });
  const { id } = await app.get(CheckInService).openDesk(cast.shihan, guests.id, desk);
  const entries = rows.map((row) => ({ id: randomUUID(), kind: 'arrival' as const, rowId: row.id, at }));
  if (entries.length > 0) await app.get(EntriesService).take(cast.shihan, guests.id, id, entries);
}

async function guestsOf(office: Office): Promise<{ id: string }> {
  return (await listsOf(office)).items.find(({ presetKey }) => presetKey === 'registrations')!;
}

/** Bills are paid, benefits fulfilled, incidents closed, and it is said how long people's data are kept. */
export async function settleLists(office: Office, days: { opening: Day }): Promise<void> {
  const { app, cast } = office;
  for (const { id, presetKey } of (await listsOf(office)).items) {
    await app.get(RegistersService).edit(cast.manager, id, { personalDays: 365 }, null);
    const settle = SETTLED[presetKey ?? ''];
    if (!settle) continue;
    for (const row of await rowsOf(office, id)) {
      const cells = settle(row.cells, days);
      await app.get(RegisterRowsService).edit(cast.manager, row.id, cells ? { cells } : { status: 'dropped' }, null);
    }
  }
}

import { can } from '@convener/access';
import { Arrival, CheckIn, CheckInEntry, Desk, type DeskRow, deskRow, type Fields } from '@convener/check-in';
import { groupBy } from '@convener/kernel';
import { plainRows, readAll } from '@convener/platform';
import type { RegisterColumn } from '@convener/register-presets';
import { Register, RegisterRow, seenColumns } from '@convener/registers';
import type { About } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import { BookedRow } from './booked-row';
import { guestFields, peopleLists } from './guest-fields.rules';

/** A fee that was taken at a desk and not given back. */
export interface DeskPayment {
  receipt: string;
  hundredths: number;
  /** Epoch ms. */
  at: number;
  deskId: string;
}

/** Somebody in a list of people, with what the desks know. */
export interface Guest extends DeskRow {
  row: BookedRow;
  walkIn: boolean;
  payments: DeskPayment[];
}

/** A list of people as the reader sees it. */
export interface GuestList {
  register: Register;
  columns: RegisterColumn[];
  fields: Fields;
  /** In the list's order, without those that were dropped. */
  guests: Guest[];
  /** Null where no check-in was ever opened. */
  desks: ReadonlyMap<string, Pick<Desk, 'code' | 'name'>> | null;
}

/** The lists of people that somebody may read, those first that most documents are about. */
export async function readPeopleLists(
  em: EntityManager,
  { project, actor }: Pick<About, 'project' | 'actor'>,
): Promise<Register[]> {
  const all = await readAll(em, Register, 'WHERE t.project_id = ? ORDER BY t.added_at, t.id', [project.id]);
  return peopleLists(all.filter((register) => can(actor, 'registers.read', register)));
}

/** The ids of the lists at whose desks people were checked in. */
export async function checkedInLists(em: EntityManager, projectId: string): Promise<Set<string>> {
  const sql = `SELECT c.register_id AS id FROM check_ins c JOIN registers r ON r.id = c.register_id WHERE r.project_id = ?`;
  const rows = await plainRows<{ id: string }>(em, sql, [projectId]);
  return new Set(rows.map(({ id }) => id));
}

/** In a handful of statements, however long the list is. Null where the project has no such list, or not for this reader. */
export async function readGuestList(em: EntityManager, about: About, registerId: string): Promise<GuestList | null> {
  const { project, actor } = about;
  const [register] = await readAll(em, Register, 'WHERE t.id = ? AND t.project_id = ?', [registerId, project.id]);
  if (!register || !can(actor, 'registers.read', register)) return null;
  const [checkIn] = await readAll(em, CheckIn, OF_LIST, [registerId]);
  const columns = seenColumns(actor, register);
  const fields = guestFields(columns, checkIn?.fields ?? null);
  const rows = await readAll(em, RegisterRow, ROWS, [registerId]);
  const desks = checkIn ? await readAll(em, Desk, OF_LIST, [registerId]) : [];
  const arrivals = checkIn ? await readAll(em, Arrival, OF_LIST, [registerId]) : [];
  const entries = checkIn ? await readAll(em, CheckInEntry, ENTRIES, [registerId]) : [];
  const arrivalOf = new Map(arrivals.map((arrival) => [arrival.rowId, arrival]));
  const entriesOf = groupBy(entries, ({ rowId }) => rowId);
  return {
    ...{ register, columns, fields },
    guests: rows.map((row) => ({
      ...deskRow(row, fields, arrivalOf.get(row.id) ?? null),
      row: new BookedRow(row, columns, new Map(), about),
      ...deskWork(entriesOf.get(row.id) ?? []),
    })),
    desks: checkIn ? new Map(desks.map((desk) => [desk.id, desk])) : null,
  };
}

function deskWork(entries: readonly CheckInEntry[]): Pick<Guest, 'walkIn' | 'payments'> {
  return {
    walkIn: entries.some(({ kind }) => kind === 'walk-in'),
    payments: entries.flatMap(({ kind, receipt, amountHundredths, enteredAt, deskId }) =>
      kind === 'payment' && receipt !== null && amountHundredths !== null
        ? [{ receipt, hundredths: Number(amountHundredths), at: enteredAt, deskId }]
        : [],
    ),
  };
}

const OF_LIST = 'WHERE t.register_id = ?';
const ROWS = `WHERE t.register_id = ? AND t.status <> 'dropped' ORDER BY t.position, t.id`;
const ENTRIES = `WHERE t.register_id = ? AND t.kind IN ('payment', 'walk-in') AND t.voided_by IS NULL ORDER BY t.seq`;

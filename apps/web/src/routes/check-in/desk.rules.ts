import type { CheckIn, DeskEntry, DeskRow, TakenEntry } from '../../api/types';

/** What this device has written down and the server has not answered for, or has answered with a reason. */
export interface Kept {
  entry: DeskEntry;
  /** How the person was called when it was written down, for whoever looks into it. */
  name: string;
  /** Null while it waits to be sent. */
  answer: TakenEntry | null;
}

/** What a desk knows: it works on without a network for as long as it has this. */
export interface DeskState {
  registerId: string;
  personId: string;
  /** Null until this device has been given one. */
  desk: { id: string; code: string; name: string } | null;
  checkIn: CheckIn | null;
  /** Of the list as it was last told. */
  seq: number | null;
  stamp: string | null;
  rows: readonly DeskRow[];
  kept: readonly Kept[];
  /** How many receipts and walk-ins this desk has numbered. */
  receipts: number;
  walkIns: number;
}

export interface ShownRow extends DeskRow {
  /** Something about it waits to be sent. */
  waiting: boolean;
}

export function emptyDesk(registerId: string, personId: string): DeskState {
  const nothing = { desk: null, checkIn: null, seq: null, stamp: null, rows: [], kept: [] };
  return { registerId, personId, ...nothing, receipts: 0, walkIns: 0 };
}

export const waitingOf = ({ kept }: Pick<DeskState, 'kept'>) => kept.filter(({ answer }) => answer === null);
/** What somebody has to look into: double arrivals, and what could not be taken. */
export const troublesOf = ({ kept }: DeskState) => kept.filter(({ answer }) => answer !== null);

export const without = (state: DeskState, entryId: string): DeskState => ({
  ...state,
  kept: state.kept.filter(({ entry }) => entry.id !== entryId),
});

/** The rows as they are once everything that waits has been taken. */
export function shownRows({ rows, kept, desk, checkIn }: DeskState): ShownRow[] {
  const shown = new Map<string, ShownRow>(rows.map((row) => [row.id, { ...row, waiting: false }]));
  for (const { entry, answer } of kept) {
    if (answer !== null) continue;
    const row = shown.get(entry.rowId) ?? newcomer(entry, checkIn);
    if (row) shown.set(entry.rowId, { ...after(row, entry, desk?.id ?? null), waiting: true });
  }
  return [...shown.values()];
}

function newcomer({ kind, rowId, cells = {} }: DeskEntry, checkIn: CheckIn | null): DeskRow | null {
  if (kind !== 'walk-in' || !checkIn) return null;
  const { fields } = checkIn;
  const text = (key: string | undefined) => {
    const cell = key === undefined ? null : (cells[key] ?? null);
    return cell === null ? null : String(cell);
  };
  const fee = text(fields.fee);
  return {
    ...{ id: rowId, status: 'confirmed', name: text(fields.name) ?? '', number: text(fields.number) },
    ...{ organisation: text(fields.organisation), kind: text(fields.kind), fee: fee === null ? null : Number(fee) },
    ...{ paid: fields.paid === undefined ? null : false, receipt: null, arrivedAt: null, deskId: null },
  };
}

function after(row: DeskRow, { kind, at, receipt }: DeskEntry, deskId: string | null): DeskRow {
  switch (kind) {
    case 'arrival':
    case 'walk-in':
      return row.arrivedAt === null ? { ...row, arrivedAt: at, deskId } : row;
    case 'undo':
      return { ...row, arrivedAt: null, deskId: null };
    case 'payment':
      return { ...row, paid: true, receipt: row.receipt ?? receipt ?? null };
    case 'void':
      return row.receipt === receipt ? { ...row, paid: false, receipt: null } : row;
  }
}

/**
 * Takes in an answer of the server to what was sent: what counts is in the list from now on, which may come only after
 * the network was gone again; what needs a look stays with the reason.
 */
export function settled(state: DeskState, answers: readonly TakenEntry[]): DeskState {
  const byId = new Map(answers.map((answer) => [answer.id, answer]));
  const rows = new Map(state.rows.map((row) => [row.id, row]));
  const kept = state.kept.flatMap((one) => {
    const answer = byId.get(one.entry.id);
    if (!answer || one.answer !== null) return [one];
    const row = rows.get(one.entry.rowId) ?? newcomer(one.entry, state.checkIn);
    if (answer.outcome === 'done' && row) rows.set(row.id, after(row, one.entry, state.desk?.id ?? null));
    const needsLook = answer.outcome === 'refused' || (answer.outcome === 'double' && told(one.entry));
    return needsLook ? [{ ...one, answer }] : [];
  });
  return { ...state, kept, rows: [...rows.values()] };
}

/** A second walk-in or undoing of the same is nobody's trouble. */
const told = ({ kind }: DeskEntry) => kind === 'arrival' || kind === 'payment';

/** Takes in what the list says now: all of it, or the rows that have changed. */
export function renewed(
  state: DeskState,
  list: { seq: number; stamp: string; whole: boolean; rows: DeskRow[] },
): DeskState {
  const { seq, stamp, whole } = list;
  if (whole) return { ...state, seq, stamp, rows: list.rows };
  const fresh = new Map(list.rows.map((row) => [row.id, row]));
  const known = state.rows.map((row) => fresh.get(row.id) ?? row);
  const ids = new Set(state.rows.map(({ id }) => id));
  return { ...state, seq, stamp, rows: [...known, ...list.rows.filter(({ id }) => !ids.has(id))] };
}

/** The number of the next receipt of this desk. */
export function receiptNumber({ desk, checkIn, receipts }: DeskState): string {
  return `${checkIn?.receiptPrefix ?? ''}${desk?.code ?? ''}-${String(receipts + 1).padStart(4, '0')}`;
}

/** Whether one of these desks gave out this receipt: those that an office has entered are not a desk's to take back. */
export function isDeskReceipt(receipt: string, desks: readonly { code: string }[]): boolean {
  // What stands before the code may have been changed since.
  return desks.some(({ code }) => new RegExp(`^[A-Za-z0-9-]{0,12}${code}-\\d{4,6}$`).test(receipt));
}

/** Goes before the id of a registration in the QR codes that we print. */
export const BADGE = 'CVN:';

/** Whom a scanned code is of: one of our badges, or a ticket whose code is the registration number itself. */
export function scannedRow<R extends DeskRow>(rows: readonly R[], text: string): R | null {
  const code = text.trim();
  if (code.startsWith(BADGE)) return rows.find(({ id }) => id === code.slice(BADGE.length)) ?? null;
  const folded = fold(code);
  return rows.find(({ number }) => number !== null && fold(number) === folded) ?? null;
}

/** Full and half width, upper and lower case are one; so are 臺 and 台. */
export const fold = (text: string) =>
  text.normalize('NFKC').toLowerCase().replaceAll('\u81fa', '\u53f0').replace(/\s+/g, ' ').trim();

/** Rows with what they are looked for by, folded once: five thousand are looked through at every key. */
export type Index<R> = readonly { row: R; number: string; text: string }[];

export function indexOf<R extends DeskRow>(rows: readonly R[]): Index<R> {
  return rows.map((row) => ({
    row,
    number: fold(row.number ?? ''),
    text: fold([row.number, row.name, row.organisation, row.receipt].filter(Boolean).join(' ')),
  }));
}

export const MOST_FOUND = 40;

/** Whoever has all the words; whose number it is comes first, then whose name begins so. */
export function found<R extends DeskRow>(index: Index<R>, typed: string): { rows: R[]; more: number } {
  const text = fold(typed);
  if (text === '') return { rows: [], more: 0 };
  const words = text.split(' ');
  const hits = index.filter((one) => words.every((word) => one.text.includes(word)));
  const rank = ({ row, number }: Index<R>[number]) => (number === text ? 0 : fold(row.name).startsWith(text) ? 1 : 2);
  const rows = hits
    .map((hit) => ({ hit, rank: rank(hit) }))
    .sort((a, b) => a.rank - b.rank)
    .slice(0, MOST_FOUND)
    .map(({ hit }) => hit.row);
  return { rows, more: hits.length - rows.length };
}

/** Whom Enter is for: whose code it is, else the only one who is found; `unsure` where somebody has to look and choose. */
export function entered<R extends DeskRow>(
  rows: readonly R[],
  index: Index<R>,
  typed: string,
): R | 'nobody' | 'unsure' {
  const row = scannedRow(rows, typed);
  if (row) return row;
  const [hit, ...others] = found(index, typed).rows;
  if (!hit) return 'nobody';
  return others.length > 0 || isOtherCode(fold(typed), hit) ? 'unsure' : hit;
}

/** People leave out how a number begins, a scanner never: A001, which nobody has, must not let in the only A0010. */
function isOtherCode(text: string, { number }: DeskRow): boolean {
  return /^\S*\d\S*$/.test(text) && !fold(number ?? '').endsWith(text);
}

/** How many are expected and there; cancelled registrations are not expected. */
export function counted(rows: readonly DeskRow[]): { expected: number; arrived: number } {
  const expected = rows.filter(({ status }) => status !== 'dropped');
  return { expected: expected.length, arrived: expected.filter(({ arrivedAt }) => arrivedAt !== null).length };
}

/** Whether somebody still has to pay. */
export const owes = ({ paid, fee }: Pick<DeskRow, 'paid' | 'fee'>) => paid === false && fee !== null && fee > 0;

/** The words of a kind, where the list has words for it. */
export function kindName(
  { columns, fields }: Pick<CheckIn, 'columns' | 'fields'>,
  kind: string | null,
  pick: (zh: string, en: string | null) => string,
): string | null {
  const column = columns.find(({ key }) => key === fields.kind);
  const choice = column?.choices.find(({ key }) => key === kind);
  return choice ? pick(choice.name, choice.nameEn) : kind;
}

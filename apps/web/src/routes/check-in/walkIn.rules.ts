import type { CheckIn, DeskEntry } from '../../api/types';
import { type DeskState, fold, type Kept } from './desk.rules';

type Column = CheckIn['columns'][number];

/** What the desk itself says of a walk-in beside their number: whether they have paid, and what they were told. */
const OWN = ['paid', 'receipt', 'way', 'consentVersion', 'consentDay'] as const;

/** The columns that a walk-in is asked for: those that desks use, and those that the list needs. */
export function askedOf({ columns, fields }: Pick<CheckIn, 'columns' | 'fields'>): Column[] {
  const own = new Set([...OWN.map((field) => fields[field]), numberKey({ columns, fields })]);
  const used = new Set([fields.name, fields.organisation, fields.kind, fields.fee]);
  const asked = columns.filter(({ key, required }) => !own.has(key) && (used.has(key) || required));
  return asked.sort((a, b) => Number(b.key === fields.name) - Number(a.key === fields.name));
}

/** What a walk-in was asked for and had said, as far as the list still asks for it. */
export function saidOf(
  checkIn: Pick<CheckIn, 'columns' | 'fields'>,
  cells: WalkIn['cells'] = {},
): Record<string, string> {
  const said = askedOf(checkIn).map(({ key }) => [key, cells[key] ?? ''] as const);
  return Object.fromEntries(said.filter(([, cell]) => cell !== '').map(([key, cell]) => [key, String(cell)]));
}

/** The registration number of the next walk-in of this desk: one that nobody in the list has, perhaps from last year. */
export function walkInNumber(state: DeskState): string {
  return walkInOf(state, nextWalkIn(state));
}

const walkInOf = ({ desk }: DeskState, count: number) => `W${desk?.code ?? ''}${String(count).padStart(3, '0')}`;
const isTaken = ({ rows }: DeskState, asked: string) =>
  rows.some(({ number }) => number !== null && fold(number) === fold(asked));

/** How many walk-ins the desk has numbered with the next one. */
export function nextWalkIn(state: DeskState): number {
  let count = state.walkIns + 1;
  while (isTaken(state, walkInOf(state, count))) count += 1;
  return count;
}

export interface WalkIn {
  name: string;
  /** Without their number, which the desk gives. */
  cells: NonNullable<DeskEntry['cells']>;
  consentVersion?: number;
}

/**
 * A walk-in that was refused, as somebody has mended it: the same entry, which the server has not kept. It keeps the number
 * that the guest was told, unless somebody has it. What was refused because they were not in the list is sent again too.
 */
export function mended(state: DeskState, id: string, { name, cells, consentVersion }: WalkIn): DeskState {
  const one = state.kept.find(({ entry }) => entry.id === id);
  if (!one) return state;
  const { cells: before = {}, consentVersion: _told, ...rest } = one.entry;
  const key = state.checkIn ? numberKey(state.checkIn) : undefined;
  const told = key === undefined ? null : (before[key] ?? null);
  const anew = key !== undefined && (told === null || isTaken(state, String(told)));
  const number = key === undefined ? {} : { [key]: anew ? walkInNumber(state) : told };
  const entry = { ...rest, cells: { ...cells, ...number }, ...(consentVersion !== undefined && { consentVersion }) };
  const waits = (kept: Kept): Kept => {
    if (kept === one) return { entry, name, answer: null };
    const refused = kept.answer?.outcome === 'refused' && kept.entry.rowId === entry.rowId;
    return refused ? { ...kept, answer: null } : kept;
  };
  return { ...state, kept: state.kept.map(waits), walkIns: anew ? nextWalkIn(state) : state.walkIns };
}

/** Where the list holds that number: none where it numbers guests by figures alone. */
export function numberKey({ columns, fields }: Pick<CheckIn, 'columns' | 'fields'>): string | undefined {
  return columns.find(({ key, type }) => key === fields.number && type === 'text')?.key;
}

import type { RegisterRow, RowStatus } from '@convener/registers';
import type { Fields } from './fields.rules';

/** Of a registration what a desk shows and looks for. */
export interface DeskRow {
  id: string;
  status: RowStatus;
  name: string;
  number: string | null;
  organisation: string | null;
  /** Key of the choice, or the text. */
  kind: string | null;
  /** In dollars. */
  fee: number | null;
  /** Null where the list does not say. */
  paid: boolean | null;
  receipt: string | null;
  /** Epoch ms; null until they are there. */
  arrivedAt: number | null;
  deskId: string | null;
}

/** Reads the cells by what they are used for. */
export function deskRow(
  { id, status, cells }: Pick<RegisterRow, 'id' | 'status' | 'cells'>,
  fields: Fields,
  arrival: { at: number; deskId: string } | null,
): DeskRow {
  const cell = (key: string | undefined) => (key !== undefined && Object.hasOwn(cells, key) ? cells[key]! : null);
  const text = (key: string | undefined) => {
    const value = cell(key);
    return value === null ? null : String(value);
  };
  const fee = cell(fields.fee);
  const paid = cell(fields.paid);
  return {
    ...{ id, status, name: text(fields.name) ?? '', number: text(fields.number) },
    ...{ organisation: text(fields.organisation), kind: text(fields.kind) },
    fee: fee === null ? null : Number(fee) / 100,
    paid: fields.paid === undefined ? null : paid === 'yes',
    receipt: text(fields.receipt),
    ...{ arrivedAt: arrival?.at ?? null, deskId: arrival?.deskId ?? null },
  };
}

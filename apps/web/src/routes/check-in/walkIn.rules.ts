import type { CheckIn } from '../../api/types';

type Column = CheckIn['columns'][number];

/** What the desk itself says of a walk-in: their number, whether they have paid, and what they were told. */
const OWN = ['number', 'paid', 'receipt', 'way', 'consentVersion', 'consentDay'] as const;

/** The columns that a walk-in is asked for: those that desks use, and those that the list needs. */
export function askedOf({ columns, fields }: Pick<CheckIn, 'columns' | 'fields'>): Column[] {
  const own = new Set(OWN.map((field) => fields[field]));
  const used = new Set([fields.name, fields.organisation, fields.kind, fields.fee]);
  const asked = columns.filter(({ key, required }) => !own.has(key) && (used.has(key) || required));
  return asked.sort((a, b) => Number(b.key === fields.name) - Number(a.key === fields.name));
}

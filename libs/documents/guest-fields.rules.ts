import { type Fields, proposedFields } from '@convener/check-in';
import type { RegisterColumn } from '@convener/register-presets';
import type { Register } from '@convener/registers';

/** Lists of people as they are asked for most often; what a project made of its own follows. */
const PRESETS = [
  ...['registrations', 'attendeeContacts', 'speakers', 'credits', 'reviewers', 'lodging', 'submissions'],
  ...['sponsors', 'vendors', 'exhibitorContacts', 'clientContacts', 'booths', 'clippings', 'venues'],
];
/** People of our own, in lists of things. */
const OURS: ReadonlySet<string> = new Set(['owner', 'lead', 'driver', 'reporter']);

/** Whether a list is one of people outside: registrations, speakers, or sponsors with whom to talk there. */
export function listsPeople({ columns }: Pick<Register, 'columns'>): boolean {
  return columns.some(({ type, key }) => type === 'person' && !OURS.has(key));
}

/** The lists of people, those first that most documents are about. */
export function peopleLists<R extends Pick<Register, 'columns' | 'presetKey'>>(registers: readonly R[]): R[] {
  const rank = ({ presetKey }: R) => {
    const at = presetKey === null ? -1 : PRESETS.indexOf(presetKey);
    return at < 0 ? PRESETS.length : at;
  };
  return registers.filter(listsPeople).sort((a, b) => rank(a) - rank(b));
}

/**
 * Which column holds what of a person. Where a list is one of organisations (sponsors, exhibitors), its first column of
 * words is the organisation, and the person is whom to talk to there.
 */
export function guestFields(columns: readonly RegisterColumn[], chosen: Fields | null): Fields {
  const known = (fields: Fields) =>
    Object.fromEntries(Object.entries(fields).filter(([, key]) => columns.some((column) => column.key === key)));
  if (chosen) return known(chosen);
  const person = columns.find(({ type, key }) => type === 'person' && !OURS.has(key));
  const fields = {
    ...proposedFields(columns.filter(({ key }) => !OURS.has(key))),
    ...(person && { name: person.key }),
  };
  if (fields.number === fields.name) delete fields.number;
  // Where nobody need be named the rows are organisations, and what no two of them share is how they are called.
  if (!person || person.required) return known(fields);
  if (fields.number !== 'number') delete fields.number;
  const used = new Set(Object.values(fields));
  fields.organisation ??= columns.find(({ type, key, required }) => type === 'text' && required && !used.has(key))?.key;
  return known(fields);
}

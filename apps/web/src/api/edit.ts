/** The header by which an edit names the version that its author saw. */
export const ifMatch = ({ version }: { version: number }) => ({ 'If-Match': `"${version}"` });

/** A form over a thing that others may change meanwhile. */
export interface Edit<Thing, Fields> {
  /** What its author saw when they began, or has been shown since. */
  seen: Thing;
  fields: Fields;
  /** The fields that somebody else has changed since. */
  moved: (keyof Fields)[];
}

type FieldsOf<Thing, Fields> = (thing: Thing) => Fields;

export function beginEdit<Thing, Fields>(thing: Thing, fieldsOf: FieldsOf<Thing, Fields>): Edit<Thing, Fields> {
  return { seen: thing, fields: fieldsOf(thing), moved: [] };
}

/** What the author changed, and nothing else: all else may be somebody else's. */
export function changesOf<Thing, Fields extends object>(
  { seen, fields }: Edit<Thing, Fields>,
  fieldsOf: FieldsOf<Thing, Fields>,
): Partial<Fields> {
  return Object.fromEntries(differing(fieldsOf(seen), fields).map((key) => [key, fields[key]])) as Partial<Fields>;
}

/** Goes on from the present state: what the author typed stays, what they left alone follows. */
export function meet<Thing, Fields extends object>(
  edit: Edit<Thing, Fields>,
  current: Thing,
  fieldsOf: FieldsOf<Thing, Fields>,
): Edit<Thing, Fields> {
  const now = fieldsOf(current);
  const moved = differing(fieldsOf(edit.seen), now);
  return { seen: current, fields: { ...now, ...changesOf(edit, fieldsOf) }, moved };
}

/**
 * Goes on from the thing as the page has it, where all else of it has changed, as by its author's own ticks: that is no
 * reason to refuse the fields. Where somebody changed these the edit stays, and its save is to tell of that.
 */
export function followed<Thing extends { version: number }, Fields extends object>(
  edit: Edit<Thing, Fields>,
  thing: Thing,
  fieldsOf: FieldsOf<Thing, Fields>,
): Edit<Thing, Fields> {
  const isNewer = thing.version > edit.seen.version;
  return isNewer && differing(fieldsOf(edit.seen), fieldsOf(thing)).length === 0 ? { ...edit, seen: thing } : edit;
}

function differing<Fields extends object>(one: Fields, other: Fields): (keyof Fields)[] {
  return (Object.keys(one) as (keyof Fields)[]).filter((key) => one[key] !== other[key]);
}

import { useState } from 'react';
import { beginEdit, changesOf, type Edit, meet } from '../api/edit';
import { currentOf } from '../api/problem';

/**
 * What somebody types into a form over a thing that others may change meanwhile. The form keeps to what its author saw:
 * a fresh state that arrives behind their back changes neither the fields nor the version that is sent.
 */
export function useEdit<Thing extends { version: number }, Fields extends object>(fieldsOf: (thing: Thing) => Fields) {
  const [edit, setEdit] = useState<Edit<Thing, Fields> | null>(null);
  const meetNow = (current: Thing | null) => {
    if (current) setEdit((now) => now && meet(now, current, fieldsOf));
  };
  return {
    edit,
    /** Empty where nothing was begun. */
    changes: edit ? changesOf(edit, fieldsOf) : {},
    /** Begins with the thing as it is on screen, where nothing is begun yet, and changes some fields. */
    change: (thing: Thing, part: Partial<Fields>) =>
      setEdit((now) => {
        const begun = now ?? beginEdit(thing, fieldsOf);
        return { ...begun, fields: { ...begun.fields, ...part } };
      }),
    /** Goes on from a state that the author has been shown. */
    meet: meetNow,
    /** After a refusal because somebody was faster: goes on from the present state that came with it. */
    refused: (error: unknown) => meetNow(currentOf<Thing>(error)),
    end: () => setEdit(null),
  };
}

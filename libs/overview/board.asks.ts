import { type Competence, entriesOf, type StandardsLibrary } from '@convener/standards';

/** Where a work item stands in its standard. */
export interface Placed {
  id: string;
  place: string | null;
}

/** One entry of a standard, word for word, and the work items whose tasks ask for it. */
export interface Asked extends Competence {
  workItemIds: string[];
}

/** What one edition of a standard asks of whoever does these work items. */
export interface StandardAsks {
  slug: string;
  name: string;
  edition: string;
  code: string | null;
  knowledge: Asked[];
  skills: Asked[];
}

/**
 * What the standards ask for, each entry once, in the order in which its standard lists it. A code means something else
 * in every standard, so they are kept apart; work items that stand in none ask for nothing.
 */
export function asksOf(items: readonly Placed[], library: StandardsLibrary): StandardAsks[] {
  const tasks = items.flatMap(({ id, place }) => {
    const found = place === null ? null : library.taskAt(place);
    return found ? [{ id, ...found }] : [];
  });
  const standards = [...new Set(tasks.map(({ standard }) => standard))];
  return standards
    .map((standard) => {
      const own = tasks.filter((one) => one.standard === standard);
      const { slug, name, edition, code } = standard;
      const asked = (list: 'knowledge' | 'skills') =>
        gathered(
          standard[list],
          own.map(({ id, task }) => ({ id, entries: entriesOf(standard[list], task[list]) })),
        );
      return { slug, name, edition, code, knowledge: asked('knowledge'), skills: asked('skills') };
    })
    .sort((one, other) => (one.slug < other.slug ? -1 : 1));
}

function gathered(list: readonly Competence[], asking: readonly { id: string; entries: Competence[] }[]): Asked[] {
  const all = list.map((entry) => ({
    code: entry.code,
    text: entry.text,
    workItemIds: asking.filter(({ entries }) => entries.includes(entry)).map(({ id }) => id),
  }));
  return all.filter(({ workItemIds }) => workItemIds.length > 0);
}

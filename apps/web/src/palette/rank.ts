export const SECTIONS = ['recent', 'here', 'projects', 'items', 'go', 'library', 'actions'] as const;
export type Section = (typeof SECTIONS)[number];

/** Something that can be gone to or done. */
export interface Entry {
  id: string;
  section: Section;
  label: string;
  /** Says which of several alike. */
  detail?: string;
  /** Found by these too: its name in the other language, a code. */
  words?: string;
}

const plain = (text: string) => text.normalize('NFKC').toLowerCase();

/**
 * How well an entry fits what was typed: 0 begins so, 1 has a word that does, 2 holds it somewhere in its name, 3 only
 * beside it; null where a word is missing. Chinese has no spaces, so parts of words count; the order of what was typed does not.
 */
export function fitOf({ label, detail = '', words = '' }: Entry, typed: string): number | null {
  const query = plain(typed).trim();
  const name = plain(label);
  const all = `${name} ${plain(detail)} ${plain(words)}`;
  const parts = query.split(/\s+/);
  if (!parts.every((part) => all.includes(part))) return null;
  if (name.startsWith(query)) return 0;
  if (name.split(/[\s·（）()「」、/]+/).some((word) => word.startsWith(parts[0]!))) return 1;
  return parts.every((part) => name.includes(part)) ? 2 : 3;
}

/** What fits, the best sections and entries first. With nothing typed all of it stays in its order. */
export function ranked<E extends Entry>(entries: readonly E[], typed: string): E[] {
  const query = typed.trim();
  const once = entries.filter(({ id }, at) => entries.findIndex((other) => other.id === id) === at);
  const fitting = once.flatMap((entry) => {
    const fit = query === '' ? 0 : fitOf(entry, query);
    return fit === null ? [] : [{ entry, fit }];
  });
  const best = new Map<Section, number>();
  for (const { entry, fit } of fitting) best.set(entry.section, Math.min(best.get(entry.section) ?? fit, fit));
  const place = (section: Section) => best.get(section)! * SECTIONS.length + SECTIONS.indexOf(section);
  return fitting
    .sort((a, b) => place(a.entry.section) - place(b.entry.section) || a.fit - b.fit)
    .map(({ entry }) => entry);
}

import type { StandardsLibrary } from '@convener/standards';

/**
 * The places under which lessons of these may stand: a task keeps its code from one edition of its standard to the next,
 * so what was learnt at the old one is found at the new one. By what they are called now.
 */
export function earlierPlaces(
  places: readonly string[],
  supersedes: (slug: string) => string | null,
): Map<string, string> {
  const found = new Map<string, string>();
  for (const place of places) {
    const [first = '', ...rest] = place.split('/');
    const seen = new Set<string>();
    for (let slug: string | null = first; slug !== null && !seen.has(slug); slug = supersedes(slug)) {
      seen.add(slug);
      const key = [slug, ...rest].join('/');
      if (!found.has(key)) found.set(key, place);
    }
  }
  return found;
}

export function supersededBy(standards: Pick<StandardsLibrary, 'all'>): (slug: string) => string | null {
  const before = new Map(standards.all().map(({ slug, supersedes }) => [slug, supersedes]));
  return (slug) => before.get(slug) ?? null;
}

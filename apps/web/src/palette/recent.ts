const STORED = 'convener.recent';
/** How many places are remembered. */
const MOST = 8;

/** A place that somebody went to from the palette: enough to show it again before anything is asked. */
export interface Recent {
  id: string;
  label: string;
  detail?: string;
  href: string;
}

/** The last one first. What this device holds may be anything. */
export function recentPlaces(): Recent[] {
  try {
    const held = JSON.parse(localStorage.getItem(STORED) ?? '[]') as unknown;
    return Array.isArray(held) ? held.filter(isRecent) : [];
  } catch {
    return [];
  }
}

export function wentTo({ id, label, detail, href }: Recent): void {
  const others = recentPlaces().filter((one) => one.id !== id);
  localStorage.setItem(STORED, JSON.stringify([{ id, label, detail, href }, ...others].slice(0, MOST)));
}

/** Nothing of one person's work is left to the next. */
export const forgetRecent = () => localStorage.removeItem(STORED);

function isRecent(one: unknown): one is Recent {
  const { id, label, href } = (one ?? {}) as Partial<Record<keyof Recent, unknown>>;
  return typeof id === 'string' && typeof label === 'string' && typeof href === 'string' && /^\/(?![/\\])/.test(href);
}

/** What the order of the queue depends on. */
export interface Queued {
  deliverable: { id: string };
  project: { id: string; name: string };
}

export type Order = 'age' | 'project';

/**
 * The queue as its reader goes through it: without what has just been decided, by age or project by project (the one
 * whose oldest waits longest first), and what was skipped behind everything else.
 */
export function inOrder<Card extends Queued>(
  cards: readonly Card[],
  { order, decided, skipped }: { order: Order; decided: ReadonlySet<string>; skipped: readonly string[] },
): Card[] {
  const left = cards.filter(({ deliverable }) => !decided.has(deliverable.id));
  const sorted = order === 'age' ? left : byProject(left);
  const isSkipped = ({ deliverable }: Card) => skipped.includes(deliverable.id);
  const place = ({ deliverable }: Card) => skipped.indexOf(deliverable.id);
  return [
    ...sorted.filter((card) => !isSkipped(card)),
    ...sorted.filter(isSkipped).sort((a, b) => place(a) - place(b)),
  ];
}

function byProject<Card extends Queued>(cards: readonly Card[]): Card[] {
  const projects = [...new Set(cards.map(({ project }) => project.id))];
  return projects.flatMap((id) => cards.filter(({ project }) => project.id === id));
}

/** The one to show: the one asked for, else the first. */
export function shownOf<Card extends Queued>(cards: readonly Card[], id: string | undefined): Card | null {
  return cards.find(({ deliverable }) => deliverable.id === id) ?? cards[0] ?? null;
}

/** So many steps on from the one that is shown; stays at the ends. */
export function stepFrom<Card extends Queued>(
  cards: readonly Card[],
  shown: Card | null,
  step: number,
): string | undefined {
  if (!shown) return undefined;
  const at = cards.indexOf(shown) + step;
  return cards[Math.max(0, Math.min(cards.length - 1, at))]?.deliverable.id;
}

/** Where to go on once the one that is shown leaves its place: to the next, or where it was the last to the one before. */
export function afterLeaving<Card extends Queued>(cards: readonly Card[], shown: Card): string | undefined {
  const at = cards.indexOf(shown);
  return (cards[at + 1] ?? cards[at - 1])?.deliverable.id;
}

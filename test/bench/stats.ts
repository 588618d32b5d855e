/** The value below which the share `p` (0 to 1) of the sorted values lies; the nearest rank, so always one of them. */
export function percentile(values: readonly number[], p: number): number {
  if (values.length === 0) throw new Error('No values to take a percentile of');
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.max(0, Math.ceil(p * sorted.length) - 1)]!;
}

export function median(values: readonly number[]): number {
  return percentile(values, 0.5);
}

/** The median of the rounds, and the least and greatest of them. */
export interface Spread {
  median: number;
  least: number;
  greatest: number;
}

export function spreadOf(rounds: readonly number[]): Spread {
  return { median: median(rounds), least: Math.min(...rounds), greatest: Math.max(...rounds) };
}

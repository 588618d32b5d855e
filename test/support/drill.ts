/** Whether drills run at full length (`npm run drill`) or short, as a part of `npm test`. */
export const FULL_DRILL = process.env.DRILL === 'full';

/** What a drill does: so much in `npm test`, so much in `npm run drill`. */
export function sized<T>(short: T, full: T): T {
  return FULL_DRILL ? full : short;
}

/** Prints what a drill counted, in one line, past Jest's own console: figures are the result, not noise. */
export function tell(drill: string, figures: Record<string, string | number>): void {
  const parts = Object.entries(figures).map(([name, value]) => `${name} ${value}`);
  process.stderr.write(`drill ${drill}: ${parts.join(' · ')}\n`);
}

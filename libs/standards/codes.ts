/** The codes that the standards print: T1, T1.1, O1.1.1, P1.1.1. */

/** What a printed code says: letter O for a zero, no stray dots or spaces (`0.3.5.1` is O3.5.1, `P4. 2. 3` P4.2.3). */
export function readCode(printed: string): string {
  return printed
    .replace(/\s+/g, '')
    .replace(/^0/, 'O')
    .replace(/^([A-Z])\./, '$1');
}

/** The last number of a code: 4 of P2.1.4. */
export function lastNumber(code: string): number {
  return Number(/(\d+)$/.exec(code)?.[1]);
}

/** Whether a code carries the number of the duty or task that it stands under: P2.1.4 and T2.1, T2.1 and T2. */
export function carriesNumberOf(code: string, parent: string): boolean {
  return code.slice(1).startsWith(`${parent.slice(1)}.`);
}

/** The numbers between 1 and the greatest that nobody has. */
export function skippedNumbers(numbers: readonly number[]): number[] {
  const there = new Set(numbers);
  return Array.from({ length: Math.max(0, ...numbers) }, (_, index) => index + 1).filter(
    (number) => !there.has(number),
  );
}

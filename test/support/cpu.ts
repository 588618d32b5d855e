import { existsSync, readFileSync } from 'node:fs';

/** Of Linux, on every usual machine. */
const TICKS_PER_SECOND = 100;

/**
 * How much processor time (s) a process has used so far; 0 where the system doesn't tell. On a machine that others use
 * too it says more than the time on the clock.
 */
export function cpuSeconds(pid: number): number {
  const file = `/proc/${pid}/stat`;
  if (!existsSync(file)) return 0;
  // The name in brackets may hold blanks; user and system time are the 12th and 13th field after it.
  const fields = readFileSync(file, 'utf8').split(') ').at(-1)!.split(' ');
  return (Number(fields[11]) + Number(fields[12])) / TICKS_PER_SECOND;
}

import { addDays, type Day, instantAt } from '@convener/kernel';

/** What decides how long temporary staff may stay in a project. */
export interface Stay {
  status: string;
  closingDay: Day;
  /** IANA zone of the project, in which its days are meant. */
  zone: string;
}

/** Whoever came by a code has no address: they can't sign in again, get no mail, and see one sub-team's work. */
export function isTemporary({ email }: { email: string | null }): boolean {
  return email === null;
}

/** The instant (epoch ms) at which temporary staff are out: the end of the day after closing, where the project is. */
export function temporaryUntil({ closingDay, zone }: Pick<Stay, 'closingDay' | 'zone'>): number {
  return instantAt(addDays(closingDay, 2), '00:00', zone);
}

/** Whether temporary staff may still be in at `now` (epoch ms). A project on hold can be read, so they may read it. */
export function mayStay(stay: Stay, now: number): boolean {
  return (stay.status === 'running' || stay.status === 'on-hold') && now < temporaryUntil(stay);
}

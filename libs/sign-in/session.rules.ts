const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

/** Where nobody has marked the device as theirs it may be a shared one: the session ends after so long in all … */
const SHARED_WHOLE = 12 * HOUR;
/** … and after so long without a request. */
const SHARED_IDLE = 3 * HOUR;
/** On one's own device it ends after so long without a request, however old it is. */
const OWN_IDLE = 30 * DAY;
/** The end on one's own device moves at most so often: each move also sends the cookie anew. */
const PROLONG_OWN_EVERY = DAY;
/** Using a session is written down at most so often, so that reading stays reading. */
const SEEN_EVERY = 5 * MINUTE;

/** All instants in epoch milliseconds. */
export interface SessionTimes {
  ownDevice: boolean;
  createdAt: number;
  lastSeenAt: number;
  expiresAt: number;
}

/** When a session that is used at `now` ends if it is not used again. */
export function sessionEnd(
  { ownDevice, createdAt }: Pick<SessionTimes, 'ownDevice' | 'createdAt'>,
  now: number,
): number {
  return ownDevice ? now + OWN_IDLE : Math.min(createdAt + SHARED_WHOLE, now + SHARED_IDLE);
}

/** Until when the browser keeps the cookie. Idleness on a shared device is for the server to judge. */
export function cookieEnd(
  { ownDevice, createdAt }: Pick<SessionTimes, 'ownDevice' | 'createdAt'>,
  now: number,
): number {
  return ownDevice ? now + OWN_IDLE : createdAt + SHARED_WHOLE;
}

/** What a request at `now` changes; null where it came so soon after the last one that nothing is written. */
export function used(session: SessionTimes, now: number): Pick<SessionTimes, 'lastSeenAt' | 'expiresAt'> | null {
  if (now - session.lastSeenAt < SEEN_EVERY) return null;
  const end = sessionEnd(session, now);
  const soon = session.ownDevice && end - session.expiresAt < PROLONG_OWN_EVERY;
  return { lastSeenAt: now, expiresAt: soon ? session.expiresAt : end };
}

import { cookieEnd, sessionEnd, type SessionTimes, used } from './session.rules';

const MINUTE = 60_000;
const HOUR = 60 * MINUTE;
const DAY = 24 * HOUR;

const opened = (ownDevice: boolean): SessionTimes => {
  const start = { ownDevice, createdAt: 0, lastSeenAt: 0 };
  return { ...start, expiresAt: sessionEnd(start, 0) };
};

describe('a session on a device that may be shared', () => {
  it('ends three hours after its last use, and twelve after its start', () => {
    expect(sessionEnd(opened(false), 0)).toBe(3 * HOUR);
    expect(sessionEnd(opened(false), 8 * HOUR)).toBe(11 * HOUR);
    expect(sessionEnd(opened(false), 9 * HOUR + 1)).toBe(12 * HOUR);
  });

  it('is written down at most every five minutes', () => {
    expect(used(opened(false), 5 * MINUTE - 1)).toBeNull();
    expect(used(opened(false), 5 * MINUTE)).toEqual({ lastSeenAt: 5 * MINUTE, expiresAt: 3 * HOUR + 5 * MINUTE });
  });

  it('leaves its cookie with the browser for the twelve hours', () =>
    expect(cookieEnd(opened(false), HOUR)).toBe(12 * HOUR));
});

describe("a session on its owner's device", () => {
  it('ends thirty days after its last use, however old it is', () => {
    expect(sessionEnd(opened(true), 0)).toBe(30 * DAY);
    expect(sessionEnd(opened(true), 300 * DAY)).toBe(330 * DAY);
  });

  it('is seen every five minutes but prolonged once a day', () => {
    expect(used(opened(true), HOUR)).toEqual({ lastSeenAt: HOUR, expiresAt: 30 * DAY });
    expect(used(opened(true), DAY)).toEqual({ lastSeenAt: DAY, expiresAt: 31 * DAY });
  });
});

import { mayStay, temporaryUntil } from './temporary.rules';

const at = (iso: string) => Date.parse(iso);
const taipei = { status: 'running', closingDay: '2026-07-16', zone: 'Asia/Taipei' };

describe('temporary staff', () => {
  it('stay until the end of the day after closing, by the clock of the project', () => {
    expect(temporaryUntil(taipei)).toBe(at('2026-07-18T00:00:00+08:00'));
    expect(temporaryUntil({ ...taipei, zone: 'America/New_York' })).toBe(at('2026-07-18T00:00:00-04:00'));
    expect(mayStay(taipei, at('2026-07-17T23:59:59+08:00'))).toBe(true);
    expect(mayStay(taipei, at('2026-07-18T00:00:00+08:00'))).toBe(false);
  });

  it('stay longer where the closing moves back, and go where it moves forward', () => {
    const now = at('2026-07-18T09:00:00+08:00');
    expect(mayStay({ ...taipei, closingDay: '2026-07-20' }, now)).toBe(true);
    expect(mayStay({ ...taipei, closingDay: '2026-07-10' }, at('2026-07-14T09:00:00+08:00'))).toBe(false);
  });

  it.each([
    ['running', true],
    ['on-hold', true],
    ['closed', false],
    ['cancelled', false],
    ['whatever comes', false],
  ])('of a project that is %s may stay: %s', (status, stays) => {
    expect(mayStay({ ...taipei, status }, at('2026-07-15T09:00:00+08:00'))).toBe(stays);
  });
});

import { dayAt, instantAt, weekday } from '@convener/kernel';
import { WorkingCalendar } from '@convener/schedule';
import fc from 'fast-check';
import { canStandIn, deliveryOf, type DeliveryRules, type DueReminder, heldUntil, isAway } from './delivery';
import { DEFAULT_PREFERENCES } from './notification-preferences.entity';

const CALENDAR = new WorkingCalendar(
  [{ year: 2026, status: 'official', daysOff: [{ date: '2026-10-09', name: '補假' }] }],
  [],
);
const at = (day: string, time = '09:00', zone = 'Asia/Taipei') => instantAt(day, time, zone);
const NINE = at('2026-10-07');
const QUIET = { quietFrom: '22:00', quietTo: '08:00' };

const rules = (own: Partial<DeliveryRules> = {}): DeliveryRules => ({ ...DEFAULT_PREFERENCES, ...own });

const due = (id: string, own: Partial<DueReminder> = {}): DueReminder => ({
  ...{ id, kind: 'due', fireAt: NINE, expiresAt: null, cantWait: false },
  ...own,
});

const deliver = (reminders: DueReminder[], own: Partial<DeliveryRules> = {}, now = NINE, sentToday = 0) =>
  deliveryOf(reminders, rules(own), CALENDAR, now, sentToday);

describe('what falls due', () => {
  it('travels in one digest, at once, where nobody has chosen anything', () => {
    expect(deliver([due('a'), due('b', { kind: 'escalation' })])).toEqual([
      { at: NINE, single: false, ids: ['a', 'b'] },
    ]);
  });

  it('comes singly where it can’t wait, by its kind or by its subject', () => {
    const reminders = [due('a'), due('b', { cantWait: true }), due('c', { kind: 'status' })];
    expect(deliver(reminders, { singles: ['status'] })).toEqual([
      { at: NINE, single: false, ids: ['a'] },
      { at: NINE, single: true, ids: ['b'] },
      { at: NINE, single: true, ids: ['c'] },
    ]);
  });

  it('waits for the hour of the digest, but not for a digest that it has missed', () => {
    const eleven = at('2026-10-07', '11:00');
    const [early, late] = [due('a'), due('b', { fireAt: at('2026-10-07', '11:30') })];
    expect(deliver([early], { digestAt: '11:00' })).toEqual([{ at: eleven, single: false, ids: ['a'] }]);
    const noon = at('2026-10-07', '12:00');
    expect(deliver([early, late], { digestAt: '11:00' }, noon)).toEqual([
      { at: noon, single: false, ids: ['a'] },
      { at: at('2026-10-08', '11:00'), single: false, ids: ['b'] },
    ]);
  });

  it('beyond the daily cap goes into the next digest', () => {
    const urgent = ['a', 'b', 'c'].map((id) => due(id, { cantWait: true }));
    expect(deliver(urgent, { dailyCap: 5 }, NINE, 3).map(({ at: when, ids }) => [when, ids])).toEqual([
      [at('2026-10-08'), ['c']],
      [NINE, ['a']],
      [NINE, ['b']],
    ]);
  });

  it('too late to be of use is told in the digest, not singly', () => {
    const missed = due('a', { cantWait: true, expiresAt: NINE });
    expect(deliver([missed])).toEqual([{ at: NINE, single: false, ids: ['a'] }]);
  });

  it('is held over the night and told in the morning, what can’t wait too', () => {
    const night = at('2026-10-07', '23:30');
    const reminders = [due('a', { fireAt: night }), due('b', { fireAt: night, cantWait: true })];
    const morning = at('2026-10-08', '08:00');
    expect(deliver(reminders, QUIET, night).map(({ at: when }) => when)).toEqual([morning, morning]);
    expect(heldUntil(rules(QUIET), CALENDAR, at('2026-10-08', '07:59'))).toBe(morning);
    expect(heldUntil(rules(QUIET), CALENDAR, morning)).toBe(morning);
  });

  it('on a day of rest waits for the digest of the next working day', () => {
    const rest = rules({ restOnDaysOff: true });
    expect(heldUntil(rest, CALENDAR, at('2026-10-09', '10:00'))).toBe(at('2026-10-12'));
    expect(heldUntil(rest, CALENDAR, at('2026-10-08', '23:59'))).toBe(at('2026-10-08', '23:59'));
  });
});

describe('somebody away', () => {
  const away = { zone: 'Asia/Taipei', standInId: 's', awayFrom: '2026-10-07', awayUntil: '2026-10-08' };

  it('is away from the first to the last day, in their own zone', () => {
    expect(isAway(away, at('2026-10-07', '00:00'))).toBe(true);
    expect(isAway(away, at('2026-10-08', '23:59'))).toBe(true);
    expect(isAway(away, at('2026-10-09', '00:00'))).toBe(false);
    expect(isAway({ ...away, awayUntil: null }, at('2027-10-09'))).toBe(true);
    expect(isAway({ ...away, awayFrom: null }, NINE)).toBe(false);
  });

  it('is stood in for by who is active and there', () => {
    const there = { ...away, awayFrom: null, active: true };
    expect(canStandIn(there, NINE)).toBe(true);
    expect(canStandIn({ ...there, active: false }, NINE)).toBe(false);
    expect(canStandIn({ ...away, active: true }, NINE)).toBe(false);
    expect(canStandIn(undefined, NINE)).toBe(false);
  });
});

describe('whatever people choose', () => {
  const time = fc.tuple(fc.nat(23), fc.nat(59)).map((parts) => parts.map((n) => String(n).padStart(2, '0')).join(':'));
  const zone = fc.constantFrom('Asia/Taipei', 'America/New_York', 'Europe/Berlin');
  // Over the nights on which clocks change, year ends and 29 February.
  const instant = fc.integer({ min: Date.UTC(2027, 9, 1), max: Date.UTC(2028, 10, 30) });
  const chosen = fc
    .record({
      zone,
      digestAt: fc.option(time),
      quiet: fc.option(fc.tuple(time, time)),
      restOnDaysOff: fc.boolean(),
      singles: fc.subarray(['manual', 'escalation', 'status']),
      dailyCap: fc.nat(5),
    })
    .map(({ quiet, ...rest }) => ({ ...rest, quietFrom: quiet?.[0] ?? null, quietTo: quiet?.[1] ?? null }));
  const reminders = fc
    .array(
      fc.record({
        kind: fc.constantFrom('due', 'manual', 'escalation', 'status'),
        age: fc.nat(200_000_000),
        late: fc.option(fc.integer({ min: -3_600_000, max: 3_600_000 })),
        cantWait: fc.boolean(),
      }),
      { maxLength: 12 },
    )
    .map((all) => all.map((one, index) => ({ ...one, id: String(index) })));
  const rows = (
    all: { id: string; kind: string; age: number; late: number | null; cantWait: boolean }[],
    now: number,
  ) =>
    all.map(({ id, kind, age, late, cantWait }) => ({
      ...{ id, kind, cantWait, fireAt: now - age, expiresAt: late === null ? null : now + late },
    }));

  it('nothing comes in quiet hours or on a day of rest, and nothing earlier than it should', () => {
    fc.assert(
      fc.property(chosen, instant, (own, now) => {
        const until = heldUntil(own, CALENDAR, now);
        expect(until).toBeGreaterThanOrEqual(now);
        expect(heldUntil(own, CALENDAR, until)).toBe(until);
        const day = dayAt(until, own.zone);
        if (own.restOnDaysOff) expect([0, 6]).not.toContain(weekday(day));
      }),
      { numRuns: 500 },
    );
  });

  it('each reminder comes in exactly one message, none before now, and no more singles than the cap allows', () => {
    fc.assert(
      fc.property(chosen, instant, reminders, fc.nat(8), (own, now, all, sentToday) => {
        const given = rows(all, now);
        const found = deliveryOf(given, own, CALENDAR, now, sentToday);
        expect(found.flatMap(({ ids }) => ids).sort()).toEqual(given.map(({ id }) => id).sort());
        for (const { at: when } of found) expect(when).toBeGreaterThanOrEqual(now);
        const singles = found.filter(({ single }) => single);
        expect(singles.length).toBeLessThanOrEqual(Math.max(0, own.dailyCap - sentToday));
        for (const { ids } of singles) expect(ids).toHaveLength(1);
        const digests = found.filter(({ single }) => !single).map(({ at: when }) => when);
        expect(new Set(digests).size).toBe(digests.length);
      }),
      { numRuns: 500 },
    );
  });
});

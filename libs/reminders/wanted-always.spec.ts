import { addDays, type Day, dayAt, instantAt } from '@convener/kernel';
import type { Recipient } from '@convener/templates';
import fc from 'fast-check';
import { aSubject, LONG_WEEKEND, ZONES } from '../../test/support/builders.subjects';
import type { AppliedRule, RuleSet } from './rule-set';
import { receiverNow, remindersFor } from './wanted';

describe('whatever the days, rules and zones', () => {
  /** Leap days, ends of years, changes of clocks in the three zones, and any other day. */
  const days = fc.oneof(
    fc.constantFrom('2028-02-28', '2028-02-29', '2028-03-01', '2026-12-31', '2027-01-01', '2026-10-09'),
    fc.constantFrom('2026-03-08', '2026-11-01', '2027-03-14', '2027-04-04', '2027-09-26', '2026-10-10'),
    fc.integer({ min: 0, max: 1200 }).map((count) => addDays('2026-01-01', count)),
  );
  const times = fc.constantFrom('00:00', '02:30', '08:59', '09:00', '23:59');
  const maybe = <T>(of: fc.Arbitrary<T>) => fc.option(of, { nil: undefined });
  const rule = fc
    .record(
      {
        when: fc.constantFrom('due', 'start', 'anchor', 'status'),
        days: fc.integer({ min: -365, max: 365 }),
        workingDays: fc.integer({ min: -30, max: 30 }),
        at: times,
        to: fc.uniqueArray(fc.constantFrom<Recipient>('assignee', 'preparer', 'accepter', 'lead', 'manager', 'client')),
        expiresAfterDays: fc.nat(30),
        ofItem: fc.constant(true as const),
      },
      { requiredKeys: [] },
    )
    .map(({ when, ...rest }) => ({
      ...rest,
      ...(when && { when: when as AppliedRule['when'] }),
      ...(when === 'anchor' && { anchor: 'opening' }),
      ...(when === 'status' && { status: 'doing' }),
    }));
  const world = fc.record({
    zone: fc.constantFrom(...ZONES),
    dueDay: maybe(days),
    startDay: maybe(days),
    opening: days,
    length: fc.constantFrom(0, 2, 19),
    idle: maybe(days),
    today: days,
    time: times,
    people: fc.record({
      assignee: fc.constantFrom('an', 'bo', null),
      preparer: fc.constantFrom('an', 'bo', null),
      accepter: fc.constantFrom('bo', 'cy', null),
      lead: fc.constantFrom('bo', 'cy', null),
      manager: fc.constantFrom('cy', 'an', null),
      client: fc.constantFrom('di', null),
    }),
    rules: fc.array(rule, { maxLength: 6 }).map((all) => all.map((one, index) => ({ ...one, key: `r${index}` }))),
  });
  type World = typeof world extends fc.Arbitrary<infer T> ? T : never;

  function planned({ zone, dueDay, startDay, opening, length, idle, today, time, people, rules }: World) {
    const now = instantAt(today, time, zone);
    const facts = { startDay: startDay ?? null, people, idleSince: idle ?? null, statusSince: now - 86_400_000 };
    const subject = aSubject({ dueDay: dueDay ?? null, personId: people.assignee ?? people.manager }, facts);
    const anchors = new Map<string, Day>([
      ['opening', opening],
      ['closing', addDays(opening, length)],
    ]);
    const all: RuleSet = { at: '09:00', rules, escalation: { leadAfter: 2, managerAfter: 3 } };
    return { subject, anchors, all, now, rows: remindersFor(subject, all, anchors, LONG_WEEKEND, zone, now) };
  }

  it('nothing is wanted for an instant that has come, and nothing twice', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { rows, now } = planned(given);
        expect(rows.filter(({ fireAt }) => fireAt <= now)).toEqual([]);
        const identities = rows.map(({ rule: key, personId }) => `${key} ${personId}`);
        expect(identities.filter((one, index) => identities.indexOf(one) !== index)).toEqual([]);
      }),
      { numRuns: 500 },
    );
  });

  it('each fires at the wall time of its rule, clocks changing or not, and ends after it fires', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { rows, all } = planned(given);
        for (const { rule: key, fireAt, expiresAt } of rows) {
          const time = all.rules.find((one) => one.key === key)?.at ?? all.at;
          const day = dayAt(fireAt, given.zone);
          // 02:30 does not exist where clocks skip it: then the instant after the gap is as exact as it gets.
          expect(fireAt).toBe(instantAt(day, time, given.zone));
          if (expiresAt !== null) expect(expiresAt).toBeGreaterThan(fireAt);
        }
      }),
      { numRuns: 500 },
    );
  });

  it('each still goes to the same person when nothing has changed by the time it fires', () => {
    fc.assert(
      fc.property(world, (given) => {
        const { rows, subject, all, anchors } = planned(given);
        for (const row of rows)
          expect(receiverNow(row, subject, all, anchors, LONG_WEEKEND, given.zone)).toBe(row.personId);
      }),
      { numRuns: 500 },
    );
  });
});

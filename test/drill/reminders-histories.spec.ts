import fc from 'fast-check';
import { sized } from '../support/drill';
import { History, type Op, type Person, RULES } from './reminders-histories.model';

const item = fc.nat(1);
const days = fc.option(fc.integer({ min: -4, max: 12 }), { nil: null });
const person = fc.constantFrom<Person>('an', 'bo', 'cy', 'di');
const op: fc.Arbitrary<Op> = fc.oneof(
  fc.record({ op: fc.constantFrom('due' as const, 'start' as const), item, days }),
  fc.record({ op: fc.constant('status' as const), item, to: fc.constantFrom('doing' as const, 'waiting', 'done') }),
  fc.record({ op: fc.constant('assign' as const), item, to: fc.option(person, { nil: null }) }),
  fc.record({ op: fc.constantFrom('progress' as const, 'acknowledge' as const), item }),
  fc.record({ op: fc.constant('remind' as const), item, to: fc.constantFrom('assignee' as const, 'lead', 'manager') }),
  fc.record({ op: fc.constant('rule' as const), rule: fc.nat(RULES.length - 1) }),
  fc.record({ op: fc.constant('anchor' as const), days: fc.integer({ min: -2, max: 15 }) }),
  fc.record({ op: fc.constantFrom('lead' as const, 'manager' as const), to: person }),
  fc.record({ op: fc.constant('running' as const), on: fc.boolean() }),
  { weight: 4, arbitrary: fc.record({ op: fc.constant('wait' as const), hours: fc.constantFrom(1, 8, 24, 49, 120) }) },
  { weight: 4, arbitrary: fc.constantFrom<Op>({ op: 'claim' }, { op: 'open' }) },
);

const HISTORIES = sized(400, 100_000);

it(`${HISTORIES} histories bring no reminder that is wrong, stale, double or lost`, () => {
  fc.assert(
    fc.property(fc.array(op, { maxLength: 25 }), (ops) => {
      const history = new History();
      for (const one of ops) history.run(one);
      history.end();
      expect(history.faults).toEqual([]);
    }),
    { numRuns: HISTORIES },
  );
}, 3_600_000);

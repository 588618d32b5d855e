import fc from 'fast-check';
import { databaseKinds } from '../support/database';
import { sized, tell } from '../support/drill';
import { Orders } from './reminders.orders';
import type { Step } from './reminders.steps';

const RUNS = sized(8, 150);
const among = <K extends Step['kind']>(weight: number, ...kinds: K[]) => ({
  weight,
  arbitrary: fc.constantFrom<Step['kind'][]>(...kinds),
});

/** Firing steps are likelier than changes of the work, so that most changes come between two of them. */
const step: fc.Arbitrary<Step> = fc.record({
  kind: fc.oneof(
    among(9, 'done', 'submit', 'accept', 'assign', 'team', 'due'),
    among(2, 'close', 'reopen', 'leave', 'join'),
    among(14, 'gate'),
    among(6, 'job'),
    among(5, 'sweep', 'fail', 'seconds', 'morning'),
  ),
  item: fc.nat(5),
  pick: fc.nat(11),
});

const FIRST: Step['kind'][] = ['morning', 'sweep', 'gate', 'gate'];

jest.setTimeout(sized(3, 40) * 60_000);

describe.each(databaseKinds())('work that changes while its reminders fire, in any order, on $name', (kind) => {
  let orders: Orders;
  beforeAll(async () => {
    orders = await Orders.open(kind);
  });
  afterAll(() => orders.close());

  it('is told once to whoever has it when it is looked at, and never when it is settled or moved', async () => {
    const figures = { orders: 0, steps: 0, mails: 0 };
    const property = fc.asyncProperty(fc.array(step, { minLength: 20, maxLength: 60 }), async (steps) => {
      await orders.begin();
      for (const kind of FIRST) await orders.step({ kind, item: 0, pick: 0 });
      for (const one of steps) await orders.step(one);
      await orders.finish();
      figures.orders += 1;
      figures.steps += steps.length;
      figures.mails += orders.mails;
      expect(await orders.faults()).toEqual([]);
    });
    await fc.assert(property, { numRuns: RUNS, endOnFailure: true });
    tell(`orders on ${kind.name}`, figures);
    expect(figures.mails).toBeGreaterThan(0);
  });
});

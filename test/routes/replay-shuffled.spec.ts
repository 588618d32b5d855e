import { randomUUID } from 'node:crypto';
import fc from 'fast-check';
import type { WorkItem } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import type { Answer } from '../support/client';
import { databaseKinds } from '../support/database';

const RUNS = 8;
const ITEMS = 2;
const PARTS = 2;

/** One thing that somebody does, to the nth item, check or deliverable of whichever twin. */
interface Act {
  who: keyof Cast;
  what: string;
  item: number;
  part: number;
}

const CHECKS = ['tick', 'untick', 'not-applicable'];
const DELIVERABLES = ['submit', 'withdraw', 'accept', 'return', 'evidence'];
const BULK = ['shift', 'assign'];
const act = fc.record<Act>({
  who: fc.constantFrom('member', 'other', 'lead', 'manager'),
  what: fc.constantFrom(...CHECKS, ...DELIVERABLES, ...BULK, 'claim', 'add-check'),
  item: fc.nat(ITEMS - 1),
  part: fc.nat(PARTS - 1),
});
/** Some acts, and the order in which their three requests each come in: indexes of acts. */
const shuffled = fc.array(act, { minLength: 4, maxLength: 12 }).chain((acts) =>
  fc.tuple(
    fc.constant(acts),
    fc.shuffledSubarray(
      acts.flatMap((_, index) => [index, index, index]),
      { minLength: acts.length * 3 },
    ),
  ),
);

describe.each(databaseKinds())('ticks, submits, accepts and bulk calls on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    project = await aConference(app, { cast });
  });
  afterAll(() => app.close());

  const twin = () =>
    Promise.all(
      Array.from({ length: ITEMS }, (_, index) =>
        project.add({
          title: `工作 ${index}`,
          dueDay: '2028-05-20',
          checks: ['一', '二'],
          deliverables: [{ title: '名單', accepter: 'lead' }, { title: '資料袋' }],
        }),
      ),
    );

  /** The request of an act upon one of the twins. */
  const ask = ({ who, what, item, part }: Act, items: WorkItem[], key?: string): Promise<Answer> => {
    const headers: Record<string, string> = key ? { 'idempotency-key': key } : {};
    const post = (path: string, body: object) => cast[who].client.post(`/api/${path}`, body, headers);
    const one = items[item]!;
    if (CHECKS.includes(what)) return post(`checks/${one.checkList[part]!.id}/${what}`, { reason: '理由' });
    if (DELIVERABLES.includes(what)) {
      const body = { submit: {}, evidence: { note: '照片' }, return: { reason: '補件' } }[what] ?? {};
      return post(`deliverables/${one.deliverableList[part]!.id}/${what}`, body);
    }
    if (what === 'claim') return post(`work-items/${one.id}/claim`, {});
    if (what === 'add-check') return post(`work-items/${one.id}/checks`, { text: '再確認' });
    const set = what === 'shift' ? { shiftDays: 1 } : { assigneeId: part === 0 ? cast.member.id : cast.other.id };
    return post(`projects/${project.id}/assignments`, { select: { workItemIds: items.map(({ id }) => id) }, set });
  };

  /** Everything about a twin but ids: two twins that lived through the same are equal in it. */
  const stateOf = async (items: WorkItem[]) => {
    const views = [];
    for (const { id } of items) {
      const view = await project.item(id);
      const log = await project.activity(`subject=${id}`);
      const entries = log.map(({ action, actor, subject, before, after }) => [
        `${action} ${subject.title} by ${actor?.name}`,
        before,
        after,
      ]);
      views.push({ view: withoutIds(view), entries });
    }
    return views;
  };

  it('each sent three times, shuffled and overlapping: the same state as sent once, and one activity entry each', async () => {
    await fc.assert(
      fc.asyncProperty(shuffled, async ([acts, order]) => {
        const [stormy, calm] = [await twin(), await twin()];
        const keys = acts.map(() => randomUUID());
        const done: number[] = [];
        for (const batch of batches(order, done)) {
          const answers = await Promise.all(
            batch.map(
              async (index) => [index, await untilAnswered(() => ask(acts[index]!, stormy, keys[index]))] as const,
            ),
          );
          for (const [index, answer] of answers) {
            expect(answer.status).toBeLessThan(500);
            if (answer.status < 300 && answer.headers['idempotency-replayed'] === undefined) done.push(index);
          }
        }
        expect(new Set(done).size).toBe(done.length);
        for (const index of done) expect((await ask(acts[index]!, calm)).status).toBeLessThan(300);
        expect(await stateOf(stormy)).toEqual(await stateOf(calm));
      }),
      { numRuns: RUNS },
    );
  });
});

/**
 * Splits the arrivals into groups that are sent at the same moment. Each holds at most one act that is not done yet,
 * however often, so that the order of what really happens is known; all else in it are replays of what is in `done`,
 * which the caller fills.
 */
function* batches(order: readonly number[], done: readonly number[]): Generator<number[]> {
  let batch: number[] = [];
  let fresh: number | null = null;
  for (const index of order) {
    if (index !== fresh && !done.includes(index)) {
      if (fresh !== null) {
        yield batch;
        batch = [];
      }
      fresh = index;
    }
    batch.push(index);
  }
  yield batch;
}

/** What a client does that is told to wait. */
async function untilAnswered(send: () => Promise<Answer>): Promise<Answer> {
  for (;;) {
    const answer = await send();
    if (told(answer) !== '409 in-flight') return answer;
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

function withoutIds(value: unknown): unknown {
  if (Array.isArray(value)) return value.map(withoutIds);
  if (typeof value !== 'object' || value === null) return value;
  const entries = Object.entries(value).filter(([key]) => !['id', 'workItemId'].includes(key));
  return Object.fromEntries(entries.map(([key, entry]) => [key, withoutIds(entry)]));
}

import type { WorkItem } from '../api/types';
import type { Change, Entry } from './outbox.rules';
import { rowWithWaiting, withWaiting } from './overlay.rules';

const decided = { name: '陳柏宇' };
const item = {
  id: 'hall',
  status: 'to-do',
  waitingFor: null,
  checkList: [
    { id: 'a', state: 'not-applicable', reason: '沒有外賓', decidedBy: decided, decidedAt: 5 },
    { id: 'b', state: 'open', reason: null, decidedBy: null, decidedAt: null },
  ],
  deliverableList: [{ id: 'list', status: 'returned', reason: '請補', overdue: true, may: ['submit'] }],
} as unknown as WorkItem;

const waits = (change: object, more: Partial<Entry> = {}) =>
  ({ itemId: 'hall', refusal: null, change: change as Change, ...more }) as Entry;

describe('what waits, laid over what the server last said', () => {
  it('shows a tick at once, in nobody’s name yet', () => {
    const shown = withWaiting(item, [waits({ kind: 'check', id: 'a', to: 'ticked' })]);
    expect(shown.checkList).toEqual([
      { id: 'a', state: 'ticked', reason: null, decidedBy: null, decidedAt: null },
      item.checkList[1],
    ]);
  });

  it.each([
    [true, 'delivered'],
    [false, 'submitted'],
  ])('shows what was handed in, with nothing more to do (nobody accepts: %s)', (delivers, status) =>
    expect(withWaiting(item, [waits({ kind: 'submit', id: 'list', delivers })]).deliverableList[0]).toMatchObject({
      status,
      reason: null,
      overdue: false,
      may: [],
    }),
  );

  it('shows the status on the page and in lists', () => {
    const entry = waits({ kind: 'status', id: 'hall', body: { status: 'waiting', waitingFor: '場館回覆' } });
    for (const shown of [withWaiting(item, [entry]), rowWithWaiting(item, [entry])])
      expect(shown).toMatchObject({ status: 'waiting', waitingFor: '場館回覆' });
  });

  it('shows the truth again where it was refused, and leaves other items alone', () => {
    const change = { kind: 'status', id: 'hall', body: { status: 'done' } };
    const refusal = { status: 412, zh: '', en: '', now: null };
    for (const entry of [waits(change, { refusal }), waits(change, { itemId: 'meals' })]) {
      expect(withWaiting(item, [entry])).toEqual(item);
      expect(rowWithWaiting(item, [entry])).toEqual(item);
    }
  });
});

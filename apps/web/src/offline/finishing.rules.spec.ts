import { finishingEntry, finishOf, type Finishable, unfinishOf, wasRefused } from './finishing.rules';
import type { Change, Entry } from './outbox.rules';

const row = (how: NonNullable<Finishable['next']>['how'], more: Partial<Finishable> = {}): Finishable => ({
  ...{ id: 'item', status: 'doing', version: 4, waitingFor: null, waitingKind: null, followUpDay: null },
  next: {
    how,
    part: how === 'finish' ? null : { id: 'part', title: '名單', titleEn: null, status: 'open', version: 2 },
    ...{ needsEvidence: false, deliverablesLeft: 0, checksLeft: 0 },
  },
  ...more,
});
const entry = (change: Change, refused = false): Entry => ({
  ...{ id: 'e', personId: 'me', projectId: 'p', itemId: 'item', title: { zh: '', en: null }, at: 0, seq: 1 },
  ...{ tries: 0, notBefore: 0, change },
  refusal: refused ? { status: 409, zh: '', en: '', now: null } : null,
});

describe('the tap that finishes work', () => {
  it('is the change that the server named, over what was seen', () => {
    expect(finishOf(row('finish'))).toMatchObject({
      kind: 'status',
      id: 'item',
      body: { status: 'done' },
      seen: ['doing'],
      version: 4,
    });
    expect(finishOf(row('tick'))).toMatchObject({ kind: 'check', id: 'part', to: 'ticked', version: 2 });
    expect(finishOf(row('deliver'))).toMatchObject({ kind: 'submit', id: 'part', delivers: true, seen: ['open'] });
  });

  it('is none where something is missing, or the work is not mine', () => {
    for (const how of ['hand-in', 'acceptance', 'parts'] as const) expect(finishOf(row(how))).toBeNull();
    expect(finishOf(row('finish', { next: null }))).toBeNull();
  });

  it('is seen while it waits, and not once its opposite follows', () => {
    const done = finishOf(row('tick'))!;
    expect(finishingEntry(row('tick'), [entry(done)])).toMatchObject({ id: 'e' });
    expect(finishingEntry(row('tick'), [entry(done), entry(unfinishOf(row('tick'))!)])).toBeNull();
    expect(finishingEntry(row('tick'), [entry({ ...done, id: 'other' } as Change)])).toBeNull();
  });

  it('has not happened where it was refused', () => {
    const done = finishOf(row('deliver'))!;
    expect(finishingEntry(row('deliver'), [entry(done, true)])).toBeNull();
    expect(wasRefused(row('deliver'), [entry(done, true)])).toBe(true);
    expect(wasRefused(row('deliver'), [entry(done)])).toBe(false);
    expect(wasRefused(row('tick'), [entry(unfinishOf(row('tick'))!, true)])).toBe(false);
  });
});

describe('taking it back', () => {
  it('is the opposite over what it made', () => {
    expect(unfinishOf(row('tick'))).toMatchObject({ kind: 'check', to: 'open', seen: ['ticked'] });
    expect(unfinishOf(row('finish'))).toMatchObject({ body: { status: 'doing' }, seen: ['done'] });
  });

  it('says again for what it waited', () => {
    const waits = {
      status: 'waiting',
      waitingFor: '場地合約',
      waitingKind: 'vendor',
      followUpDay: '2028-06-01',
    } as const;
    expect(unfinishOf(row('finish', waits))).toMatchObject({ body: waits });
  });

  it('of a delivery is left to the server', () => {
    expect(unfinishOf(row('deliver'))).toBeNull();
  });
});

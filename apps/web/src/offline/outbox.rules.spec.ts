import {
  answered,
  type Change,
  type Entry,
  isWaiting,
  mayUndo,
  meaningOf,
  type NewEntry,
  nextToSend,
  queued,
  requestOf,
  undone,
  waitingFor,
  wakeAt,
} from './outbox.rules';

const WANG = 'wang';
const tick = (id: string, more: Partial<Change> = {}) =>
  ({ kind: 'check', id, to: 'ticked', seen: ['open'], version: 1, ...more }) as Change;
const untick = (id: string) => tick(id, { to: 'open', seen: ['ticked'] } as Partial<Change>);
const handIn = (more: object = {}): Change => ({
  ...{ kind: 'submit', id: 'list', delivers: false, seen: ['open'], version: 4 },
  ...more,
});
const status = (to: 'to-do' | 'doing' | 'waiting' | 'done', more: object = {}): Change => ({
  ...{ kind: 'status', id: 'hall', body: { status: to }, seen: ['to-do'], version: 7 },
  ...more,
});

let made = 0;
const entry = (change: Change, more: Partial<NewEntry> = {}): NewEntry => {
  made += 1;
  const title = { zh: '確認場地', en: null };
  return { id: `key-${made}`, personId: WANG, projectId: 'p', itemId: 'hall', title, at: made, change, ...more };
};
const box = (...given: NewEntry[]) => given.reduce<Entry[]>(queued, []);
const onTheWire = (entries: Entry[]) => entries.map((one) => ({ ...one, tries: one.tries + 1 }));
const changes = (entries: readonly Entry[]) => entries.map(({ change }) => change);
const refused = { status: 412, zh: '已更改', en: 'changed', now: null };

describe('what waits to be sent', () => {
  it('goes in the order in which it was done', () => {
    const entries = box(entry(tick('a')), entry(tick('b')), entry(handIn()));
    expect(nextToSend([...entries].reverse(), WANG, 10)?.change).toEqual(tick('a'));
    expect(waitingFor([...entries].reverse(), WANG).map(({ change }) => change.id)).toEqual(['a', 'b', 'list']);
  });

  it('is nothing where a tick was taken back before it left', () =>
    expect(box(entry(tick('a')), entry(untick('a')))).toEqual([]));

  it('is the latest choice of a status, over what its author saw at first', () => {
    const seen = { seen: ['doing'], version: 8 };
    expect(changes(box(entry(status('doing')), entry(status('done', seen))))).toEqual([status('done')]);
    expect(box(entry(status('doing')), entry(status('to-do', seen)))).toEqual([]);
  });

  it('keeps what somebody writes about work that waited already', () => {
    const waits = { seen: ['waiting'] };
    const rewritten = status('waiting', { ...waits, body: { status: 'waiting', waitingFor: '場館回覆' } });
    expect(changes(box(entry(status('doing', waits)), entry(rewritten)))).toEqual([rewritten]);
  });

  it('follows with the opposite where the tick may have arrived', () => {
    const entries = queued(onTheWire(box(entry(tick('a')))), entry(untick('a')));
    expect(changes(entries)).toEqual([tick('a'), untick('a')]);
  });

  it('holds up its own work item between tries, and no other', () => {
    const [first, ...rest] = box(entry(tick('a')), entry(tick('b')), entry(tick('c'), { itemId: 'meals' }));
    const entries = [{ ...first!, notBefore: 500 }, ...rest];
    expect(nextToSend(entries, WANG, 100)?.change.id).toBe('c');
    expect(nextToSend(entries, WANG, 500)?.change.id).toBe('a');
    expect(wakeAt([entries[0]!], WANG)).toBe(500);
    expect(wakeAt([], WANG)).toBeNull();
  });

  it("is never sent in somebody else's name", () => {
    const entries = box(entry(tick('a')), entry(tick('a'), { personId: 'li' }));
    expect(entries).toHaveLength(2);
    expect(nextToSend(entries, 'li', 10)?.personId).toBe('li');
    expect(nextToSend(entries, 'chen', 10)).toBeNull();
  });

  it('asks the server in the words of its API', () => {
    const asked = (change: Change) => requestOf(box(entry(change))[0]!);
    expect(asked(tick('a'))).toEqual({ method: 'POST', path: '/api/checks/a/tick', body: {}, version: 1 });
    expect(asked(untick('a')).path).toBe('/api/checks/a/untick');
    expect(asked(handIn({ note: '第一版' }))).toMatchObject({ path: '/api/deliverables/list/submit', version: 4 });
    expect(asked(status('done'))).toMatchObject({ method: 'PATCH', path: '/api/work-items/hall', version: 7 });
  });
});

describe('undo', () => {
  const anew = { id: 'key-anew', at: 99 };
  it('of what has not left takes it away, and nothing is sent', () => {
    for (const change of [tick('a'), handIn(), status('done')]) {
      const entries = box(entry(change));
      expect(undone(entries, entries[0]!.id, anew)).toEqual([]);
    }
  });

  it('of a tick that may have arrived sends the opposite after it, under a key of its own', () => {
    const entries = onTheWire(box(entry(tick('a'))));
    expect(undone(entries, entries[0]!.id, anew)).toMatchObject([
      { change: { to: 'ticked' } },
      { id: 'key-anew', change: { to: 'open', seen: ['ticked'] }, tries: 0 },
    ]);
  });

  it('is not offered where it could not be kept: a hand-in that may have arrived', () => {
    const entries = onTheWire(box(entry(handIn())));
    expect(mayUndo(entries[0]!)).toBe(false);
    expect(undone(entries, entries[0]!.id, anew)).toEqual(entries);
  });

  it('is not offered where its opposite is not what stood there: "not applicable" taken back', () => {
    const entries = onTheWire(box(entry(tick('a', { to: 'open', seen: ['not-applicable'] } as Partial<Change>))));
    expect(mayUndo(entries[0]!)).toBe(false);
    expect(undone(entries, entries[0]!.id, anew)).toEqual(entries);
  });
});

describe('an answer', () => {
  const meaning = (change: Change, code: number, body: Record<string, unknown> | null = null, tries = 1) =>
    meaningOf({ ...box(entry(change))[0]!, tries }, { status: code, body }, 1_000);

  it('of success ends it', () => expect(meaning(tick('a'), 200)).toEqual({ is: 'sent' }));

  it('of nobody signed in makes it wait for its author', () =>
    expect(meaning(tick('a'), 401)).toEqual({ is: 'signed-out' }));

  it.each([0, 408, 429, 500, 502, 503])('%i is tried again, each time later', (code) => {
    expect(meaning(tick('a'), code)).toEqual({ is: 'later', notBefore: 2_000 });
    expect(meaning(tick('a'), code, null, 4)).toEqual({ is: 'later', notBefore: 9_000 });
    expect(meaning(tick('a'), code, null, 60)).toEqual({ is: 'later', notBefore: 301_000 });
  });

  it('that its first arrival is still being answered is tried again', () =>
    expect(meaning(tick('a'), 409, { type: '/problems/in-flight', retryAfter: 5 })).toEqual({
      is: 'later',
      notBefore: 6_000,
    }));

  it.each([400, 403, 404, 409, 410, 422])('%i is told in the words of the server', (code) =>
    expect(meaning(tick('a'), code, { title: '不行', detail: '請洽組長', titleEn: 'No' })).toEqual({
      is: 'refused',
      refusal: { status: code, zh: '不行 請洽組長', en: 'No', now: null },
    }),
  );

  it('that somebody else decided otherwise meanwhile is told, with who it was', () => {
    const current = { version: 2, state: 'not-applicable', decidedBy: { name: '陳柏宇' } };
    expect(meaning(tick('a'), 412, { title: '已更改', current })).toMatchObject({
      is: 'refused',
      refusal: { now: { state: 'not-applicable', by: '陳柏宇' } },
    });
  });

  it('that it is as its author wanted it is no conflict', () => {
    expect(meaning(tick('a'), 412, { current: { version: 2, state: 'ticked' } })).toEqual({ is: 'sent' });
    expect(meaning(status('done'), 412, { current: { version: 9, status: 'done' } })).toEqual({ is: 'sent' });
    expect(meaning(handIn(), 412, { current: { version: 5, status: 'submitted' } })).toEqual({ is: 'sent' });
  });

  it('that another handed it in is told where a note would be lost', () =>
    expect(meaning(handIn({ note: '我的' }), 412, { current: { version: 5, status: 'submitted' } }).is).toBe(
      'refused',
    ));

  it('that only another field was edited sends it again over the state that its author saw', () => {
    expect(meaning(status('done'), 412, { current: { version: 9, status: 'to-do' } })).toEqual({
      is: 'again',
      version: 9,
    });
    expect(meaning(handIn(), 412, { current: { version: 6, status: 'open' } })).toEqual({ is: 'again', version: 6 });
  });

  it("never writes over what work waits for in somebody else's words", () => {
    const mine = status('waiting', { seen: ['waiting'], body: { status: 'waiting', waitingFor: '甲' } });
    const current = { version: 9, status: 'waiting', waitingFor: '乙' };
    expect(meaning(mine, 412, { current }).is).toBe('refused');
    expect(meaning(mine, 412, { current: { ...current, waitingFor: '甲' } })).toEqual({ is: 'sent' });
  });

  it("knows one's own ticks, which begin the work, from somebody else's change", () => {
    const [, later] = box(entry(tick('a')), entry(status('done')));
    const current = { version: 9, status: 'doing' };
    expect(meaningOf(later!, { status: 412, body: { current } }, 0)).toEqual({ is: 'again', version: 9 });
    expect(meaning(status('done'), 412, { current }).is).toBe('refused');
  });
});

describe('the outbox after an answer', () => {
  const two = () => queued(onTheWire(box(entry(tick('a')))), entry(untick('a')));

  it('goes on with the version that the answer named', () => {
    const [first] = two();
    expect(answered(two(), first!.id, { is: 'sent' })).toHaveLength(2);
    const entries = two();
    expect(answered(entries, entries[0]!.id, { is: 'sent' }, 2)).toMatchObject([
      { change: { to: 'open', version: 2 } },
    ]);
  });

  it('keeps what was refused until it is read, with what rested on it, and lets the rest go on', () => {
    const entries = queued(two(), entry(tick('b')));
    const after = answered(entries, entries[0]!.id, { is: 'refused', refusal: refused });
    expect(after.map(isWaiting)).toEqual([false, false, true]);
    expect(nextToSend(after, WANG, 0)?.change.id).toBe('b');
    expect(changes(queued(after, entry(tick('a'))))).toEqual([tick('b'), tick('a')]);
  });

  it('remembers the next try, and loses nothing while its author is signed out', () => {
    const entries = two();
    expect(answered(entries, entries[0]!.id, { is: 'later', notBefore: 5 })[0]).toMatchObject({ notBefore: 5 });
    expect(answered(entries, entries[0]!.id, { is: 'again', version: 3 })[0]).toMatchObject({ change: { version: 3 } });
    expect(answered(entries, entries[0]!.id, { is: 'signed-out' })).toEqual(entries);
    expect(answered(entries, 'unknown', { is: 'sent' })).toEqual(entries);
  });
});

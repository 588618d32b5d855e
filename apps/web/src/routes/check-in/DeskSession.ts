import { client } from '../../api/client';
import { newKey } from '../../api/once';
import { ApiError, isPassing } from '../../api/problem';
import type { DeskEntry, DeskList, DeskRow } from '../../api/types';
import {
  type DeskState,
  emptyDesk,
  type Kept,
  receiptNumber,
  renewed,
  settled,
  waitingOf,
  walkInNumber,
} from './desk.rules';
import { readDesk, writeDesk } from './deskStore';

/** How often (ms) a desk asks what the others have written down, and how soon it tries again without a network. */
const LOOK_MS = 3000;
/** What was changed in the list itself is told by a stamp alone: the whole of it is fetched no oftener than this (ms). */
const WHOLE_MS = 30_000;
/** Settings, and what other desks have taken, are asked for no oftener than this (ms). */
const VIEW_MS = 15_000;
/** Waiting for longer than this (ms), another tab has the desk. */
const ELSEWHERE_MS = 800;
const AT_ONCE = 50;

export interface DeskView {
  state: DeskState;
  /** Whether the server answers. */
  online: boolean;
  /** Read from the device; until then nothing is known. */
  ready: boolean;
  /** Why the desk can't go on at all, if so: signed out, no access, nothing here. */
  failure: unknown;
  /** The server takes nothing more, until it is opened again. */
  closed: boolean;
  /** Another tab of this device works here. */
  elsewhere: boolean;
}

/**
 * One desk on this device: what is done counts at once, is kept, and is sent in its order whenever the server can be
 * reached. Two tabs of one device are one desk to the server, so only one of them works at a time.
 */
export class DeskSession {
  private view: DeskView;
  private readonly listeners = new Set<() => void>();
  private timer: ReturnType<typeof setTimeout> | undefined;
  private work: Promise<void> = Promise.resolve();
  private wholeAt = 0;
  private viewedAt = 0;
  private stopped = false;
  private release = () => {};

  constructor(
    private readonly registerId: string,
    private readonly personId: string,
  ) {
    const state = emptyDesk(registerId, personId);
    this.view = { state, online: true, ready: false, failure: null, closed: false, elsewhere: false };
  }

  readonly subscribe = (listener: () => void) => {
    this.listeners.add(listener);
    return () => void this.listeners.delete(listener);
  };
  readonly snapshot = () => this.view;

  async start(): Promise<void> {
    this.stopped = false;
    // Plain http has no locks; there a second tab is its user's own doing.
    if (typeof navigator.locks === 'undefined') return this.begin();
    const slow = setTimeout(() => this.show({ elsewhere: true }), ELSEWHERE_MS);
    await navigator.locks.request(`convener.desk.${this.registerId}`, async () => {
      clearTimeout(slow);
      if (this.stopped) return;
      this.show({ elsewhere: false });
      const over = new Promise<void>((resolve) => (this.release = resolve));
      await this.begin();
      await over;
    });
  }

  private async begin(): Promise<void> {
    const kept = await readDesk(this.registerId, this.personId);
    if (kept) this.show({ state: kept });
    window.addEventListener('online', this.look);
    document.addEventListener('visibilitychange', this.seen);
    await this.sync();
    this.show({ ready: true });
  }

  stop(): void {
    this.stopped = true;
    this.release();
    clearTimeout(this.timer);
    window.removeEventListener('online', this.look);
    document.removeEventListener('visibilitychange', this.seen);
  }

  /** This device becomes a desk. Needs the server, which gives it its code. */
  async open(name: string): Promise<void> {
    const path = { id: this.registerId };
    const { data } = await client.POST('/api/registers/{id}/check-in/desks', { params: { path }, body: { name } });
    await this.change((state) => ({ ...state, desk: { ...data!, name } }));
  }

  arrive = (row: DeskRow) => this.put({ kind: 'arrival', rowId: row.id }, row.name);
  undo = (row: DeskRow) => this.put({ kind: 'undo', rowId: row.id }, row.name);

  /** Answers the receipt's number. */
  async pay(row: DeskRow, amount: number): Promise<string> {
    const receipt = receiptNumber(this.view.state);
    await this.put({ kind: 'payment', rowId: row.id, receipt, amount }, row.name, (state) => ({
      ...state,
      receipts: state.receipts + 1,
    }));
    return receipt;
  }

  void = (row: DeskRow) => this.put({ kind: 'void', rowId: row.id, receipt: row.receipt! }, row.name);

  /** Answers the id of the new registration. `cells`: without its number, which the desk gives. */
  async welcome(name: string, cells: NonNullable<DeskEntry['cells']>, consentVersion?: number): Promise<string> {
    const rowId = newKey();
    const { state } = this.view;
    const number = state.checkIn?.fields.number;
    const all = number === undefined ? cells : { ...cells, [number]: walkInNumber(state) };
    const told = consentVersion === undefined ? {} : { consentVersion };
    await this.put({ kind: 'walk-in', rowId, cells: all, ...told }, name, (now) => ({
      ...now,
      walkIns: now.walkIns + 1,
    }));
    return rowId;
  }

  /** Somebody has looked into it. */
  dismiss = (id: string) =>
    this.change((state) => ({ ...state, kept: state.kept.filter(({ entry }) => entry.id !== id) }));

  /** Sends again what was refused, perhaps after somebody has mended the list. */
  again = (id: string) =>
    this.change((state) => ({
      ...state,
      kept: state.kept.map((one) => (one.entry.id === id ? { ...one, answer: null } : one)),
    })).then(this.look);

  private async put(
    given: Omit<DeskEntry, 'id' | 'at'>,
    name: string,
    more: (state: DeskState) => DeskState = (state) => state,
  ): Promise<void> {
    const one: Kept = { entry: { ...given, id: newKey(), at: Date.now() }, name, answer: null };
    await this.change((state) => more({ ...state, kept: [...state.kept, one] }));
    this.look();
  }

  private readonly look = () => {
    clearTimeout(this.timer);
    void this.sync();
  };

  private readonly seen = () => {
    if (document.visibilityState === 'visible') this.look();
  };

  /** Sends what waits, then asks what is new; one after the other. */
  private sync(): Promise<void> {
    this.work = this.work.then(() => this.round()).catch(() => undefined);
    return this.work;
  }

  private async round(): Promise<void> {
    clearTimeout(this.timer);
    if (this.stopped) return;
    try {
      await this.send();
      await this.ask();
      this.show({ online: true, failure: null });
    } catch (error) {
      const closed = error instanceof ApiError && error.problem?.type === '/problems/check-in-closed';
      if (closed) this.show({ closed });
      else this.show(isPassing(error) ? { online: false } : { failure: error });
      if (closed) await this.ask().catch(() => undefined);
    } finally {
      if (!this.stopped) this.timer = setTimeout(this.look, LOOK_MS);
    }
  }

  private async send(): Promise<void> {
    for (;;) {
      const { desk } = this.view.state;
      const waiting = waitingOf(this.view.state).slice(0, AT_ONCE);
      if (waiting.length === 0 || !desk) return;
      const body = { deskId: desk.id, entries: waiting.map(({ entry }) => entry) };
      const path = { id: this.registerId };
      const { data } = await client.POST('/api/registers/{id}/check-in/entries', { params: { path }, body });
      this.show({ closed: false });
      await this.change((state) => settled(state, data!.items));
    }
  }

  private async ask(): Promise<void> {
    const path = { id: this.registerId };
    if (Date.now() - this.viewedAt > VIEW_MS) {
      const { data } = await client.GET('/api/registers/{id}/check-in', { params: { path } });
      this.viewedAt = Date.now();
      await this.change((state) => ({ ...state, checkIn: data! }));
      this.show({ closed: data!.closedAt !== null });
    }
    const { seq, stamp, checkIn } = this.view.state;
    if (!checkIn || checkIn.openedAt === null) return;
    const list = await this.list(seq);
    if (list.whole || list.stamp === stamp || Date.now() - this.wholeAt < WHOLE_MS) return this.renew(list);
    return this.renew(await this.list(null));
  }

  private async list(since: number | null): Promise<DeskList> {
    const query = since === null ? {} : { since };
    const params = { path: { id: this.registerId }, query };
    return (await client.GET('/api/registers/{id}/check-in/list', { params })).data!;
  }

  private renew(list: DeskList): Promise<void> {
    if (list.whole) this.wholeAt = Date.now();
    // The stamp of the rows that are here, which moves on only with all of them.
    const stamp = list.whole ? list.stamp : (this.view.state.stamp ?? list.stamp);
    return this.change((state) => renewed(state, { ...list, stamp }), list.whole || list.rows.length > 0);
  }

  private async change(how: (state: DeskState) => DeskState, withRows = false): Promise<void> {
    const state = how(this.view.state);
    // Shown before it is written: on a slow phone the writing takes longer than a finger takes to doubt.
    this.show({ state });
    await writeDesk(state, withRows).catch(() => undefined);
  }

  private show(part: Partial<DeskView>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
  }
}

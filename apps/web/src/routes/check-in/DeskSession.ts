import { newKey } from '../../api/once';
import { ApiError, isPassing } from '../../api/problem';
import type { DeskEntry, DeskList, DeskRow } from '../../api/types';
import { isHere } from '../../offline/outbox';
import {
  type DeskState,
  emptyDesk,
  type Kept,
  receiptNumber,
  renewed,
  settled,
  waitingOf,
  without,
} from './desk.rules';
import { askCheckIn, askList, openDesk, sendEntries } from './deskRequests';
import { readDesk, writeDesk } from './deskStore';
import { mended, nextWalkIn, numberKey, type WalkIn, walkInNumber } from './walkIn.rules';

/** How often (ms) a desk asks what the others have written down, and how soon it tries again without a network. */
const LOOK_MS = 3000;
/** What was changed in the list itself is told by a stamp alone: the whole of it is fetched no oftener than this (ms). */
const WHOLE_MS = 30_000;
/** Settings, and what other desks have taken, are asked for no oftener than this (ms). */
const VIEW_MS = 15_000;
/** Waiting for longer than this (ms), another tab has the desk. */
const ELSEWHERE_MS = 800;

export interface DeskView {
  state: DeskState;
  /** Whether the server answers. */
  online: boolean;
  /** Read from the device; until then nothing is known. */
  ready: boolean;
  /** Why the server takes and tells nothing, if so: no access any more, nothing here. The desk goes on alone meanwhile. */
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
    const desk = await openDesk(this.registerId, name);
    await this.change((state) => ({ ...state, desk: { ...desk, name } }));
    // The desks of the list, as it was told, are without this one.
    this.viewedAt = 0;
    this.look();
  }

  arrive = (row: DeskRow) => this.put({ kind: 'arrival', rowId: row.id }, row.name);
  undo = (row: DeskRow) =>
    this.put({ kind: 'undo', rowId: row.id, ...(row.deskId && { undoneDeskId: row.deskId }) }, row.name);

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

  /** The money of somebody who had paid before goes back, and with it the trouble. */
  voidSecond = ({ entry: { id, rowId, receipt }, name }: Kept) =>
    this.put({ kind: 'void', rowId, receipt }, name, (state) => without(state, id));

  /** Answers the id of the new registration. */
  async welcome({ name, cells, consentVersion }: WalkIn): Promise<string> {
    const rowId = newKey();
    const { state } = this.view;
    const number = state.checkIn ? numberKey(state.checkIn) : undefined;
    const all = number === undefined ? cells : { ...cells, [number]: walkInNumber(state) };
    const told = consentVersion === undefined ? {} : { consentVersion };
    await this.put({ kind: 'walk-in', rowId, cells: all, ...told }, name, (now) => ({
      ...now,
      walkIns: nextWalkIn(state),
    }));
    return rowId;
  }

  /** Sends a walk-in that was refused as somebody has mended it. */
  mend = (id: string, walkIn: WalkIn) => this.change((state) => mended(state, id, walkIn)).then(this.look);

  /** Somebody has looked into it. */
  dismiss = (id: string) => this.change((state) => without(state, id));

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
      // A tab that still shows somebody who has signed out would send and ask with the cookie of whoever came after.
      if (!isHere(this.personId)) return;
      await this.send();
      await this.ask();
      this.show({ online: true, failure: null });
    } catch (error) {
      const closed = error instanceof ApiError && error.problem?.type === '/problems/check-in-closed';
      if (closed) this.show({ closed, online: true, failure: null });
      else this.show(isPassing(error) ? { online: false, failure: null } : { online: true, failure: error });
      if (closed) await this.ask().catch(() => undefined);
    } finally {
      if (!this.stopped) this.timer = setTimeout(this.look, LOOK_MS);
    }
  }

  private async send(): Promise<void> {
    for (;;) {
      const { desk } = this.view.state;
      const waiting = waitingOf(this.view.state);
      if (waiting.length === 0 || !desk) return;
      const answers = await sendEntries(this.registerId, desk.id, waiting);
      this.show({ closed: false });
      await this.change((state) => settled(state, answers), true);
    }
  }

  private async ask(): Promise<void> {
    if (Date.now() - this.viewedAt > VIEW_MS) {
      const now = await askCheckIn(this.registerId);
      this.viewedAt = Date.now();
      await this.change((state) => ({ ...state, checkIn: now }));
      this.show({ closed: now.closedAt !== null });
    }
    const { seq, stamp, checkIn } = this.view.state;
    if (!checkIn || checkIn.openedAt === null) return;
    const list = await askList(this.registerId, seq);
    if (list.whole || list.stamp === stamp || Date.now() - this.wholeAt < WHOLE_MS) return this.renew(list);
    return this.renew(await askList(this.registerId, null));
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
    // Once it is stopped the device is another's to write on: the next page of this desk, or nobody after a sign-out.
    if (!this.stopped) await writeDesk(state, withRows).catch(() => undefined);
  }

  private show(part: Partial<DeskView>): void {
    this.view = { ...this.view, ...part };
    for (const listener of this.listeners) listener();
  }
}

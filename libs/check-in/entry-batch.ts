import { insertAll, readAll, updateRow } from '@convener/platform';
import { wrongField } from '@convener/projects';
import { RegisterRow } from '@convener/registers';
import type { EntityManager } from 'typeorm';
import { Arrival, CheckIn, CheckInEntry, Consent, type Desk } from './check-in.entity';
import type { OpenScope } from './check-in-scope';
import { enteredAt, type GivenEntry, type Met, type Outcome } from './entries.rules';
import type { Payment } from './voids.rules';

/** What the entries of one request meet, and what they leave behind. The transaction holds the list. */
export class EntryBatch {
  readonly rows = new Map<string, RegisterRow>();
  readonly arrivals = new Map<string, Arrival>();
  /** By their receipts: those that are named, and all of whoever takes one back. */
  private readonly payments = new Map<string, CheckInEntry>();
  private readonly voidSeqs = new Map<string, number>();
  readonly consents = new Set<number>();
  private readonly known = new Map<string, CheckInEntry>();
  private readonly added: CheckInEntry[] = [];
  private readonly voided: CheckInEntry[] = [];

  private constructor(
    readonly em: EntityManager,
    readonly scope: OpenScope,
    readonly desk: Desk,
    readonly now: number,
  ) {}

  static async read(
    em: EntityManager,
    scope: OpenScope,
    desk: Desk,
    now: number,
    given: readonly GivenEntry[],
  ): Promise<EntryBatch> {
    const batch = new EntryBatch(em, scope, desk, now);
    const { registerId } = scope.checkIn;
    const rowIds = given.map(({ rowId }) => rowId);
    for (const one of await readAll(em, CheckInEntry, 'WHERE t.id IN ?*', [given.map(({ id }) => id)])) {
      if (one.registerId !== registerId) throw wrongField('/entries', FOREIGN);
      batch.known.set(one.id, one);
    }
    const rows = 'WHERE t.register_id = ? AND t.id IN ?*';
    for (const row of await readAll(em, RegisterRow, rows, [registerId, rowIds])) batch.rows.set(row.id, row);
    const arrivals = 'WHERE t.register_id = ? AND t.row_id IN ?*';
    for (const one of await readAll(em, Arrival, arrivals, [registerId, rowIds])) batch.arrivals.set(one.rowId, one);
    await batch.readPayments(given);
    if (given.some(({ kind }) => kind === 'walk-in'))
      for (const { version } of await em.findBy(Consent, { registerId })) batch.consents.add(version);
    return batch;
  }

  private async readPayments(given: readonly GivenEntry[]): Promise<void> {
    const { registerId } = this.scope.checkIn;
    const receipts = given.flatMap(({ receipt }) => (receipt === undefined ? [] : [receipt]));
    if (receipts.length === 0) return;
    const payments = 'WHERE t.register_id = ? AND t.receipt IN ?*';
    for (const one of await readAll(this.em, CheckInEntry, payments, [registerId, receipts]))
      this.payments.set(one.receipt!, one);
    const voided = given.flatMap(({ kind, rowId }) => (kind === 'void' ? [rowId] : []));
    if (voided.length === 0) return;
    const ofRows = `WHERE t.register_id = ? AND t.row_id IN ?* AND t.kind IN ('payment', 'void')`;
    for (const one of await readAll(this.em, CheckInEntry, ofRows, [registerId, voided])) {
      if (one.kind === 'void') this.voidSeqs.set(one.id, one.seq);
      else if (!this.payments.has(one.receipt!)) this.payments.set(one.receipt!, one);
    }
  }

  /** The same entry as it was taken before, also by this very request. */
  before(id: string): CheckInEntry | undefined {
    return this.known.get(id) ?? this.added.find((entry) => entry.id === id);
  }

  met({ rowId, receipt }: GivenEntry): Met {
    const row = this.rows.get(rowId);
    const payment = receipt === undefined ? undefined : this.payments.get(receipt);
    const { paid } = this.scope.checkIn.fields;
    return {
      row: row ? { status: row.status, paid: paid !== undefined && row.cells[paid] === 'yes' } : null,
      arrivedAtDesk: this.arrivals.get(rowId)?.deskId ?? null,
      payment: payment ? { rowId: payment.rowId, voided: payment.voidedBy !== null } : null,
    };
  }

  at({ at }: GivenEntry): number {
    return enteredAt(at, this.scope.checkIn.openedAt, this.now);
  }

  async arrive(entry: GivenEntry): Promise<void> {
    const { registerId } = this.scope.checkIn;
    const arrival = {
      ...{ rowId: entry.rowId, registerId, deskId: this.desk.id },
      ...{ enteredBy: this.scope.actor.personId, at: this.at(entry) },
    };
    await insertAll(this.em, Arrival, [arrival]);
    this.arrivals.set(entry.rowId, arrival);
  }

  async leave(rowId: string): Promise<void> {
    await this.em.delete(Arrival, { rowId });
    this.arrivals.delete(rowId);
  }

  void(receipt: string, by: string): void {
    const payment = this.payments.get(receipt)!;
    payment.voidedBy = by;
    this.voided.push(payment);
  }

  /** All that this registration has paid at desks, where one of it is taken back. */
  paymentsOf(rowId: string): Payment[] {
    const own = [...this.payments.values()].filter((payment) => payment.rowId === rowId);
    return own.map(({ receipt, outcome, seq, voidedBy }) => ({
      ...{ receipt: receipt!, outcome, seq },
      voidedSeq: voidedBy === null ? null : (this.voidSeqs.get(voidedBy) ?? seq),
    }));
  }

  note(entry: GivenEntry, outcome: Outcome): void {
    const { checkIn, actor } = this.scope;
    const pays = entry.kind === 'payment';
    const noted: CheckInEntry = {
      ...{ id: entry.id, registerId: checkIn.registerId, seq: checkIn.lastSeq + this.added.length + 1 },
      ...{ kind: entry.kind, outcome, rowId: entry.rowId, deskId: this.desk.id, enteredBy: actor.personId },
      ...{ enteredAt: this.at(entry), takenAt: this.now, voidedBy: null },
      receipt: pays ? entry.receipt! : null,
      amountHundredths: pays ? Math.round(entry.amount! * 100) : null,
    };
    this.added.push(noted);
    if (noted.receipt !== null) this.payments.set(noted.receipt, noted);
    if (noted.kind === 'void') this.voidSeqs.set(noted.id, noted.seq);
  }

  /** Writes it all down. Answers whether anything is new. */
  async finish(): Promise<boolean> {
    if (this.added.length === 0) return false;
    const { registerId, lastSeq } = this.scope.checkIn;
    await insertAll(this.em, CheckInEntry, this.added);
    await updateRow(this.em, CheckIn, { lastSeq: lastSeq + this.added.length }, { registerId });
    for (const { id, voidedBy } of this.voided) await updateRow(this.em, CheckInEntry, { voidedBy }, { id });
    return true;
  }
}

const FOREIGN = { zh: '這筆紀錄屬於另一份名單。', en: 'An entry belongs to another list.' };

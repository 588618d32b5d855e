import type { Bilingual } from '@convener/kernel';
import type { GivenCells, RowStatus } from '@convener/registers';

/** `undo` takes an arrival back, `void` a payment. */
export const ENTRY_KINDS = ['arrival', 'undo', 'walk-in', 'payment', 'void'] as const;
export type EntryKind = (typeof ENTRY_KINDS)[number];

/** `double`: somebody had already arrived or paid; it stands for itself and somebody looks into it. */
export type Outcome = 'done' | 'double';

/** What a desk has written down. */
export interface GivenEntry {
  id: string;
  kind: EntryKind;
  /** Of a walk-in a new id, given by the desk. */
  rowId: string;
  /** Epoch ms, by the clock of the desk. */
  at: number;
  /** Of a walk-in: what the list says of them, by the column's key. */
  cells?: GivenCells;
  /** Of a walk-in: the wording about their data that they were shown. */
  consentVersion?: number;
  /** Of an undoing: the desk whose arrival it takes back, as the one who takes it back saw it. */
  undoneDeskId?: string;
  /** Of a payment or its undoing. */
  receipt?: string;
  /** Of a payment, in dollars. */
  amount?: number;
}

export const MOST_AMOUNT = 10_000_000;

/** What an entry meets in the list. */
export interface Met {
  /** Null where the list has no such row (any more). */
  row: { status: RowStatus; paid: boolean } | null;
  /** At which desk they arrived; null where they have not. */
  arrivedAtDesk: string | null;
  /** Of the receipt that the entry names: whose payment it is, and whether it was taken back. */
  payment: { rowId: string | null; voided: boolean } | null;
}

type Judged = Pick<GivenEntry, 'kind' | 'rowId' | 'receipt' | 'undoneDeskId'>;

export type Refusal = Bilingual & { type: string };

/** Whether an entry counts, counts as a double, or can't be: then the desk keeps it and says why. */
export function judge(entry: Judged, { row, arrivedAtDesk, payment }: Met): Outcome | Refusal {
  if (entry.kind === 'walk-in') return row ? 'double' : 'done';
  if (!row) return GONE;
  switch (entry.kind) {
    case 'arrival':
      if (row.status === 'dropped') return DROPPED;
      return arrivedAtDesk === null ? 'done' : 'double';
    case 'undo':
      return isAnothers(entry, arrivedAtDesk) ? 'double' : 'done';
    case 'payment':
      if (payment) return RECEIPT_TAKEN;
      return row.paid ? 'double' : 'done';
    case 'void':
      if (!payment || payment.rowId !== entry.rowId) return NO_RECEIPT;
      return payment.voided ? 'double' : 'done';
  }
}

/** A desk that was offline takes back its own mistake, and not that the same person then came in by another door. */
function isAnothers({ undoneDeskId }: Judged, arrivedAtDesk: string | null): boolean {
  return undoneDeskId !== undefined && arrivedAtDesk !== null && undoneDeskId !== arrivedAtDesk;
}

export function isRefusal(judged: Outcome | Refusal): judged is Refusal {
  return typeof judged === 'object';
}

/**
 * Whether a receipt number is one of those that a desk may give out: what stands before all, its own code, and how many it
 * gave out. What stands before may be changed while a desk without a network still hands out paper with the old one; no
 * number counts twice whatever it is.
 */
export function isReceiptOf(receipt: string, deskCode: string): boolean {
  return new RegExp(`^[A-Za-z0-9-]{0,12}${deskCode}-\\d{4,6}$`).test(receipt);
}

/** The code of the desk that opens after `count` others: A … Z, AA, AB … */
export function deskCode(count: number): string {
  const letter = String.fromCharCode(65 + (count % 26));
  return count < 26 ? letter : deskCode(Math.floor(count / 26) - 1) + letter;
}

/** Clocks of phones are wrong at times: nothing was written down later than it came in, or days before the desk opened. */
export function enteredAt(said: number, openedAt: number, now: number): number {
  return Math.max(Math.min(said, now), Math.min(openedAt, now));
}

const GONE: Refusal = {
  type: 'gone',
  zh: '名單裡已經沒有這筆報名，可能被刪除了。請洽報名組確認。',
  en: 'This registration is no longer in the list. It may have been removed: ask whoever keeps the list.',
};
const DROPPED: Refusal = {
  type: 'dropped',
  zh: '這筆報名已取消。要讓他入場，請先在清單裡恢復這筆資料。',
  en: 'This registration was cancelled. To let them in, put it back in the list first.',
};
const RECEIPT_TAKEN: Refusal = {
  type: 'receipt-taken',
  zh: '這個收據號碼已經用過了。',
  en: 'This receipt number has been used already.',
};
const NO_RECEIPT: Refusal = {
  type: 'no-receipt',
  zh: '這筆報名沒有這張收據。',
  en: 'This registration has no such receipt.',
};

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
  /** Of a payment or its undoing. */
  receipt?: string;
  /** Of a payment, in dollars. */
  amount?: number;
}

/** How a desk writes a receipt number: what stands before all, its own code, and how many it gave out. */
export const RECEIPT_TAIL = /^([A-Z]{1,3})-(\d{4,6})$/;
export const MOST_AMOUNT = 10_000_000;

/** What an entry meets in the list. */
export interface Met {
  /** Null where the list has no such row (any more). */
  row: { status: RowStatus; paid: boolean } | null;
  arrived: boolean;
  /** Of the receipt that the entry names: whose payment it is, and whether it was taken back. */
  payment: { rowId: string | null; voided: boolean } | null;
}

type Judged = Pick<GivenEntry, 'kind' | 'rowId' | 'receipt'>;

export type Refusal = Bilingual & { type: string };

/** Whether an entry counts, counts as a double, or can't be: then the desk keeps it and says why. */
export function judge(entry: Judged, { row, arrived, payment }: Met): Outcome | Refusal {
  if (entry.kind === 'walk-in') return row ? 'double' : 'done';
  if (!row) return GONE;
  switch (entry.kind) {
    case 'arrival':
      if (row.status === 'dropped') return DROPPED;
      return arrived ? 'double' : 'done';
    case 'undo':
      return 'done';
    case 'payment':
      if (payment) return RECEIPT_TAKEN;
      return row.paid ? 'double' : 'done';
    case 'void':
      if (!payment || payment.rowId !== entry.rowId) return NO_RECEIPT;
      return payment.voided ? 'double' : 'done';
  }
}

export function isRefusal(judged: Outcome | Refusal): judged is Refusal {
  return typeof judged === 'object';
}

/** Whether a receipt number is one of those that a desk may give out. */
export function isReceiptOf(receipt: string, prefix: string, deskCode: string): boolean {
  const found = receipt.startsWith(prefix) ? RECEIPT_TAIL.exec(receipt.slice(prefix.length)) : null;
  return found?.[1] === deskCode;
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

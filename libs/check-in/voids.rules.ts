import type { Outcome } from './entries.rules';

/** A payment of a registration, in the order in which payments and their undoings came in. */
export interface Payment {
  receipt: string;
  outcome: Outcome;
  seq: number;
  /** Null while it stands. */
  voidedSeq: number | null;
}

/**
 * What the list says once `receipt` is taken back; what is missing stays as it is. `said`: the receipt that the list names.
 * Somebody who has paid twice has still paid, and so has somebody whose payment an office had entered before any desk.
 */
export function afterVoid(
  payments: readonly Payment[],
  receipt: string,
  said: string | null,
): { paid?: false; receipt?: string | null } {
  const standing = payments.filter((one) => one.receipt !== receipt && one.voidedSeq === null);
  const [next] = standing.sort((a, b) => a.seq - b.seq);
  if (next) return said === receipt ? { receipt: next.receipt } : {};
  const voided = payments.find((one) => one.receipt === receipt);
  if (!voided || !isWhyPaid(voided, payments)) return {};
  return { paid: false, ...(said === receipt && { receipt: null }) };
}

/** It made the list say paid, or was standing when the one that did was taken back. */
function isWhyPaid({ outcome, seq }: Payment, payments: readonly Payment[]): boolean {
  const handedOn = ({ seq: earlier, voidedSeq }: Payment) => earlier < seq && voidedSeq !== null && voidedSeq > seq;
  return outcome === 'done' || payments.some((one) => handedOn(one) && isWhyPaid(one, payments));
}

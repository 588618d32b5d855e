import { type ChainedEntry, EMPTY_CHAIN, hashOf, type Head } from './chain';
import { personalDigest } from './personal';

/**
 * What is wrong at a place of a chain. `content`: a field of the entry, its hash or its place was changed; `missing`:
 * an entry is gone; `order`: it stands where another one already stands, or before the first; `head`: the kept end of
 * the chain differs from its last entry; `personal`: the personal text of the entry was changed or added.
 */
export type Wrong = 'content' | 'missing' | 'order' | 'head' | 'personal';

export interface Fault {
  seq: number;
  /** Null for an entry that is missing, and for a head without entries. */
  entryId: string | null;
  what: Wrong;
}

/** An entry as read back, with its personal text where that is still there. */
export interface ReadEntry extends ChainedEntry {
  id: string;
  hash: string;
  content: string | null;
  salt: string | null;
}

/** Goes through one project's chain, entry by entry in the order of `seq`. Holds no more than the last entry. */
export class ChainCheck {
  entries = 0;
  /** Entries whose personal text was erased, which is nothing wrong. */
  erased = 0;
  faults = 0;
  firstFault: Fault | null = null;

  private next = EMPTY_CHAIN.seq + 1;
  private lastId: string | null = null;
  /** Hashes that the next entry may build on: after a changed one both the stored and the right; null after a gap. */
  private previous: readonly string[] | null = [EMPTY_CHAIN.hash];

  add(entry: ReadEntry): void {
    this.entries += 1;
    const seq = Number(entry.seq);
    if (seq > this.next) this.gap(seq);
    if (seq === this.next) this.inOrder(entry);
    else this.fault({ seq, entryId: entry.id, what: 'order' });
    this.personal(entry);
  }

  end(head: Head | null): void {
    const { seq, hash } = head ?? EMPTY_CHAIN;
    if (seq >= this.next) return this.gap(seq + 1);
    if (seq === this.next - 1 && this.previous?.includes(hash)) return;
    this.fault({ seq: this.next - 1, entryId: this.lastId, what: 'head' });
  }

  private gap(until: number): void {
    this.fault({ seq: this.next, entryId: null, what: 'missing' });
    this.next = until;
    this.previous = null;
  }

  private inOrder(entry: ReadEntry): void {
    const right = this.previous?.map((hash) => hashOf(hash, entry)) ?? [entry.hash];
    if (!right.includes(entry.hash)) this.fault({ seq: this.next, entryId: entry.id, what: 'content' });
    this.previous = right.includes(entry.hash) ? [entry.hash] : [entry.hash, ...right];
    this.next += 1;
    this.lastId = entry.id;
  }

  private personal({ seq, id, personalDigest: digest, content, salt }: ReadEntry): void {
    if (digest !== null && content === null) this.erased += 1;
    const right = content === null || personalDigest(salt ?? '', content) === digest;
    if (!right) this.fault({ seq: Number(seq), entryId: id, what: 'personal' });
  }

  private fault(fault: Fault): void {
    this.faults += 1;
    this.firstFault ??= fault;
  }
}

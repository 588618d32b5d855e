import type { Draft } from './draft';

/** `elsewhere`: another tab or device has saved a newer draft, and ours waits for its author to decide. */
export type Saving = 'idle' | 'saving' | 'saved' | 'failed' | 'elsewhere';

/** Sends the draft over the version last seen and answers the new one. */
export type SendDraft = (draft: Draft, seen: number) => Promise<number>;

/** So long after the last letter a draft is sent. */
const PAUSE_MS = 400;

/** Keeps a draft on the server as it grows: one request at a time, the newest state last. */
export class DraftSaver {
  private waiting: Draft | null = null;
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
  /** The newest that was sent. */
  private last: Draft | null = null;
  private ended = false;

  constructor(
    private version: number,
    private readonly send: SendDraft,
    private readonly isOutdated: (error: unknown) => boolean,
    private readonly tell: (saving: Saving) => void,
  ) {}

  change(draft: Draft): void {
    if (this.ended) return;
    this.waiting = draft;
    this.tell('saving');
    clearTimeout(this.timer);
    this.timer = setTimeout(() => void this.flush(), PAUSE_MS);
  }

  /**
   * Sends at once what still waits. Never throws: what could not be sent waits for the next change. Who is `leaving` has
   * no time to wait for the answer to the request before, and counts on it.
   */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending && !leaving) await this.sending;
    const draft = this.waiting;
    if (!draft || this.ended) return;
    this.waiting = null;
    this.last = draft;
    const seen = this.sending ? this.version + 1 : this.version;
    const sending = Promise.all([this.sending, this.sendNow(draft, seen)]).then(() => {
      if (this.sending === sending) this.sending = null;
    });
    this.sending = sending;
    await sending;
  }

  /** Its author has chosen ours over what another device saved. */
  async insist(theirs: number): Promise<void> {
    this.version = theirs;
    await this.flush();
  }

  /** Nothing is sent any more: the draft has been started or discarded. */
  end(): void {
    this.ended = true;
    clearTimeout(this.timer);
  }

  private async sendNow(draft: Draft, seen: number): Promise<void> {
    try {
      this.version = Math.max(this.version, await this.send(draft, seen));
      this.tell(this.waiting ? 'saving' : 'saved');
    } catch (error) {
      // An older state never goes over a newer one that is already under way.
      if (this.last === draft) this.waiting ??= draft;
      this.tell(this.isOutdated(error) ? 'elsewhere' : 'failed');
    }
  }
}

import type { Draft } from './draft';

/** `elsewhere`: another tab or device has saved a newer draft, and ours waits for its author to decide. */
export type Saving = 'idle' | 'saving' | 'saved' | 'failed' | 'elsewhere';

/** Sends the draft over the version last seen and answers the new one. `leaving`: the page is about to go. */
export type SendDraft = (draft: Draft, seen: number, leaving: boolean) => Promise<number>;

/** So long after the last letter a draft is sent. */
const PAUSE_MS = 700;

/** Keeps a draft on the server as it grows: one request at a time, the newest state last. */
export class DraftSaver {
  private waiting: Draft | null = null;
  private sending: Promise<void> | null = null;
  private timer: ReturnType<typeof setTimeout> | undefined;
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

  /** Sends at once what still waits. Never throws: what could not be sent waits for the next change. */
  async flush(leaving = false): Promise<void> {
    clearTimeout(this.timer);
    if (this.sending) await this.sending;
    const draft = this.waiting;
    if (!draft || this.ended) return;
    this.waiting = null;
    this.sending = this.sendNow(draft, leaving).finally(() => (this.sending = null));
    await this.sending;
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

  private async sendNow(draft: Draft, leaving: boolean): Promise<void> {
    try {
      this.version = await this.send(draft, this.version, leaving);
      this.tell(this.waiting ? 'saving' : 'saved');
    } catch (error) {
      this.waiting ??= draft;
      this.tell(this.isOutdated(error) ? 'elsewhere' : 'failed');
    }
  }
}

import { refresh, refreshAll } from './refresh';
import type { Changed } from './concerned';

/** The server beats every 20 s; silent for so long (ms), the connection is dead though nobody has said so. */
const SILENCE_MS = 50_000;
const LOOK_MS = 10_000;
/** A page that is out of sight for longer than this (ms) listens no more. */
const HIDDEN_MS = 15_000;
/** Refused (too many pages, a restart, no more access): tried again after so long (ms), then doubling. */
const AGAIN_MS = 5000;
const AGAIN_MOST_MS = 60_000;

/** `deaf`: connected, but what is done through other servers comes late. */
export type Connection = 'open' | 'lost' | 'deaf';

/**
 * Follows one stream while the page is in sight, and has what changes fetched again. Whenever it could not listen for a
 * while everything is.
 */
export class Follower {
  private source: EventSource | null = null;
  private heard = 0;
  private missed = false;
  private again = AGAIN_MS;
  private retry: number | undefined;
  private hiding: number | undefined;
  private readonly looking = window.setInterval(() => this.look(), LOOK_MS);

  constructor(
    private readonly url: string,
    private readonly tell: (connection: Connection) => void,
  ) {
    document.addEventListener('visibilitychange', this.seen);
    window.addEventListener('online', this.anew);
    this.seen();
  }

  stop(): void {
    window.clearInterval(this.looking);
    window.clearTimeout(this.hiding);
    document.removeEventListener('visibilitychange', this.seen);
    window.removeEventListener('online', this.anew);
    this.close();
  }

  private open(): void {
    this.close();
    this.heard = performance.now();
    const source = new EventSource(this.url);
    this.source = source;
    source.onerror = () => this.lost();
    const on = (event: string, work: (data: unknown) => void) =>
      source.addEventListener(event, ({ data }: MessageEvent<string>) => {
        this.heard = performance.now();
        work(JSON.parse(data));
      });
    on('ready', () => this.ready());
    on('changed', (data) => refresh(data as Changed));
    on('inbox', () => refresh('inbox'));
    on('deaf', () => this.tell('deaf'));
    on('hearing', () => {
      this.tell('open');
      refreshAll();
    });
    on('beat', () => undefined);
  }

  private close(): void {
    window.clearTimeout(this.retry);
    this.source?.close();
    this.source = null;
  }

  private ready(): void {
    this.again = AGAIN_MS;
    this.tell('open');
    // The first time the server tells what happened while the page was loading.
    if (this.missed) refreshAll();
    this.missed = false;
  }

  private lost(): void {
    this.missed = true;
    this.tell('lost');
    // Where the server has merely gone the browser tries again by itself.
    if (this.source?.readyState !== EventSource.CLOSED) return;
    // The page's own requests find out why, and say so: signed out, or no longer in the project.
    refreshAll();
    this.close();
    this.retry = window.setTimeout(() => this.open(), this.again * (0.5 + Math.random()));
    this.again = Math.min(this.again * 2, AGAIN_MOST_MS);
  }

  private look(): void {
    if (this.source && performance.now() - this.heard > SILENCE_MS) this.anew();
  }

  private readonly anew = () => {
    this.missed = true;
    this.open();
  };

  private readonly seen = () => {
    window.clearTimeout(this.hiding);
    if (document.visibilityState === 'hidden') this.hiding = window.setTimeout(this.hide, HIDDEN_MS);
    else if (this.source) this.look();
    else this.open();
  };

  private readonly hide = () => {
    this.missed = true;
    this.close();
  };
}

import { newId } from '@convener/kernel';
import type { OnModuleDestroy } from '@nestjs/common';
import type { Redis } from 'ioredis';
import { InProcessLive } from './in-process-live';
import { Live, type LiveListener, type News } from './live';

/** `from` is the process that tells: it has told its own listeners already. */
type Told = { from: string } & ({ news: News } | { missed: true });

/** How often (ms) the listening connection is asked whether it still is one: a host that vanishes says nothing. */
const ASK_MS = 15_000;
const ANSWER_MS = 5000;

/** News among all processes on one Redis. While it is away each hears its own. */
export class RedisLive extends Live implements OnModuleDestroy {
  private readonly here = new InProcessLive();
  private readonly self = newId();
  private ears: Redis | null = null;
  private asking: NodeJS.Timeout | null = null;
  private others = false;
  /** Something here was told to nobody else. */
  private mute = false;

  constructor(
    private readonly redis: Redis,
    private readonly channel: string,
  ) {
    super();
    redis.on('ready', this.speakAgain);
  }

  tell(news: News): void {
    this.here.tell(news);
    // Kept for later they would only be old: whoever could not hear reads everything again.
    if (this.redis.status !== 'ready') this.mute = true;
    else this.publish({ from: this.self, news });
  }

  listen(listener: LiveListener): () => void {
    this.ears ??= this.open();
    const stop = this.here.listen(listener);
    if (!this.others) listener.hearing?.(false);
    return stop;
  }

  onModuleDestroy(): void {
    this.redis.off('ready', this.speakAgain);
    if (this.asking) clearInterval(this.asking);
    this.ears?.disconnect();
  }

  /** A connection that listens can do nothing else. Opened for the first listener: a worker never has one. */
  private open(): Redis {
    const ears = this.redis.duplicate({ autoResubscribe: false });
    // The connection that adds jobs logs that Redis is away.
    ears.on('error', () => undefined);
    ears.on('close', () => this.hear(false));
    ears.on('ready', () => void ears.subscribe(this.channel).then(() => this.hear(true), ignored));
    ears.on('message', (_channel: string, text: string) => this.receive(text));
    this.asking = setInterval(() => this.ask(ears), ASK_MS).unref();
    return ears;
  }

  private ask(ears: Redis): void {
    if (!this.others) return;
    const late = setTimeout(() => ears.disconnect(true), ANSWER_MS).unref();
    void ears.ping().then(() => clearTimeout(late), ignored);
  }

  private publish(told: Told): void {
    this.redis.publish(this.channel, JSON.stringify(told)).catch(() => (this.mute = true));
  }

  /** Others may have found their way back to Redis sooner, and read everything before what was committed here since. */
  private readonly speakAgain = (): void => {
    if (!this.mute) return;
    this.mute = false;
    this.publish({ from: this.self, missed: true });
  };

  private hear(others: boolean): void {
    if (this.others === others) return;
    this.others = others;
    this.here.hearing(others);
  }

  private receive(text: string): void {
    const told = toldIn(text);
    if (!told || told.from === this.self) return;
    if ('missed' in told) this.here.hearing(true);
    else this.here.tell(told.news);
  }
}

/** Null for what another release, or somebody else, says on the channel. */
function toldIn(text: string): Told | null {
  try {
    const { from, news, missed } = JSON.parse(text) as { from?: string; news?: News; missed?: true };
    if (!from) return null;
    if (missed) return { from, missed };
    const known = news && ('personId' in news || ('projectId' in news && Array.isArray(news.things)));
    return known ? { from, news } : null;
  } catch {
    return null;
  }
}

const ignored = () => undefined;

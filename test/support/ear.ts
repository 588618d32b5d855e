import type { Client } from './client';
import { until } from './until';

interface Heard {
  event: string;
  data: Record<string, unknown>;
  /** When it arrived, as performance.now(). */
  at: number;
}

/** Somebody who listens to a stream of server-sent events, over the network as a browser does. */
export class Ear {
  readonly heard: Heard[] = [];
  /** All that came, comments too. */
  text = '';
  ended = false;
  private rest = '';

  private constructor(
    readonly status: number,
    readonly headers: Headers,
    private readonly stop: AbortController,
  ) {}

  /** Listens; answers when the stream is ready, or at once where it is refused. */
  static async open(address: string, client: Client, path: string): Promise<Ear> {
    const stop = new AbortController();
    const cookie = [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const response = await fetch(address + path, { headers: { cookie }, signal: stop.signal });
    const ear = new Ear(response.status, response.headers, stop);
    if (response.ok && response.body) {
      void ear.read(response.body);
      await ear.hears('ready');
    } else {
      ear.text = await response.text();
      ear.ended = true;
    }
    return ear;
  }

  /** The first event of this kind that arrived (or arrives) after the first `skip` of all events. */
  async hears(event: string, skip = 0, holds: (data: Heard['data']) => boolean = () => true): Promise<Heard> {
    const find = () => this.heard.slice(skip).find((one) => one.event === event && holds(one.data));
    await until(() => find() !== undefined, `the event ${event}; heard ${JSON.stringify(this.heard.slice(skip))}`);
    return find()!;
  }

  /** Nothing comes for so long (ms). */
  async hearsNothing(ms = 400): Promise<void> {
    const before = this.heard.length;
    await new Promise((resolve) => setTimeout(resolve, ms));
    expect(this.heard.slice(before)).toEqual([]);
  }

  async ends(): Promise<void> {
    await until(() => this.ended, 'the end of the stream');
  }

  close(): void {
    this.stop.abort();
  }

  private async read(body: ReadableStream<Uint8Array>): Promise<void> {
    const decoder = new TextDecoder();
    try {
      for await (const chunk of body) this.take(decoder.decode(chunk, { stream: true }));
    } catch {
      // Cut, by us or by the server.
    }
    this.ended = true;
  }

  private take(text: string): void {
    this.text += text;
    const blocks = (this.rest + text).split('\n\n');
    this.rest = blocks.pop() ?? '';
    for (const block of blocks) {
      const event = /^event: (.*)$/m.exec(block)?.[1];
      const data = /^data: (.*)$/m.exec(block)?.[1];
      if (event) this.heard.push({ event, data: JSON.parse(data ?? '{}') as Heard['data'], at: performance.now() });
    }
  }
}

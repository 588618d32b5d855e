import type { OutgoingHttpHeaders } from 'node:http';
import type { FastifyReply } from 'fastify';

/** After how long (ms) a browser tries again by itself when the stream has ended. */
const RETRY_MS = 3000;
/** What may wait for a slow reader (bytes). Beyond it the stream ends: reading again is cheaper than catching up. */
const BACKLOG_BYTES = 65_536;

/** What proxies and browsers must know: nobody keeps it, nobody gathers or compresses it, its connection ends with it. */
const HEADERS = {
  'content-type': 'text/event-stream; charset=utf-8',
  'cache-control': 'no-store, no-transform',
  'x-accel-buffering': 'no',
  connection: 'close',
};

/** An answer that goes on: server-sent events, as browsers read them with EventSource. */
export class EventStream {
  private readonly raw: FastifyReply['raw'];

  constructor(reply: FastifyReply) {
    reply.hijack();
    this.raw = reply.raw;
    this.raw.writeHead(200, { ...(reply.getHeaders() as OutgoingHttpHeaders), ...HEADERS });
    this.write(`retry: ${RETRY_MS}\n\n`);
    // Fastify makes a HEAD of every GET: it ends with its headers.
    if (reply.request.method === 'HEAD') this.end();
  }

  send(event: string, data: object = {}): void {
    this.write(`event: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  }

  /** So that nobody in between takes the silence for the end. No mere comment: a page that slept must see it missing. */
  beat(): void {
    this.send('beat');
  }

  end(): void {
    this.raw.end();
  }

  /** Runs `work` once, when the stream has ended on whichever side. */
  whenOver(work: () => void): void {
    // Whoever left while the stream was being opened tells nothing any more.
    if (this.raw.destroyed) return work();
    this.raw.once('close', work);
    this.raw.once('error', work);
  }

  private write(text: string): void {
    if (this.raw.writableEnded || this.raw.destroyed) return;
    if (this.raw.writableLength > BACKLOG_BYTES) this.raw.destroy();
    else this.raw.write(text);
  }
}

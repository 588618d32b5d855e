import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';

/** A line to a server that a test can cut and mend. */
export class TcpProxy {
  private server: Server | null = null;
  private port = 0;
  private left = Infinity;
  private ranOut: () => void = () => undefined;
  /** Bytes that the near side has sent. */
  sent = 0;
  private readonly sockets = new Set<Socket>();

  constructor(private readonly target: URL) {}

  /** Opens (again) at one address, which it returns: the target's URL with our host and port. */
  async open(): Promise<string> {
    this.server = createServer((socket) => this.join(socket));
    this.server.listen(this.port, '127.0.0.1');
    await once(this.server, 'listening');
    this.port = (this.server.address() as AddressInfo).port;
    const url = new URL(this.target);
    url.host = `127.0.0.1:${this.port}`;
    return url.href;
  }

  /** Cuts itself once the near side has sent so many bytes more, and says so. */
  cutAfter(bytes: number): Promise<void> {
    this.left = bytes;
    return new Promise((resolve) => (this.ranOut = resolve));
  }

  async cut(): Promise<void> {
    const closed = this.server && once(this.server, 'close');
    this.server?.close();
    for (const socket of this.sockets) socket.destroy();
    await closed;
  }

  /** Swallows everything from now on without closing anything, as a network that has lost its way does. */
  stall(): void {
    for (const socket of this.sockets) socket.unpipe().pause();
  }

  private join(near: Socket): void {
    near.on('data', ({ length }: Buffer) => {
      this.sent += length;
      this.left -= length;
      if (this.left > 0) return;
      this.left = Infinity;
      void this.cut().then(this.ranOut);
    });
    const far = connect(Number(this.target.port || 6379), this.target.hostname);
    for (const [from, to] of [
      [near, far],
      [far, near],
    ] as const) {
      this.sockets.add(from);
      from.on('error', () => to.destroy());
      from.on('close', () => {
        this.sockets.delete(from);
        to.destroy();
      });
      from.pipe(to);
    }
  }
}

import { connect, type Socket } from 'node:net';

export interface LineAnswer {
  status: number;
  /** As it came, perhaps compressed. */
  body: Buffer;
}

/**
 * One keep-alive connection that sends a request and waits for its answer. As lean as can be (no fetch, no agent, no
 * decompression), because the load shares a machine with the server it measures.
 */
export class HttpLine {
  private socket: Socket | null = null;
  private received: Buffer = Buffer.alloc(0);
  private waiting: { resolve: (answer: LineAnswer) => void; reject: (error: Error) => void } | null = null;

  constructor(
    private readonly host: string,
    private readonly port: number,
  ) {}

  send(request: string): Promise<LineAnswer> {
    return new Promise((resolve, reject) => {
      this.waiting = { resolve, reject };
      this.socket ??= this.open();
      this.socket.write(request);
    });
  }

  close(): void {
    this.socket?.destroy();
    this.socket = null;
  }

  private open(): Socket {
    const socket = connect({ host: this.host, port: this.port, noDelay: true });
    socket.on('data', (chunk) => this.take(chunk));
    socket.on('error', (error) => this.lose(error));
    socket.on('close', () => this.lose(new Error('The server closed the connection')));
    return socket;
  }

  private take(chunk: Buffer): void {
    this.received = this.received.length === 0 ? chunk : Buffer.concat([this.received, chunk]);
    const answer = answerIn(this.received);
    if (!answer) return;
    this.received = Buffer.alloc(0);
    this.waiting?.resolve(answer);
    this.waiting = null;
  }

  private lose(error: Error): void {
    this.socket = null;
    this.received = Buffer.alloc(0);
    this.waiting?.reject(error);
    this.waiting = null;
  }
}

/** The whole answer that these bytes are, null while some are missing. The line sends no second request before that. */
function answerIn(bytes: Buffer): LineAnswer | null {
  const headEnd = bytes.indexOf('\r\n\r\n');
  if (headEnd === -1) return null;
  const head = bytes.toString('latin1', 0, headEnd);
  const status = Number(head.slice(9, 12));
  const start = headEnd + 4;
  if (/\r\ntransfer-encoding: *chunked/i.test(head)) {
    const body = chunksIn(bytes, start);
    return body && { status, body };
  }
  const length = Number(/\r\ncontent-length: *(\d+)/i.exec(head)?.[1] ?? 0);
  return bytes.length < start + length ? null : { status, body: bytes.subarray(start, start + length) };
}

function chunksIn(bytes: Buffer, start: number): Buffer | null {
  const parts: Buffer[] = [];
  for (let at = start; ;) {
    const lineEnd = bytes.indexOf('\r\n', at);
    if (lineEnd === -1) return null;
    const size = Number.parseInt(bytes.toString('latin1', at, lineEnd), 16);
    const end = lineEnd + 2 + size;
    if (bytes.length < end + 2) return null;
    if (size === 0) return Buffer.concat(parts);
    parts.push(bytes.subarray(lineEnd + 2, end));
    at = end + 2;
  }
}

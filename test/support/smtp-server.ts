import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What a client handed over: envelope and raw message. */
export interface ReceivedMail {
  from: string;
  to: string[];
  raw: string;
}

/** Shares (0 to 1) of the mails that something happens to, and how long (ms) each one takes. */
export interface SmtpTrouble {
  /** Not taken, `451 try later`. */
  failing: number;
  /** Taken, and the connection cut before the answer. */
  lostReplies: number;
  takesMs: number;
}

/** As much of an SMTP server as a mailer needs, without TLS or sign-in. */
export class TestSmtpServer {
  readonly received: ReceivedMail[] = [];
  trouble: SmtpTrouble = { failing: 0, lostReplies: 0, takesMs: 0 };
  /** How many mails were not taken, and how many answers were lost. */
  readonly troubles = { failed: 0, repliesLost: 0 };
  /** The answer to the next RCPT (or other) commands instead of 250, such as `451 try later`. */
  refusal: string | null = null;
  refusedCommand = 'RCPT';
  private readonly sockets = new Set<Socket>();
  private readonly server: Server = createServer((socket) => this.talk(socket));

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.close();
    // Mailers keep a connection for half a minute after a mail, and close() waits for the last one.
    for (const socket of this.sockets) socket.destroy();
    await once(this.server, 'close');
  }

  private talk(socket: Socket): void {
    const session = new Session((mail) => this.deliver(mail));
    let rest = '';
    this.sockets.add(socket.once('close', () => this.sockets.delete(socket)));
    socket.setEncoding('utf8').on('error', () => undefined);
    socket.write('220 test ESMTP\r\n');
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const answer = this.refuses(line) ? this.refusal : session.take(line);
        if (answer === null) continue;
        if (line === '.' && this.trouble.takesMs > 0) setTimeout(() => reply(socket, answer), this.trouble.takesMs);
        else reply(socket, answer);
      }
    });
  }

  private refuses(line: string): boolean {
    return this.refusal !== null && line.toUpperCase().startsWith(this.refusedCommand);
  }

  /** The answer to a whole mail. */
  private deliver(mail: ReceivedMail): string {
    const luck = Math.random();
    const { failing, lostReplies } = this.trouble;
    if (luck < failing) {
      this.troubles.failed += 1;
      return '451 try later';
    }
    this.received.push(mail);
    if (luck >= failing + lostReplies) return '250 taken';
    this.troubles.repliesLost += 1;
    return CUT;
  }
}

const CUT = 'cut';

function reply(socket: Socket, answer: string): void {
  if (answer === CUT) socket.destroy();
  else socket.write(`${answer}\r\n`);
  if (answer.startsWith('221')) socket.end();
}

class Session {
  private mail: ReceivedMail = { from: '', to: [], raw: '' };
  private inData = false;

  constructor(private readonly deliver: (mail: ReceivedMail) => string) {}

  /** The answer to one line, or null while a message body is coming in. */
  take(line: string): string | null {
    if (this.inData) return this.takeBody(line);
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    switch (line.slice(0, 4).toUpperCase()) {
      case 'MAIL':
        this.mail = { from: address, to: [], raw: '' };
        return '250 ok';
      case 'RCPT':
        this.mail.to.push(address);
        return '250 ok';
      case 'DATA':
        this.inData = true;
        return '354 go on';
      case 'QUIT':
        return '221 bye';
      default:
        return '250 ok';
    }
  }

  private takeBody(line: string): string | null {
    if (line !== '.') {
      this.mail.raw += `${line.replace(/^\./, '')}\r\n`;
      return null;
    }
    this.inData = false;
    return this.deliver(this.mail);
  }
}

/** A header of a mail as it stands there; the empty text where it has none. */
export function headerOf({ raw }: ReceivedMail, name: string): string {
  return new RegExp(`^${name}: (.*(?:\r\n[ \t].*)*)`, 'mi').exec(raw)?.[1] ?? '';
}

/** The plain text of a mail, decoded. */
export function textOf({ raw }: ReceivedMail): string {
  const part = raw.split(/^--.*$/m).find((each) => /^Content-Type: text\/plain/im.test(each)) ?? raw;
  const [head = '', ...body] = part.trimStart().split('\r\n\r\n');
  const text = body.join('\r\n\r\n');
  if (/base64/i.test(head)) return Buffer.from(text, 'base64').toString();
  const bytes = text
    .replace(/=\r\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_all, hex: string) => String.fromCharCode(parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString();
}

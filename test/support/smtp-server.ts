import { once } from 'node:events';
import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';

/** What a client handed over: envelope and raw message. */
export interface ReceivedMail {
  from: string;
  to: string[];
  raw: string;
}

/** As much of an SMTP server as a mailer needs, without TLS or sign-in. */
export class TestSmtpServer {
  readonly received: ReceivedMail[] = [];
  /** The answer to the next RCPT commands instead of 250, such as `451 try later`. */
  refusal: string | null = null;
  private readonly server: Server = createServer((socket) => this.talk(socket));

  async listen(): Promise<string> {
    this.server.listen(0, '127.0.0.1');
    await once(this.server, 'listening');
    return `smtp://127.0.0.1:${(this.server.address() as AddressInfo).port}`;
  }

  async close(): Promise<void> {
    this.server.close();
    await once(this.server, 'close');
  }

  private talk(socket: Socket): void {
    const session = new Session((mail) => this.received.push(mail));
    let rest = '';
    socket.setEncoding('utf8').on('error', () => undefined);
    socket.write('220 test ESMTP\r\n');
    socket.on('data', (chunk: string) => {
      const lines = (rest + chunk).split('\r\n');
      rest = lines.pop() ?? '';
      for (const line of lines) {
        const answer = session.take(line, this.refusal);
        if (answer !== null) socket.write(`${answer}\r\n`);
        if (answer?.startsWith('221')) socket.end();
      }
    });
  }
}

class Session {
  private mail: ReceivedMail = { from: '', to: [], raw: '' };
  private inData = false;

  constructor(private readonly deliver: (mail: ReceivedMail) => void) {}

  /** The answer to one line, or null while a message body is coming in. */
  take(line: string, refusal: string | null): string | null {
    if (this.inData) return this.takeBody(line);
    const address = /<([^>]*)>/.exec(line)?.[1] ?? '';
    switch (line.slice(0, 4).toUpperCase()) {
      case 'MAIL':
        this.mail = { from: address, to: [], raw: '' };
        return '250 ok';
      case 'RCPT':
        if (refusal === null) this.mail.to.push(address);
        return refusal ?? '250 ok';
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
    this.deliver(this.mail);
    return '250 taken';
  }
}

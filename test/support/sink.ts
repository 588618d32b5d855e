import { type AddressInfo, createServer, type Server, type Socket } from 'node:net';
import { once } from 'node:events';

const END_OF_MAIL = '\r\n.\r\n';

/** A mail server that takes everything and keeps nothing, as fast as it can: for bursts. */
export class SmtpSink {
  taken = 0;
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
    let inMail = false;
    let tail = '';
    socket
      .setEncoding('latin1')
      .setNoDelay()
      .on('error', () => undefined);
    socket.write('220 sink\r\n');
    socket.on('data', (chunk: string) => {
      tail = tail.slice(-END_OF_MAIL.length) + chunk;
      if (inMail) {
        if (!tail.endsWith(END_OF_MAIL)) return;
        inMail = false;
        this.taken += 1;
        socket.write('250 taken\r\n');
        return;
      }
      // A client without pipelining sends one command at a time.
      const command = chunk.slice(0, 4).toUpperCase();
      inMail = command === 'DATA';
      tail = '';
      if (command === 'QUIT') socket.end('221 bye\r\n');
      else socket.write(inMail ? '354 go on\r\n' : '250 ok\r\n');
    });
  }
}

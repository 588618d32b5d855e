import { TestSmtpServer } from '../support/smtp-server';

const TELL_EVERY_MS = 20;

async function main(): Promise<void> {
  const server = new TestSmtpServer();
  process.send?.({ url: await server.listen() });
  let taken = 0;
  setInterval(() => {
    const { length } = server.received;
    if (length === 0) return;
    server.received.length = 0;
    taken += length;
    process.send?.({ taken });
  }, TELL_EVERY_MS);
}

process.on('disconnect', () => process.exit());
void main();

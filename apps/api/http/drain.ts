import { Server } from 'node:net';
import { setImmediate as nextTurn, setTimeout as pause } from 'node:timers/promises';
import type { FastifyAdapter } from '@nestjs/platform-fastify';

/** How long (ms) a stop waits for the next request of an idle connection, and for one that is still being answered. */
const LINGER_MS = 1500;
const PATIENCE_MS = 10_000;
const LOOK_MS = 25;

/**
 * Node takes one waiting connection a turn of its event loop, and the system lets 511 wait: so many turns take in whoever
 * knocked before the stop. Bounded in time (ms) as well.
 */
const TURNS = 600;
const TURNS_MS = 3000;

/**
 * Lets a stop cut no request off. Who has already connected is let in, then nobody else. Open connections get their
 * answers, each with `Connection: close`; closing an idle one at once would cut the request that is on its way to us.
 */
export function drainOnClose(adapter: FastifyAdapter): void {
  const fastify = adapter.getInstance();
  let closing = false;
  let gate: Promise<void> | null = null;
  fastify.addHook('onRequest', (_request, _reply, done) => {
    if (gate) void gate.then(() => done());
    else done();
  });
  fastify.addHook('onSend', async (_request, reply) => {
    if (closing) reply.header('Connection', 'close');
  });
  const close = adapter.close.bind(adapter);
  // Before Fastify's own close: that one asks clients to come back on new connections while it still listens.
  adapter.close = async () => {
    const server = fastify.server as DrainableServer;
    if (server.listening) {
      // New requests wait meanwhile: answering them all would make each turn long, and the queue at the door with it.
      gate = letIn();
      await gate;
      closing = true;
      await drain(server);
    }
    await close();
  };
}

interface DrainableServer extends Server {
  closeIdleConnections(): void;
  closeAllConnections(): void;
}

async function letIn(): Promise<void> {
  const end = performance.now() + TURNS_MS;
  for (let turn = 0; turn < TURNS && performance.now() < end; turn += 1) await nextTurn();
}

async function drain(server: DrainableServer): Promise<void> {
  // Not the close() of node:http, which also destroys the idle connections.
  Server.prototype.close.call(server);
  const end = performance.now() + PATIENCE_MS;
  for (let looks = 0; (await connections(server)) > 0 && performance.now() < end; looks += 1) {
    // Counted in looks: on a busy loop the clock alone would run out before a request that has come is read.
    if (looks * LOOK_MS >= LINGER_MS) server.closeIdleConnections();
    await pause(LOOK_MS);
  }
  server.closeAllConnections();
}

function connections(server: Server): Promise<number> {
  return new Promise((resolve, reject) => {
    server.getConnections((error, count) => (error ? reject(error) : resolve(count)));
  });
}

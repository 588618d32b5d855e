import { newId } from '@convener/kernel';
import type { Config } from '@convener/platform';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { drainOnClose } from './drain';
import { ONE_CLICK } from './own-header';
import { problemOf } from './problem';

/** The longest body that we take: a project of a thousand rows is well below. */
const BODY_LIMIT_BYTES = 1_048_576;

/** An address that can't be read is answered before any hook runs, so these are said here too. */
const UNREADABLE = {
  'Cache-Control': 'no-store',
  'Content-Security-Policy': "default-src 'none';frame-ancestors 'none'",
  'Referrer-Policy': 'no-referrer',
  'X-Content-Type-Options': 'nosniff',
};

/** Fastify as we want it: only JSON bodies, our own request ids, problem documents also from the router. */
export function createAdapter(config: Config): FastifyAdapter {
  const adapter = new FastifyAdapter({
    bodyLimit: BODY_LIMIT_BYTES,
    trustProxy: config.trustProxy ?? false,
    genReqId: () => newId(),
    requestIdHeader: false,
    // A stop answers what still comes on open connections, and properly: see drain.ts.
    return503OnClosing: false,
    frameworkErrors: (error: unknown, request: FastifyRequest, reply: FastifyReply) => {
      const problem = { ...problemOf(error), requestId: request.id };
      void reply
        .headers({ ...UNREADABLE, 'X-Request-Id': request.id })
        .status(problem.status)
        .type('application/problem+json')
        .send(JSON.stringify(problem));
    },
  });
  drainOnClose(adapter);
  const fastify = adapter.getInstance();
  fastify.addHook('onRequest', async (request, reply) => {
    reply.header('X-Request-Id', request.id);
    // Answers are for one person at one moment; a route that knows better says so itself.
    if (request.url.startsWith('/api/')) reply.header('Cache-Control', 'no-store');
  });
  const parse = fastify.getDefaultJsonParser('error', 'error');
  fastify.removeAllContentTypeParsers();
  // Some clients name the type of a body that they leave empty; that is no reason to refuse a tick.
  fastify.addContentTypeParser('application/json', { parseAs: 'string' }, (request, body, done) =>
    body === '' ? done(null, undefined) : parse(request, String(body), done),
  );
  // What a mail program posts to end mails (RFC 8058, 3.1) says nothing that the address does not; forms go nowhere else.
  // Forms with files are read by uploads.ts.
  fastify.addContentTypeParser(
    'application/x-www-form-urlencoded',
    { parseAs: 'string', bodyLimit: 1024 },
    (request, _body, done) => (ONE_CLICK.test(request.url) ? done(null, undefined) : done(new NotJson(), undefined)),
  );
  return adapter;
}

class NotJson extends Error {
  readonly statusCode = 415;
}

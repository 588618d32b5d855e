import { createHash, timingSafeEqual } from 'node:crypto';
import type { Config } from '@convener/platform';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { Metrics } from './metrics';

/** Beside the API, where a Prometheus looks for it; with no token set there is nothing at this address. */
export function serveMetrics(app: NestFastifyApplication, { metricsToken }: Config): void {
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get('/metrics', async (request, reply) => {
    if (metricsToken === null) return reply.callNotFound();
    if (!isBearer(request.headers.authorization, metricsToken)) {
      return reply.code(401).header('WWW-Authenticate', 'Bearer').type('text/plain').send('401\n');
    }
    const text = await app
      .get(Metrics, { strict: false })
      .text()
      .catch(() => null);
    if (text === null) return reply.code(503).type('text/plain').send('503\n');
    return reply.header('Cache-Control', 'no-store').type('text/plain; version=0.0.4; charset=utf-8').send(text);
  });
}

/** In the same time for any wrong token. */
function isBearer(header: string | undefined, token: string): boolean {
  const hash = (text: string) => createHash('sha256').update(text).digest();
  return timingSafeEqual(hash(header ?? ''), hash(`Bearer ${token}`));
}

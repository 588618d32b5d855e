import { existsSync } from 'node:fs';
import { extname, join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

const YEAR_SECONDS = 31_536_000;

/** Serves the built web app, its index.html for every address of its own. Nothing where it has not been built. */
export async function serveWeb(app: NestFastifyApplication, root: string): Promise<void> {
  if (!existsSync(join(root, 'index.html'))) return;
  await app.register(fastifyStatic, { root, serve: false, cacheControl: false });
  const fastify = app.getHttpAdapter().getInstance();
  fastify.get<{ Params: { '*': string } }>('/*', (request, reply) => {
    const path = request.params['*'];
    const [first, ...rest] = path.split('/');
    if (first === 'api' || [first, ...rest].includes('..')) return reply.callNotFound();
    if (extname(path) === '') return reply.header('Cache-Control', 'no-cache').sendFile('index.html');
    // Vite names the files in assets/ by their content.
    const seconds = path.startsWith('assets/') ? YEAR_SECONDS : 0;
    const cache = seconds > 0 ? `public, max-age=${seconds}, immutable` : 'no-cache';
    return reply.header('Cache-Control', cache).sendFile(path);
  });
}

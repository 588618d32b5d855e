import { badRequest, CallerError } from '@convener/kernel';
import type { Incoming, Received } from '@convener/platform';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ONE_CLICK } from './own-header';

/** The only addresses that take files. */
const UPLOADS = /^\/api\/deliverables\/[^/?]+\/files(?:\?|$)/;

/** Forms with a file are read where files are taken, and refused like any other body elsewhere. Before init(). */
export async function receiveUploads(app: NestFastifyApplication): Promise<void> {
  app
    .getHttpAdapter()
    .getInstance()
    .addHook('onRequest', async ({ url, headers }) => {
      const isForm = headers['content-type']?.toLowerCase().startsWith('multipart/') ?? false;
      if (isForm && !UPLOADS.test(url) && !ONE_CLICK.test(url)) throw new NotJson();
    });
  await app.register(multipart, { limits: { files: 1, fields: 0, parts: 1 }, throwFileSizeLimit: false });
}

/**
 * Takes in the one file of a form. Its digest takes the place of the body, by which a request that is sent again is
 * known. Whoever calls it discards what it answers.
 */
export async function takeFile(
  request: FastifyRequest,
  incoming: Incoming,
  most: number,
): Promise<{ received: Received; name: string }> {
  if (!request.isMultipart()) throw notAForm();
  const part = await request.file({ limits: { fileSize: most + 1 } });
  if (!part) throw noFile();
  const received = await incoming.receive(part.file, most);
  const name = part.filename ?? '';
  request.body = { name, sha256: received.sha256 };
  return { received, name };
}

class NotJson extends Error {
  readonly statusCode = 415;
}

const notAForm = () =>
  new CallerError(415, 'unsupported-media-type', {
    zh: '請以 multipart/form-data 送出一個檔案。',
    en: 'Send one file as multipart/form-data.',
  });
const noFile = () =>
  badRequest('file-missing-in-form', { zh: '表單裡沒有檔案。', en: 'There is no file in the form.' });

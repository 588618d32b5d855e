import { Socket } from 'node:net';
import { badRequest, CallerError } from '@convener/kernel';
import type { Incoming, Received } from '@convener/platform';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ONE_CLICK } from './own-header';

/** A hall's network that swallows an upload for so long (ms) has lost it. */
const SILENCE_MS = 60_000;
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
  const { raw } = request;
  // A phone that left while it was asked whether it may send would be waited for, and its key kept in use, for ever.
  if (raw.destroyed) throw new Gone();
  const end = () => void raw.destroy();
  hush(raw, SILENCE_MS, end);
  try {
    const taken = await onlyPart(request, incoming, most);
    hush(raw, 0, end);
    request.body = { name: taken.name, sha256: taken.received.sha256 };
    return taken;
  } catch (error) {
    // What is still under way is taken off the wire: a browser reads no answer before it has sent everything.
    raw.unpipe();
    raw.resume();
    throw error;
  }
}

async function onlyPart(request: FastifyRequest, incoming: Incoming, most: number) {
  const part = await request.file({ limits: { fileSize: most + 1 } }).catch(() => {
    throw brokenForm();
  });
  if (!part) throw noFile();
  const received = await incoming.receive(part.file, most).catch((error: unknown) => {
    throw error instanceof Error && /terminated early|unexpected end of multipart/i.test(error.message)
      ? brokenForm()
      : error;
  });
  return { received, name: part.filename ?? '' };
}

/** A request that is put in without a socket has no such thing as silence. */
function hush(raw: FastifyRequest['raw'], ms: number, end: () => void): void {
  if (raw.socket instanceof Socket) raw.setTimeout(ms, end);
}

class Gone extends Error {
  readonly statusCode = 400;
}

class NotJson extends Error {
  readonly statusCode = 415;
}

const notAForm = () =>
  new CallerError(415, 'unsupported-media-type', {
    zh: '請以 multipart/form-data 送出一個檔案。',
    en: 'Send one file as multipart/form-data.',
  });
const brokenForm = () =>
  badRequest('form-broken', {
    zh: '表單不完整：請只送出一個檔案，不要其他欄位。',
    en: 'The form is broken: send exactly one file and no other fields.',
  });
const noFile = () =>
  badRequest('file-missing-in-form', { zh: '表單裡沒有檔案。', en: 'There is no file in the form.' });

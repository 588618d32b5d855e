import { Socket } from 'node:net';
import type { Readable } from 'node:stream';
import { badRequest, CallerError } from '@convener/kernel';
import type { Incoming, Received } from '@convener/platform';
import multipart from '@fastify/multipart';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { FastifyRequest } from 'fastify';
import { ONE_CLICK } from './own-header';

/** A hall's network that swallows an upload for so long (ms) has lost it. */
const SILENCE_MS = 60_000;
/** The only addresses that take files. */
const UPLOADS =
  /^\/api\/(?:deliverables\/[^/?]+\/files|register-rows\/[^/?]+\/files|letter-templates|registers\/[^/?]+\/import(?:\/preview)?)(?:\?|$)/;
/** Bytes of a field beside a file. */
const LONGEST_FIELD = 20_000;

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

/** A file as it came, with what stood beside it in the form. */
export interface TakenFile {
  received: Received;
  name: string;
  fields: Record<string, string>;
}

/**
 * Takes in the one file of a form, with those of the fields `named` that are there. What came takes the place of the
 * body, with the file's digest, by which a request that is sent again is known. Whoever calls it discards what it answers.
 */
export async function takeFile(
  request: FastifyRequest,
  incoming: Incoming,
  most: number,
  named: readonly string[] = [],
): Promise<TakenFile> {
  if (!request.isMultipart()) throw notAForm();
  const { raw } = request;
  // A phone that left while it was asked whether it may send would be waited for, and its key kept in use, for ever.
  if (raw.destroyed) throw new Gone();
  const end = () => void raw.destroy();
  hush(raw, SILENCE_MS, end);
  try {
    const taken = await allParts(request, incoming, most, named);
    hush(raw, 0, end);
    request.body = { ...taken.fields, name: taken.name, sha256: taken.received.sha256 };
    return taken;
  } catch (error) {
    // What is still under way is taken off the wire: a browser reads no answer before it has sent everything.
    raw.unpipe();
    raw.resume();
    throw error;
  }
}

async function allParts(
  request: FastifyRequest,
  incoming: Incoming,
  most: number,
  named: readonly string[],
): Promise<TakenFile> {
  const limits = { fileSize: most + 1, fieldSize: LONGEST_FIELD, fields: named.length, parts: named.length + 1 };
  const parts = request.parts({ limits });
  const next = () =>
    parts.next().catch(() => {
      throw brokenForm(named);
    });
  const fields: Record<string, string> = {};
  let file: Omit<TakenFile, 'fields'> | null = null;
  try {
    for (let part = await next(); !part.done; part = await next()) {
      const { value } = part;
      if (value.type === 'file') file = { received: await received(value.file), name: value.filename ?? '' };
      else if (!named.includes(value.fieldname) || value.valueTruncated) throw brokenForm(named);
      else fields[value.fieldname] = String(value.value);
    }
    if (!file) throw noFile();
    return { ...file, fields };
  } catch (error) {
    if (file) await incoming.discard(file.received.path);
    throw error;
  }

  function received(stream: Readable): Promise<Received> {
    return incoming.receive(stream, most).catch((error: unknown) => {
      throw error instanceof Error && /terminated early|unexpected end of multipart/i.test(error.message)
        ? brokenForm(named)
        : error;
    });
  }
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
const brokenForm = (named: readonly string[]) =>
  badRequest('form-broken', {
    zh: `表單不完整：請送出一個檔案，${named.length > 0 ? `其他欄位只能是 ${named.join('、')}` : '不要其他欄位'}。`,
    en: `The form is broken: send exactly one file and ${named.length > 0 ? `of other fields only ${named.join(', ')}` : 'no other fields'}.`,
  });
const noFile = () =>
  badRequest('file-missing-in-form', { zh: '表單裡沒有檔案。', en: 'There is no file in the form.' });

import { createReadStream } from 'node:fs';
import * as http from 'node:http';
import * as https from 'node:https';
import { pipeline } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { AwsV4Signer } from 'aws4fetch';
import type { S3Settings } from '../../config/s3-settings';
import { FileStoreAway } from '../file-store-faults';
import type { Measures } from '../measured';
import { refusalWords } from './s3-answers';
import { S3Refusal } from './s3-refusal';

/** A line on which nothing moves for so long (ms) is lost. */
const SILENCE_MS = 20_000;
/** Waits (ms) before a second and a third try. */
const WAITS_MS = [300, 1200];
/** After so long (ms) nothing is tried again: somebody waits for the answer. */
const TRY_FOR_MS = 20_000;
/** From so many bytes on a file is announced first. */
const ANNOUNCED = 1024 * 1024;
/** Some services never answer to an announcement; after so long (ms) the file is sent all the same. */
const CONTINUE_MS = 1000;
/** More than any refusal has to say. */
const LONGEST_REFUSAL = 64 * 1024;
const EMPTY_SHA256 = 'e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855';

interface Body extends Measures {
  path: string;
}

export interface S3Request {
  method: 'GET' | 'PUT' | 'DELETE';
  /** Name of an object; without it the bucket is asked. */
  name?: string;
  query?: Record<string, string>;
  /** A finished file, sent as it is read. */
  body?: Body;
  /** For questions that are asked again anyway. */
  once?: boolean;
}

/** Signed requests to one bucket. Whatever it sends may safely be sent twice. */
export class S3Client {
  private readonly agents = {
    'http:': new http.Agent({ keepAlive: true }),
    'https:': new https.Agent({ keepAlive: true }),
  };
  private readonly keys = new Map<string, ArrayBuffer>();

  constructor(private readonly settings: S3Settings) {}

  /**
   * The answer, its body still to be read. Throws S3Refusal for any other than 2xx, FileStoreAway where none comes, and
   * what the disk throws where the body can't be read.
   */
  async send(request: S3Request): Promise<http.IncomingMessage> {
    const end = performance.now() + TRY_FOR_MS;
    for (const wait of request.once ? [] : WAITS_MS) {
      try {
        return await this.tryOnce(request);
      } catch (error) {
        if (!passes(error) || performance.now() + wait > end) throw error;
        await pause(wait);
      }
    }
    return this.tryOnce(request);
  }

  private async tryOnce(request: S3Request): Promise<http.IncomingMessage> {
    const answer = await this.exchange(request);
    const { statusCode = 0 } = answer;
    if (statusCode >= 200 && statusCode < 300) return answer;
    throw new S3Refusal(statusCode, refusalWords(await textOf(answer)));
  }

  private async exchange(request: S3Request): Promise<http.IncomingMessage> {
    const { url, headers } = await this.signed(request);
    const { request: open } = url.protocol === 'https:' ? https : http;
    const agent = this.agents[url.protocol as keyof typeof this.agents];
    return new Promise((resolve, reject) => {
      // As an option it also bounds the connecting; the method would wait for the connection first.
      const asking = open(url, { method: request.method, headers, agent, timeout: SILENCE_MS });
      asking.on('error', (error) => reject(new FileStoreAway(reasonOf(error), { cause: error })));
      asking.on('timeout', () => asking.destroy(silence()));
      asking.on('response', (answer) => {
        asking.removeAllListeners('timeout').on('timeout', () => answer.destroy(silence()));
        resolve(answer);
      });
      if (request.body) sendFile(request.body, asking, reject);
      else asking.end();
    });
  }

  private async signed({ method, name, query, body }: S3Request) {
    const { accessKeyId, secretAccessKey, region } = this.settings;
    const headers = {
      'x-amz-content-sha256': body?.sha256 ?? EMPTY_SHA256,
      ...(body && { 'content-length': String(body.bytes) }),
      ...(body && body.bytes >= ANNOUNCED && { expect: '100-continue' }),
    };
    const url = new URL(this.addressOf(name));
    for (const [key, value] of Object.entries(query ?? {})) url.searchParams.set(key, value);
    const access = { accessKeyId, secretAccessKey, region, service: 's3', cache: this.keys };
    const signed = await new AwsV4Signer({ ...access, method, url: url.href, headers }).sign();
    return { url: signed.url, headers: Object.fromEntries(signed.headers) };
  }

  private addressOf(name = ''): string {
    const { endpoint, bucket, addressing } = this.settings;
    if (addressing === 'path') return `${endpoint}/${bucket}${name && `/${name}`}`;
    const url = new URL(endpoint);
    url.host = `${bucket}.${url.host}`;
    return `${url.origin}/${name}`;
  }
}

/** A short answer as a whole; what an overlong one has to say is in its beginning. */
export async function textOf(answer: http.IncomingMessage, most = LONGEST_REFUSAL): Promise<string> {
  const chunks: Buffer[] = [];
  let bytes = 0;
  try {
    for await (const chunk of answer as AsyncIterable<Buffer>) {
      chunks.push(chunk);
      if ((bytes += chunk.length) >= most) break;
    }
  } catch (error) {
    throw new FileStoreAway(reasonOf(error), { cause: error });
  }
  return Buffer.concat(chunks).toString('utf8');
}

/** Node's error for a name with several addresses has a code and no text. */
export function reasonOf(error: unknown): string {
  const { message, code } = error as NodeJS.ErrnoException;
  return message || code || String(error);
}

/**
 * A large file once the service has said that it takes it: a refusal then costs no upload, and is not lost with a line that
 * is closed in the middle of one. The socket's own faults reach the request; here only those of the file are told.
 */
function sendFile({ path, bytes }: Body, asking: http.ClientRequest, reject: (error: unknown) => void): void {
  let sending = false;
  const send = () => {
    if (sending || asking.destroyed) return;
    sending = true;
    pipeline(createReadStream(path).on('error', reject), asking, () => undefined);
  };
  if (bytes < ANNOUNCED) return send();
  const timer = setTimeout(send, CONTINUE_MS);
  asking.on('continue', send);
  asking.on('response', (answer) => {
    clearTimeout(timer);
    // Nothing else can be asked over a line on which a file is still awaited.
    if (!sending) answer.once('close', () => asking.destroy());
    sending = true;
  });
  asking.on('close', () => clearTimeout(timer));
  asking.flushHeaders();
}

function passes(error: unknown): boolean {
  return error instanceof FileStoreAway || (error instanceof S3Refusal && error.passes);
}

const silence = () => new Error(`silent for ${SILENCE_MS / 1000} s`);

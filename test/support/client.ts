import { buffer as allOf } from 'node:stream/consumers';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';

/** The application in this process, or the address of one in another. */
type Target = NestFastifyApplication | string;
type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** The usual shape of a body that a test doesn't name a type for. */
export type Body = Record<string, unknown>;

export interface Answer<T = Body> {
  status: number;
  /** The parsed JSON body; the text where it is none. */
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

/** An edit of whatever is there now. */
export const ANY_VERSION = { 'if-match': '*' };

/** An edit of what somebody saw at this version. */
export const seen = (version: number) => ({ 'if-match': `"${version}"` });

/** A browser without a screen: sends JSON and keeps cookies, to the application itself or over the network. `client.get<Me>('/api/me')` types the body. */
export class Client {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly target: Target,
    /** Sent with every request. */
    private readonly headers: Record<string, string> = {},
  ) {}

  get<T = Body>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('GET', path, undefined, headers);
  }

  post<T = Body>(path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('POST', path, body, headers);
  }

  patch<T = Body>(path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('PATCH', path, body, headers);
  }

  put<T = Body>(path: string, body: unknown = {}, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('PUT', path, body, headers);
  }

  delete<T = Body>(path: string, headers?: Record<string, string>): Promise<Answer<T>> {
    return this.send<T>('DELETE', path, undefined, headers);
  }

  /** The bytes of an answer that is a file. */
  async download(path: string): Promise<{ status: number; headers: Answer['headers']; content: Buffer }> {
    const cookie: Record<string, string> = this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {};
    const request = { method: 'GET' as const, url: path, headers: { ...this.headers, ...cookie }, payload: undefined };
    const { status, headers, bytes } = await this.exchange(request);
    return { status, headers, content: bytes };
  }

  /** `body`: undefined sends none, a string or a form is sent as it is, anything else as JSON. */
  async send<T = Body>(
    method: Method,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const form = body instanceof FormData ? new Response(body) : null;
    const type = form?.headers.get('content-type') ?? 'application/json';
    const typed: Record<string, string> = body === undefined ? {} : { 'content-type': type };
    const cookie: Record<string, string> = this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {};
    const request = {
      method,
      url: path,
      headers: { 'x-requested-with': 'convener', ...this.headers, ...typed, ...cookie, ...headers },
      payload: form ? Buffer.from(await form.arrayBuffer()) : asText(body),
    };
    const answer = await this.exchange(request);
    for (const [name, value] of answer.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.status, body: parse(answer.text) as T, headers: answer.headers };
  }

  private exchange(request: Request): Promise<RawAnswer> {
    return typeof this.target === 'string' ? byNetwork(this.target, request) : inject(this.target, request);
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

interface Request {
  method: Method;
  url: string;
  headers: Record<string, string>;
  payload?: string | Buffer | undefined;
}

interface RawAnswer {
  status: number;
  text: string;
  bytes: Buffer;
  headers: Answer['headers'];
  cookies: [name: string, value: string][];
}

/** One request to the application in this process. Of an answer that never ends only the head: it is left again. */
export async function inject(app: NestFastifyApplication, request: Request): Promise<RawAnswer> {
  const answer = await app.inject({ ...request, payloadAsStream: true });
  const { statusCode: status, headers, cookies, raw } = answer;
  const endless = isEndless(headers);
  if (endless) raw.res.destroy();
  const bytes = endless ? NOTHING : await allOf(answer.stream());
  const set = cookies.map(({ name, value }): [string, string] => [name, value]);
  return { status, text: bytes.toString('utf8'), bytes, headers, cookies: set };
}

const NOTHING = Buffer.alloc(0);

function isEndless(headers: Answer['headers']): boolean {
  return String(headers['content-type']).startsWith('text/event-stream');
}

async function byNetwork(address: string, { method, url, headers, payload }: Request): Promise<RawAnswer> {
  const body = payload instanceof Buffer ? new Uint8Array(payload) : (payload ?? null);
  const response = await fetch(address + url, { method, headers, body, redirect: 'manual' });
  const cookies = response.headers.getSetCookie().map((line): [string, string] => {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
  });
  const head = Object.fromEntries(response.headers);
  if (isEndless(head)) await response.body?.cancel();
  const bytes = isEndless(head) ? NOTHING : Buffer.from(await response.arrayBuffer());
  return { status: response.status, text: bytes.toString('utf8'), bytes, headers: head, cookies };
}

function asText(body: unknown): string | undefined {
  return body === undefined || typeof body === 'string' ? body : JSON.stringify(body);
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The answer itself when it is a success; else throws what it says. */
export function ok<A extends { status: number; body: unknown }>(answer: A): A {
  if (answer.status >= 200 && answer.status < 300) return answer;
  throw new Error(`${answer.status} ${JSON.stringify(answer.body)}`);
}

import { text as allOf } from 'node:stream/consumers';
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

  /** `body`: undefined sends none, a string is sent as it is, anything else as JSON. */
  async send<T = Body>(
    method: Method,
    path: string,
    body?: unknown,
    headers: Record<string, string> = {},
  ): Promise<Answer<T>> {
    const typed: Record<string, string> = body === undefined ? {} : { 'content-type': 'application/json' };
    const cookie: Record<string, string> = this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {};
    const request = {
      method,
      url: path,
      headers: { 'x-requested-with': 'convener', ...this.headers, ...typed, ...cookie, ...headers },
      payload: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    };
    const answer =
      typeof this.target === 'string' ? await byNetwork(this.target, request) : await inject(this.target, request);
    for (const [name, value] of answer.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: answer.status, body: parse(answer.text) as T, headers: answer.headers };
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

interface Request {
  method: Method;
  url: string;
  headers: Record<string, string>;
  payload?: string | undefined;
}

interface RawAnswer {
  status: number;
  text: string;
  headers: Answer['headers'];
  cookies: [name: string, value: string][];
}

/** One request to the application in this process. Of an answer that never ends only the head: it is left again. */
export async function inject(app: NestFastifyApplication, request: Request): Promise<RawAnswer> {
  const answer = await app.inject({ ...request, payloadAsStream: true });
  const { statusCode: status, headers, cookies, raw } = answer;
  const endless = isEndless(headers);
  if (endless) raw.res.destroy();
  const text = endless ? '' : await allOf(answer.stream());
  return { status, text, headers, cookies: cookies.map(({ name, value }) => [name, value]) };
}

function isEndless(headers: Answer['headers']): boolean {
  return String(headers['content-type']).startsWith('text/event-stream');
}

async function byNetwork(address: string, { method, url, headers, payload }: Request): Promise<RawAnswer> {
  const response = await fetch(address + url, { method, headers, body: payload ?? null, redirect: 'manual' });
  const cookies = response.headers.getSetCookie().map((line): [string, string] => {
    const [pair = ''] = line.split(';');
    const at = pair.indexOf('=');
    return [pair.slice(0, at), decodeURIComponent(pair.slice(at + 1))];
  });
  const head = Object.fromEntries(response.headers);
  if (isEndless(head)) await response.body?.cancel();
  return { status: response.status, text: isEndless(head) ? '' : await response.text(), headers: head, cookies };
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

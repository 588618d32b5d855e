import type { NestFastifyApplication } from '@nestjs/platform-fastify';

type Method = 'GET' | 'POST' | 'PATCH' | 'PUT' | 'DELETE';

/** The usual shape of a body that a test doesn't name a type for. */
export type Body = Record<string, unknown>;

export interface Answer<T = Body> {
  status: number;
  /** The parsed JSON body; the text where it is none. */
  body: T;
  headers: Record<string, string | string[] | number | undefined>;
}

/** A browser without a screen: sends JSON and keeps cookies. `client.get<Me>('/api/me')` types the body. */
export class Client {
  readonly cookies = new Map<string, string>();

  constructor(
    private readonly app: NestFastifyApplication,
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
    const response = await this.app.inject({
      method,
      url: path,
      headers: {
        ...this.headers,
        ...typed,
        ...(this.cookies.size > 0 ? { cookie: this.cookieHeader() } : {}),
        ...headers,
      },
      payload: body === undefined || typeof body === 'string' ? body : JSON.stringify(body),
    });
    for (const { name, value } of response.cookies) {
      if (value === '') this.cookies.delete(name);
      else this.cookies.set(name, value);
    }
    return { status: response.statusCode, body: parse(response.body) as T, headers: response.headers };
  }

  private cookieHeader(): string {
    return [...this.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
  }
}

function parse(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

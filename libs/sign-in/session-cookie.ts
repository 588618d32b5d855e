import { Config } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { SessionRequest } from '@convener/access';

/** As much of the reply as cookies need (@fastify/cookie). */
export interface CookieReply {
  setCookie(name: string, value: string, options: CookieOptions & { expires: Date }): unknown;
  clearCookie(name: string, options: CookieOptions): unknown;
}

interface CookieOptions {
  path: string;
  httpOnly: boolean;
  sameSite: 'lax';
  secure: boolean;
}

/** The cookie that carries a session's token: out of reach of scripts and of other sites' form posts. */
@Injectable()
export class SessionCookie {
  readonly name: string;
  private readonly options: CookieOptions;

  constructor(config: Config) {
    const secure = new URL(config.publicUrl).protocol === 'https:';
    // Browsers keep a __Host- cookie only with Secure, which plain http (a laptop, a LAN) cannot offer.
    this.name = secure ? '__Host-convener' : 'convener';
    this.options = { path: '/', httpOnly: true, sameSite: 'lax', secure };
  }

  read(request: SessionRequest): string | null {
    return request.cookies?.[this.name] ?? null;
  }

  /** `keepUntil` in epoch milliseconds. */
  set(reply: CookieReply, session: { token: string; keepUntil: number }): void {
    reply.setCookie(this.name, session.token, { ...this.options, expires: new Date(session.keepUntil) });
  }

  clear(reply: CookieReply): void {
    reply.clearCookie(this.name, this.options);
  }
}

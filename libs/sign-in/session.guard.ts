import { CallerError, forbidden } from '@convener/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import {
  type Action,
  actorOf,
  allow,
  isWorkspaceAction,
  POLICY,
  PUBLIC,
  type SessionRequest,
  UNATTENDED,
} from '@convener/access';
import { type CookieReply, SessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';

/** Sent by a page that fetches news by itself while nobody has touched it for long. */
const UNATTENDED_HEADER = 'x-unattended';

/** Deny by default: lets a request through only to a public route, or signed in to a route with a policy. */
@Injectable()
export class SessionGuard implements CanActivate {
  constructor(
    private readonly reflector: Reflector,
    private readonly sessions: SessionsService,
    private readonly cookie: SessionCookie,
  ) {}

  async canActivate(context: ExecutionContext): Promise<boolean> {
    const places = [context.getHandler(), context.getClass()];
    const http = context.switchToHttp();
    const request = http.getRequest<SessionRequest>();
    const byItself = this.reflector.getAllAndOverride<boolean | undefined>(UNATTENDED, places) === true;
    await this.recognise(request, http.getResponse<CookieReply>(), byItself);
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, places)) return true;
    if (!request.signedIn) throw signedOut();
    const action = this.reflector.getAllAndOverride<Action | undefined>(POLICY, places);
    if (!action) throw forbidden();
    if (isWorkspaceAction(action)) allow(actorOf(request.signedIn), action);
    return true;
  }

  private async recognise(request: SessionRequest, reply: CookieReply, byItself: boolean): Promise<void> {
    const token = this.cookie.read(request);
    if (!token) return;
    const attended = !byItself && request.headers?.[UNATTENDED_HEADER] === undefined;
    const session = await this.sessions.resume(token, attended);
    if (!session) return;
    request.signedIn = session.person;
    request.sessionId = session.id;
    if (session.keepUntil !== null) this.cookie.set(reply, { token, keepUntil: session.keepUntil });
  }
}

function signedOut(): CallerError {
  return new CallerError(401, 'signed-out', { zh: '請先登入。', en: 'Please sign in first.' });
}

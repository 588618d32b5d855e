import { CallerError, forbidden } from '@convener/kernel';
import { type CanActivate, type ExecutionContext, Injectable } from '@nestjs/common';
import { Reflector } from '@nestjs/core';
import { type Action, actorOf, allow, isWorkspaceAction, POLICY, PUBLIC, type SessionRequest } from '@convener/access';
import { type CookieReply, SessionCookie } from './session-cookie';
import { SessionsService } from './sessions.service';

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
    await this.recognise(request, http.getResponse<CookieReply>());
    if (this.reflector.getAllAndOverride<boolean | undefined>(PUBLIC, places)) return true;
    if (!request.signedIn) throw signedOut();
    const action = this.reflector.getAllAndOverride<Action | undefined>(POLICY, places);
    if (!action) throw forbidden();
    if (isWorkspaceAction(action)) allow(actorOf(request.signedIn), action);
    return true;
  }

  private async recognise(request: SessionRequest, reply: CookieReply): Promise<void> {
    const token = this.cookie.read(request);
    if (!token) return;
    const session = await this.sessions.resume(token);
    if (!session) return;
    request.signedIn = session.person;
    request.sessionId = session.id;
    if (session.keepUntil !== null) this.cookie.set(reply, { token, keepUntil: session.keepUntil });
  }
}

function signedOut(): CallerError {
  return new CallerError(401, 'signed-out', { zh: '請先登入。', en: 'Please sign in first.' });
}

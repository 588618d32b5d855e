import { createParamDecorator, type ExecutionContext, SetMetadata } from '@nestjs/common';
import type { SignedIn } from './allow';
import type { Action } from './can';

export const POLICY = 'convener:policy';
export const PUBLIC = 'convener:public';
export const UNATTENDED = 'convener:unattended';

/** What SessionGuard leaves on the request. */
export interface SessionRequest {
  headers?: Record<string, string | string[] | undefined>;
  cookies?: Record<string, string | undefined>;
  signedIn?: SignedIn;
  sessionId?: string;
}

/** Actions that need no project: the guard itself asks can(). All others are checked by the service on the record. */
const WORKSPACE_ACTIONS: ReadonlySet<Action> = new Set<Action>([
  'people.manage',
  'people.read',
  'outbox.read',
  'operations.use',
  'projects.start',
  'standards.read',
  'templates.read',
  'calendars.read',
  'calendars.manage',
  'templates.edit',
  'letters.read',
  'letters.add',
  'me.use',
  'account.use',
  'projects.list',
]);

export function isWorkspaceAction(action: Action): boolean {
  return WORKSPACE_ACTIONS.has(action);
}

/** What a route does, in the words of the RULES table. A route without is refused, and the app does not start. */
export const Policy = (action: Action) => SetMetadata(POLICY, action);

/** A route for people who are not signed in. Whoever is signed in all the same is known to the handler. */
export const Public = () => SetMetadata(PUBLIC, true);

/** A route that pages ask by themselves: no sign that somebody still sits there, so it keeps no idle session alive. */
export const Unattended = () => SetMetadata(UNATTENDED, true);

function sessionRequest(context: ExecutionContext): SessionRequest {
  return context.switchToHttp().getRequest<SessionRequest>();
}

/** The signed-in person: always one, except on @Public() routes (then perhaps undefined). */
export const CurrentPerson = createParamDecorator(
  (_: unknown, context: ExecutionContext): SignedIn | undefined => sessionRequest(context).signedIn,
);

/** The id of the session that the request came with, to end it or to spare it. */
export const CurrentSession = createParamDecorator(
  (_: unknown, context: ExecutionContext): string | undefined => sessionRequest(context).sessionId,
);

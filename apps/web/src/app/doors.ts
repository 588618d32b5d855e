import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { readNext, readToken } from './search';

export const root = createRootRoute({ component: Outlet });

const setUp = createRoute({
  getParentRoute: () => root,
  path: '/setup',
  validateSearch: readToken,
  component: lazyRouteComponent(() => import('../routes/set-up/SetUpPage'), 'SetUpPage'),
});
const signIn = createRoute({
  getParentRoute: () => root,
  path: '/sign-in',
  validateSearch: readNext,
  component: lazyRouteComponent(() => import('../routes/sign-in/SignInPage'), 'SignInPage'),
});
const invitation = createRoute({
  getParentRoute: () => root,
  path: '/invitation/$token',
  component: lazyRouteComponent(() => import('../routes/invitation/InvitationPage'), 'InvitationPage'),
});
const join = createRoute({
  getParentRoute: () => root,
  path: '/join/$token',
  component: lazyRouteComponent(() => import('../routes/join/JoinPage'), 'JoinPage'),
});
const joinOver = createRoute({
  getParentRoute: () => root,
  path: '/join-over',
  component: lazyRouteComponent(() => import('../routes/join/JoinOverPage'), 'JoinOverPage'),
});
const askForLink = createRoute({
  getParentRoute: () => root,
  path: '/reset-password',
  component: lazyRouteComponent(() => import('../routes/reset-password/AskForLinkPage'), 'AskForLinkPage'),
});
const newPassword = createRoute({
  getParentRoute: () => root,
  path: '/reset-password/$token',
  component: lazyRouteComponent(() => import('../routes/reset-password/NewPasswordPage'), 'NewPasswordPage'),
});

const unsubscribe = createRoute({
  getParentRoute: () => root,
  path: '/unsubscribe/$token',
  component: lazyRouteComponent(() => import('../routes/unsubscribe/UnsubscribePage'), 'UnsubscribePage'),
});

/** What stands open to whoever has no session. */
export const doors = [setUp, signIn, invitation, join, joinOver, askForLink, newPassword, unsubscribe] as const;

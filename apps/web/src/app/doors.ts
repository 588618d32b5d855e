import { createRootRoute, createRoute, lazyRouteComponent, Outlet } from '@tanstack/react-router';
import { lateTexts, switchLanguage } from '../i18n';
import { readLanguage, readNext, readToken } from './search';

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

const survey = createRoute({
  getParentRoute: () => root,
  path: '/survey/$token',
  validateSearch: readLanguage,
  // A mail that is in both languages leads to each by a link of its own.
  beforeLoad: async ({ search }) => {
    if (search.lang) await switchLanguage(search.lang);
  },
  loader: lateTexts,
  component: lazyRouteComponent(() => import('../routes/survey/SurveyPage'), 'SurveyPage'),
});

/** What stands open to whoever has no session. */
export const doors = [setUp, signIn, invitation, join, joinOver, askForLink, newPassword, unsubscribe, survey] as const;

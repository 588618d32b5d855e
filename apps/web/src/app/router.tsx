import { createRouter } from '@tanstack/react-router';
import { session } from '../api/client';
import { PageSkeleton } from '../components/PageSkeleton';
import { NotFoundPage } from './NotFoundPage';
import { RouteFailed } from './RouteFailed';
import { routeTree } from './routeTree';
import { cameByCode, endHelp, leave } from './session';

export const router = createRouter({
  routeTree,
  defaultPreload: 'intent',
  defaultPendingComponent: PageSkeleton,
  defaultErrorComponent: RouteFailed,
  defaultNotFoundComponent: NotFoundPage,
  scrollRestoration: true,
});

session.onEnd = () => {
  const { pathname, href } = router.state.location;
  // Whoever came by a code has nothing to sign in with: the page ends in words, and nothing of what it showed stays.
  if (cameByCode()) {
    if (pathname !== '/join-over') void endHelp(() => router.navigate({ to: '/join-over', replace: true }));
    return;
  }
  if (pathname === '/sign-in') return;
  void router.navigate({ to: '/sign-in', search: { next: href } }).then(leave);
};

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router;
  }
}

import { createRoute, redirect } from '@tanstack/react-router';
import { isSignedOut } from '../api/problem';
import { arrive } from './arrive';
import { root } from './doors';
import { AppLayout } from './layout/AppLayout';
import { cameByCode, leave } from './session';

/** Without a session the address is kept and comes back after the sign-in. */
export async function comeIn({ location }: { location: { href: string } }): Promise<void> {
  try {
    await arrive();
  } catch (error) {
    if (!isSignedOut(error)) throw error;
    leave();
    if (cameByCode()) throw redirect({ to: '/join-over' });
    throw redirect({ to: '/sign-in', search: { next: location.href } });
  }
}

/** Everything behind the sign-in. */
export const inside = createRoute({
  getParentRoute: () => root,
  id: 'inside',
  component: AppLayout,
  beforeLoad: comeIn,
});

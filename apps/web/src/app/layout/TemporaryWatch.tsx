import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { useEffect } from 'react';
import { isSignedOut } from '../../api/problem';
import { emptyOutbox } from '../../offline/outbox';
import { queryClient } from '../queryClient';
import { leave, meQuery } from '../session';

/** How often (ms) a page that is open asks whether its reader is still in. */
const LOOK_MS = 30_000;

/**
 * Temporary staff can't sign in again: whatever answers that they are out ends the page in words, and nothing of what it
 * showed stays on the phone.
 */
export function TemporaryWatch() {
  const navigate = useNavigate();
  useQuery({ ...meQuery, refetchInterval: LOOK_MS });
  useEffect(() => {
    const over = async () => {
      stop();
      await emptyOutbox();
      await navigate({ to: '/join-over', replace: true });
      leave();
    };
    const look = (error: unknown) => {
      if (isSignedOut(error)) void over();
    };
    const watching = [
      queryClient.getQueryCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
      }),
      queryClient.getMutationCache().subscribe((event) => {
        if (event.type === 'updated' && event.action.type === 'error') look(event.action.error);
      }),
    ];
    const stop = () => watching.forEach((unwatch) => unwatch());
    return stop;
  }, [navigate]);
  return null;
}

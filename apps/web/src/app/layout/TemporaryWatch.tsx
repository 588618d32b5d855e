import { useQuery } from '@tanstack/react-query';
import { useEffect } from 'react';
import { session } from '../../api/client';
import { isSignedOut } from '../../api/problem';
import { meQuery } from '../session';

/** How often (ms) a page that is open asks whether its reader is still in. */
const LOOK_MS = 30_000;

/** Temporary staff may be out while their page asks for nothing. */
export function TemporaryWatch() {
  const { error } = useQuery({ ...meQuery, refetchInterval: LOOK_MS });
  useEffect(() => {
    if (isSignedOut(error)) session.onEnd();
  }, [error]);
  return null;
}

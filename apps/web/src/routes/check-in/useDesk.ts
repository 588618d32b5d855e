import { useEffect, useState, useSyncExternalStore } from 'react';
import { useMe } from '../../app/session';
import { DeskSession } from './DeskSession';

/** The desk of this device at one list, for as long as the page is open. */
export function useDesk(registerId: string) {
  const { id: personId } = useMe();
  const [session, setSession] = useState(() => new DeskSession(registerId, personId));
  const view = useSyncExternalStore(session.subscribe, session.snapshot);
  useEffect(() => {
    const desk = new DeskSession(registerId, personId);
    setSession(desk);
    void desk.start();
    return () => desk.stop();
  }, [registerId, personId]);
  return { session, ...view };
}

import { useLocation, useParams } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useMe } from '../app/session';
import { useI18n } from '../i18n';
import { type Connection, Follower } from './follow';

/** For so long (ms) nobody needs to know: most breaks mend themselves. */
const QUIET_MS = 15_000;
/** Pages over all of one's projects. */
const OWN = /^\/(my-work|acceptance|inbox|projects)\/?$/;

function streamOf(projectId: string | undefined, path: string): string | null {
  if (projectId) return `/api/projects/${projectId}/live`;
  return OWN.test(path) ? '/api/me/live' : null;
}

/** Follows what others do on the page that is open; says so quietly where that has not worked for long. */
export function LiveBar() {
  const { t } = useI18n();
  const { projectId } = useParams({ strict: false });
  const path = useLocation({ select: ({ pathname }) => pathname });
  const { temporary } = useMe();
  const url = temporary ? '/api/me/live' : streamOf(projectId, path);
  const [connection, setConnection] = useState<Connection>('open');
  const [told, setTold] = useState(false);
  useEffect(() => {
    setConnection('open');
    if (url === null) return undefined;
    const follower = new Follower(url, setConnection);
    return () => follower.stop();
  }, [url]);
  useEffect(() => {
    if (connection === 'open') return setTold(false);
    const timer = window.setTimeout(() => setTold(true), QUIET_MS);
    return () => window.clearTimeout(timer);
  }, [connection]);
  const shown = told && connection !== 'open' && navigator.onLine;
  return <div role="status">{shown && <p className="live-bar">{t(`live.${connection}`)}</p>}</div>;
}

import { useCallback, useEffect, useRef, useState } from 'react';
import { api, client } from '../../api/client';
import { ifMatch } from '../../api/edit';
import { ApiError, currentOf } from '../../api/problem';
import { queryClient } from '../../app/queryClient';
import { changed, kept, type Draft, type OwnStartDraft } from './draft';
import { DraftSaver, type Saving } from './draftSaver';

export const draftQuery = api.queryOptions('get', '/api/me/start-draft');

/** Browsers let no more than 64 KB outlive a page. */
const OUTLIVES_ITS_PAGE = 20_000;

/** Puts a draft in the place of what the caller saw; null discards it. Goes on where the page is left meanwhile. */
export async function putDraft(draft: Draft | null, seen: number): Promise<OwnStartDraft> {
  const keepalive = JSON.stringify(draft).length < OUTLIVES_ITS_PAGE;
  const params = { header: ifMatch({ version: seen }) };
  const { data } = await client.PUT('/api/me/start-draft', { params, body: { draft } as never, keepalive });
  if (!data) throw new ApiError(0, null);
  queryClient.setQueryData(draftQuery.queryKey, data);
  return data;
}

/** The draft in hand, kept on the server as it grows and when its author leaves. */
export function useDraft(found: OwnStartDraft) {
  const [draft, setDraft] = useState<Draft>(() => (found.draft ?? {}) as Draft);
  const [saving, setSaving] = useState<Saving>(found.draft ? 'saved' : 'idle');
  const [theirs, setTheirs] = useState<OwnStartDraft | null>(null);
  const [saver] = useState(() => {
    const send = async (now: Draft, seen: number) => (await putDraft(kept(now), seen)).version;
    const isOutdated = (error: unknown) => {
      const current = currentOf<OwnStartDraft>(error);
      if (current) setTheirs(current);
      return current !== null;
    };
    return new DraftSaver(found.version, send, isOutdated, setSaving);
  });
  const latest = useRef(draft);
  const change = useCallback(
    (part: Draft) => {
      latest.current = changed(latest.current, part);
      setDraft(latest.current);
      saver.change(latest.current);
    },
    [saver],
  );
  useEffect(() => {
    const leave = () => document.visibilityState === 'hidden' && void saver.flush(true);
    document.addEventListener('visibilitychange', leave);
    return () => {
      document.removeEventListener('visibilitychange', leave);
      void saver.flush(true);
    };
  }, [saver]);
  const insist = () => {
    if (theirs) void saver.insist(theirs.version);
    setTheirs(null);
  };
  return { draft, change, saving, theirs: saving === 'elsewhere' ? theirs : null, insist, saver };
}

import { useCallback, useState } from 'react';
import type { StartProject } from '../../api/types';

/** A project that is being put together; kept in this tab, so that leaving the page loses nothing. */
export type Draft = Partial<StartProject>;

const KEY = 'convener.start';

function read(): Draft {
  try {
    return JSON.parse(sessionStorage.getItem(KEY) ?? '{}') as Draft;
  } catch {
    return {};
  }
}

export function forgetDraft() {
  sessionStorage.removeItem(KEY);
}

/** Another template has other anchors, options and sub-teams: answers to the old one's would be refused. */
const FRESH_WITH_TEMPLATE: Draft = { anchors: undefined, options: undefined, teams: undefined, lateStart: undefined };

export function useDraft() {
  const [draft, setDraft] = useState(read);
  const change = useCallback((part: Draft) => {
    setDraft((now) => {
      const reset = part.template !== undefined && part.template !== now.template ? FRESH_WITH_TEMPLATE : {};
      const next = { ...now, ...reset, ...part };
      sessionStorage.setItem(KEY, JSON.stringify(next));
      return next;
    });
  }, []);
  return { draft, change };
}

const textOrNothing = (text: string | undefined) => text?.trim() || undefined;

/** The body of preview and start, or null while template or dates are missing. */
export function bodyOf(draft: Draft): StartProject | null {
  const { template, opening, closing, teams } = draft;
  if (!template || !opening || !closing) return null;
  const staffed = teams?.filter((team) => team.leads?.length || team.members?.length);
  return {
    ...draft,
    template,
    opening,
    closing,
    name: draft.name?.trim() ?? '',
    client: textOrNothing(draft.client),
    venue: textOrNothing(draft.venue),
    teams: staffed?.length ? staffed : undefined,
  };
}

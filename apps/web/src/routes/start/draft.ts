import type { components } from '../../api/schema';
import type { StartProject } from '../../api/types';

/** A project that is being put together; the server keeps it, so that leaving loses nothing and the phone sees it too. */
export type Draft = Omit<components['schemas']['StartDraft'], 'options'> & Pick<StartProject, 'options'>;
export type ToInvite = components['schemas']['ToInvite'];
export type OwnStartDraft = components['schemas']['OwnStartDraft'];

/** Another template has other anchors, options and sub-teams: answers to the old one's would be refused. */
const FRESH_WITH_TEMPLATE: Draft = {
  templateVersion: undefined,
  anchors: undefined,
  options: undefined,
  teams: undefined,
  invite: undefined,
  lateStart: undefined,
};

export function changed(draft: Draft, part: Draft): Draft {
  const reset = part.template !== undefined && part.template !== draft.template ? FRESH_WITH_TEMPLATE : {};
  return { ...draft, ...reset, ...part };
}

const textOrNothing = (text: string | undefined) => text?.trim() || undefined;

/** The draft as the server keeps it: fields that were emptied are not there. */
export function kept(draft: Draft): Draft {
  const { name, client, venue } = draft;
  return { ...draft, name: textOrNothing(name), client: textOrNothing(client), venue: textOrNothing(venue) };
}

/** The body of preview and start, or null while template or dates are missing. */
export function bodyOf(draft: Draft): StartProject | null {
  const { template, opening, closing, teams, templateVersion: _version, step: _step, invite: _invite, ...rest } = draft;
  if (!template || !opening || !closing) return null;
  const staffed = teams?.filter((team) => team.leads?.length || team.members?.length);
  return {
    ...rest,
    template,
    opening,
    closing,
    name: draft.name?.trim() ?? '',
    client: textOrNothing(draft.client),
    venue: textOrNothing(draft.venue),
    teams: staffed?.length ? staffed : undefined,
  };
}

import type { Day } from '@convener/kernel';
import type { LateStart } from '@convener/templates';

/** Who leads and belongs to the sub-team with this template key; ids of people. */
export interface TeamStaffing {
  team: string;
  leads?: readonly string[];
  members?: readonly string[];
}

/** What a manager gives to start a project, or to see what it would become. */
export interface StartProject {
  template: string;
  name: string;
  client?: string;
  venue?: string;
  zone?: string;
  opening: Day;
  closing: Day;
  anchors?: Record<string, Day>;
  options?: Record<string, string | boolean>;
  lateStart?: LateStart;
  teams?: readonly TeamStaffing[];
  strictChecks?: boolean;
}

/** The edition before, where there is one: its template version can be started again although it is no longer offered. */
export interface EditionBefore {
  id: string;
  templateSlug: string;
  templateVersion: number;
}

/** What is chosen for late work unless the manager says otherwise: nothing is lost and nothing starts overdue. */
export const DEFAULT_LATE_START: LateStart = 'squeeze';

/** The steps of starting a project, in their order. */
export const START_STEPS = ['template', 'event', 'options', 'teams', 'preview'] as const;
export type StartStep = (typeof START_STEPS)[number];

/** Somebody without an account yet, who is to be invited into a sub-team once the project has started. */
export interface ToInvite {
  team: string;
  name: string;
  lead: boolean;
}

/** A start that is not finished: whatever was given so far. */
export interface StartDraft extends Partial<StartProject> {
  /** The version of the template that these answers were given to. */
  templateVersion?: number;
  step?: StartStep;
  invite?: readonly ToInvite[];
}

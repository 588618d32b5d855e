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

export const DEFAULT_ZONE = 'Asia/Taipei';
/** What is chosen for late work unless the manager says otherwise: nothing is lost and nothing starts overdue. */
export const DEFAULT_LATE_START: LateStart = 'squeeze';

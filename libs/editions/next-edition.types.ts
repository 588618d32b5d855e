import type { PersonRef } from '@convener/access';
import type { Day } from '@convener/kernel';
import type { LessonView } from '@convener/lessons';
import type { Started, StartProject } from '@convener/project-start';
import type { Stage } from '@convener/templates';

/** A start that follows another project: everybody or everything (true), nothing, or only these ids. */
export interface StartFrom extends StartProject {
  from: string;
  keepPeople?: boolean | readonly string[];
  keepOwnItems?: boolean | readonly string[];
}

/** What the new edition took over, and whom it could not take. */
export interface Carried {
  people: number;
  workItems: number;
  /** Their accounts are inactive. */
  skipped: PersonRef[];
}

export interface StartedEdition extends Started {
  carried: Carried;
}

export interface CarriedTeam {
  /** The template's key, or one of the project's own. */
  key: string;
  name: string;
  nameEn: string | null;
  leads: PersonRef[];
  members: PersonRef[];
}

export interface CarriedItem {
  id: string;
  title: string;
  titleEn: string | null;
  stage: Stage;
  startDay: Day | null;
  dueDay: Day | null;
}

/** What a next edition could be started with. */
export interface NextEditionPreview {
  /** `offered`: projects can still be started from it by itself. */
  template: { slug: string; version: number; name: string; nameEn: string; offered: boolean };
  name: string;
  client: string | null;
  venue: string | null;
  zone: string;
  opening: Day;
  closing: Day;
  /** Days that were given by hand, moved as far as the opening. */
  anchors: Record<string, Day>;
  /** As answered, where the template still asks. */
  options: Record<string, string | boolean>;
  strictChecks: boolean;
  teams: CarriedTeam[];
  /** Everybody who can be kept. */
  people: (PersonRef & { role: 'manager' | 'member' | 'viewer' })[];
  /** Their accounts are inactive. */
  skipped: PersonRef[];
  ownItems: CarriedItem[];
  lessons: LessonView[];
}

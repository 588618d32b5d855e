import type { Day } from '@convener/kernel';
import type { EntityManager } from 'typeorm';

export type SubjectType = 'work-item' | 'deliverable';

/** Names a thing that can be reminded about. */
export interface SubjectRef {
  type: SubjectType;
  id: string;
}

/** What a reminder must know of its subject at the moment of sending. */
export interface SubjectNow {
  /** False once it is done, settled, waived, not applicable, or its project is closed. */
  open: boolean;
  dueDay: Day | null;
  /** Whose it is now: the assignee, else the sub-team's lead, else the manager. */
  personId: string | null;
  title: string;
  titleEn: string | null;
  code: string | null;
  projectId: string;
  projectName: string;
  /** IANA zone of the project. */
  zone: string;
  /** Path below the public address, such as `/projects/<id>/items/<id>`. */
  link: string;
}

/** How a subject stands while its reminders are planned. */
export interface SubjectPlan {
  ref: SubjectRef;
  dueDay: Day | null;
  open: boolean;
  /** Null where nobody can be reminded; then nothing is planned. */
  personId: string | null;
}

/**
 * What `reminders` must know of the things that it reminds about. `projects` registers the answer (a global provider
 * under this class), so that reminders never import it.
 */
export abstract class ReminderSubjects {
  /** How these subjects stand now, by subject id. One that is gone is missing from the map. */
  abstract look(em: EntityManager, refs: readonly SubjectRef[]): Promise<Map<string, SubjectNow>>;
}

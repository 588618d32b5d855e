import type { Day } from '@convener/kernel';
import type { Recipient } from '@convener/templates';
import type { EntityManager } from 'typeorm';
import type { Reminder, SubjectType } from './reminder.entity';
import type { RuleSet } from './rule-set';

/** What something waits for, while it does. */
interface Waits {
  /** When its owner is to ask again; missing where it waits for nothing. */
  followUpDay?: Day | null;
  waitingFor?: string | null;
}

/** Names a thing that can be reminded about. */
export interface SubjectRef {
  type: SubjectType;
  id: string;
}

/** What a reminder must know of its subject at the moment of sending. */
export interface SubjectNow extends Waits {
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
  /**
   * Whom a reminder of it goes to by the rules as they are now; null where it holds no more. Without it a reminder holds
   * while the subject is open and due on the day that it counts from.
   */
  receiver?(row: FiredReminder): string | null;
}

/** What a second look must know of a reminder. */
export type FiredReminder = Pick<Reminder, 'kind' | 'rule' | 'recipient' | 'dueDay' | 'fireAt' | 'personId'>;

/** How a subject stands while its reminders are planned. */
export interface SubjectPlan extends Waits {
  ref: SubjectRef;
  dueDay: Day | null;
  open: boolean;
  /** Whose it is; null where it is nobody's. */
  personId: string | null;
  /** What only rules beyond its due day ask for; without it they plan nothing. */
  facts?: SubjectFacts;
  /** The rules of its work item, where they are not simply the project's. */
  rules?: RuleSet;
}

export interface SubjectFacts {
  startDay: Day | null;
  /** Unfinished itself: a work item also while its deliverables carry its reminders. */
  outstanding: boolean;
  status: string;
  /** Epoch ms; null where nobody noted it. */
  statusSince: number | null;
  /** Who is what to it. */
  people: Readonly<Record<Recipient, string | null>>;
  /** The day from which days without progress count; null where nobody need be told. Of work items alone. */
  idleSince: Day | null;
}

/**
 * What `reminders` must know of the things that it reminds about. `projects` registers the answer (a global provider
 * under this class), so that reminders never import it.
 */
export abstract class ReminderSubjects {
  /** How these subjects stand now, by subject id. One that is gone is missing from the map. */
  abstract look(em: EntityManager, refs: readonly SubjectRef[]): Promise<Map<string, SubjectNow>>;
}

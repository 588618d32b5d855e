import type { PersonRef } from '@convener/access';
import type { CheckView, DeliverableView, TeamRef, WorkItemRow } from '@convener/projects';
import type { Stage } from '@convener/templates';
import type { NextStep } from './next-step';

/** What the reads of one's own work answer. Days are `YYYY-MM-DD`, instants epoch milliseconds. */

export interface MyWork extends WorkItemRow {
  projectName: string;
  /** Assigned to me; false: in the pool of a sub-team of mine. */
  mine: boolean;
  bucket: WorkBucket;
  /** What finishes it; null where it is not mine to finish. */
  next: NextStep | null;
  /** Unfinished work that comes before it, as long as it has not begun. */
  after: TitledRef[];
}

/** Where a work item stands in a list of work. */
export type WorkBucket = 'overdue' | 'today' | 'week' | 'later' | 'waiting';

export interface TitledRef {
  id: string;
  title: string;
  titleEn: string | null;
}

export interface MyWorkList {
  items: MyWork[];
  toAccept: MyAcceptance[];
  /** Whether I lead a sub-team, and so hand out its work. */
  leads: boolean;
}

export interface MyAcceptance {
  deliverable: DeliverableView;
  workItem: TitledRef;
  project: { id: string; name: string };
}

/** A deliverable that waits, with everything that deciding over it takes. */
export interface AcceptanceCard extends MyAcceptance {
  /** IANA zone of the project. */
  zone: string;
  itemCode: string | null;
  stage: Stage;
  standardName: string | null;
  edition: string | null;
  /** The indicators of its work item. */
  checks: CheckView[];
  /** How often it has been returned before, the first time first. */
  returns: { at: number; by: PersonRef | null; reason: string | null }[];
}

export interface AcceptanceQueue {
  /** The oldest first; the next come as these go. */
  items: AcceptanceCard[];
  /** How many wait in all. */
  total: number;
  /** Reasons lately given in these projects, the newest first. */
  reasons: string[];
}

/** A lead's sub-team: its open work, and how much its people have. */
export interface HandOutTeam {
  project: { id: string; name: string };
  team: TeamRef;
  people: HandOutPerson[];
  items: (WorkItemRow & { bucket: WorkBucket })[];
}

/** How much open work somebody has in the project. */
export interface HandOutPerson extends PersonRef {
  open: number;
  overdue: number;
  week: number;
}

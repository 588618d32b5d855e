import type { Accepter } from '@convener/templates';
import { NamedDay } from '../projects/projects.dto';
import { WorkItemRow } from '../projects/work.dto';
import { DeviationSummary, StageDeviation, TeamDeviation } from './baseline.dto';

export class ListedWork {
  /** How many there are; `items` holds the first of them. */
  total!: number;
  items!: WorkItemRow[];
}

export class ItemName {
  id!: string;
  title!: string;
  titleEn!: string | null;
}

export class WaitingDeliverable {
  id!: string;
  code!: string | null;
  title!: string;
  titleEn!: string | null;
  accepter!: Accepter | null;
  dueDay!: string | null;
  submittedAt!: number | null;
  /** Name of whoever handed it in. */
  submittedBy!: string | null;
  workItem!: ItemName;
}

export class ListedDeliverables {
  total!: number;
  items!: WaitingDeliverable[];
}

export class Deviations {
  project!: DeviationSummary;
  stages!: StageDeviation[];
  teams!: TeamDeviation[];
}

export class Overview {
  /** The day that lateness counts from; null while the project rests. */
  today!: string | null;
  /** The last day that counts as ahead. */
  until!: string | null;
  overdue!: ListedWork;
  waiting!: ListedWork;
  toAccept!: ListedDeliverables;
  ahead!: ListedWork;
  /** Anchors and milestones that are ahead. */
  days!: NamedDay[];
  deviations!: Deviations;
}

export class MissingOutput {
  place!: string;
  title!: string;
  code!: string | null;
  deliverableId!: string;
  workItemId!: string;
  /** Handed in and waiting for the accepter. */
  submitted!: boolean;
}

export class StandardCoverage {
  standard!: string;
  edition!: string;
  /** As printed in the standard; null where it is no longer at hand. */
  name!: string | null;
  code!: string | null;
  /** Outputs that the standard has altogether. */
  inStandard!: number | null;
  /** Outputs that the project has to hand in: neither waived nor not applicable. */
  expected!: number;
  /** Accepted, or handed in where nobody has to accept. */
  accepted!: number;
  submitted!: number;
  waived!: number;
  notApplicable!: number;
  /** Expected and not accepted yet. */
  missing!: MissingOutput[];
}

export class CoverageReport {
  standards!: StandardCoverage[];
}

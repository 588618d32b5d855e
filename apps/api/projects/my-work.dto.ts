import type { AcceptanceCard as Card, HandOutPerson as Loaded, HandOutTeam as Led } from '@convener/my-work';
import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Check, MyAcceptance, NamedRef, PersonRef, TeamRef, WorkItemRow } from './work.dto';

/** One time that a deliverable was returned. */
export class PastReturn {
  at!: number;
  by!: PersonRef | null;
  /** Null where it was erased. */
  reason!: string | null;
}

/** A deliverable that waits for acceptance, beside the indicators of its work item. */
export class AcceptanceCard extends MyAcceptance implements Card {
  /** IANA zone of the project. */
  zone!: string;
  itemCode!: string | null;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  standardName!: string | null;
  edition!: string | null;
  checks!: Check[];
  /** The first time first. */
  returns!: PastReturn[];
}

export class AcceptanceQueue {
  /** The oldest first; at most 60, the next come as these go. */
  items!: AcceptanceCard[];
  /** How many wait in all. */
  total!: number;
  /** Why things lately came back in these projects, the newest first. */
  reasons!: string[];
}

export class HandOutItem extends WorkItemRow {
  bucket!: 'overdue' | 'today' | 'week' | 'later' | 'waiting';
}

/** Somebody of a sub-team, and how much open work they have in the project. */
export class HandOutPerson extends PersonRef implements Loaded {
  open!: number;
  overdue!: number;
  /** Due within a week. */
  week!: number;
}

export class HandOutTeam implements Led {
  project!: NamedRef;
  team!: TeamRef;
  people!: HandOutPerson[];
  /** Most urgent first. */
  items!: HandOutItem[];
}

export class HandOut {
  teams!: HandOutTeam[];
}

import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven, IsId } from '../http/validators';
import { CompetenceText, PersonRef, TeamRef, WorkItemRow } from '../projects/work.dto';

export class BoardCounts {
  open!: number;
  done!: number;
  /** Of the open ones: overdue, or holding an overdue deliverable. */
  overdue!: number;
  /** Of the open ones: those that nobody has. */
  unassigned!: number;
  /** Deliverables that were handed in and wait for their accepter. */
  toAccept!: number;
}

export class BoardCell extends BoardCounts {
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
}

export class BoardRow {
  /** Every stage, in order. */
  cells!: BoardCell[];
  all!: BoardCounts;
}

export class BoardTeam extends BoardRow {
  /** Null for work that no sub-team has. */
  team!: TeamRef | null;
  leads!: PersonRef[];
  /** How many belong to it, its leads included. */
  people!: number;
  /** Whether the caller may hand out its work. */
  mayAssign!: boolean;
}

export class Load {
  open!: number;
  /** Overdue; while the project rests, what was due before the first week. */
  past!: number;
  /** By week, as `weeks` of the board names them. */
  weeks!: number[];
  /** After the last week. */
  later!: number;
  undated!: number;
}

export class PersonLoad extends Load {
  person!: PersonRef;
  /** Ids of the sub-teams that the person belongs to. */
  teamIds!: string[];
  /** Weeks, counted from 0, in which they have much more to finish than the others. */
  heavyWeeks!: number[];
}

export class PoolLoad extends Load {
  team!: TeamRef | null;
}

export class Board {
  /** The day that lateness counts from; null while the project rests. */
  today!: string | null;
  /** The Monday of each week of the load, in the project's zone. */
  weeks!: string[];
  teams!: BoardTeam[];
  all!: BoardRow;
  /** The most laden first. */
  people!: PersonLoad[];
  /** Open work that nobody has, by sub-team. */
  pools!: PoolLoad[];
}

export class BoardCellQuery {
  /** Id of a sub-team; left out for work that no sub-team has. */
  @IfGiven()
  @IsId()
  team?: string;

  @IsIn(STAGES)
  stage!: Stage;
}

export class CellItem extends WorkItemRow {
  /** Level that the standard asks for, 1–6; null where none gives one. */
  level!: number | null;
}

export class AskedEntry extends CompetenceText {
  /** Work items whose tasks ask for it. */
  workItemIds!: string[];
}

export class StandardAsks {
  slug!: string;
  name!: string;
  edition!: string;
  code!: string | null;
  knowledge!: AskedEntry[];
  skills!: AskedEntry[];
}

export class BoardCellContent {
  /** The open ones, the next due first. */
  items!: CellItem[];
  asks!: StandardAsks[];
}

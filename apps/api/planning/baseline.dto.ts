import { DEVIATION_KINDS, type DeviationKind } from '@convener/overview';
import { WORK_ITEM_STATUSES, type WorkItemStatus } from '@convener/projects';
import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { PersonRef, TeamRef } from '../projects/work.dto';

export class Deviation {
  @ApiProperty({ enum: DEVIATION_KINDS, enumName: 'DeviationKind' })
  kind!: DeviationKind;
  /** Calendar days behind the baseline; negative before it. */
  days!: number;
}

export class WorstDeviation {
  /** Id of the work item. */
  id!: string;
  days!: number;
}

export class DeviationSummary {
  /** Work items that have a baseline to be compared with. */
  counted!: number;
  asPlanned!: number;
  later!: number;
  earlier!: number;
  doneOnTime!: number;
  doneLate!: number;
  /** Days behind the baseline on average; null where nothing is counted. */
  averageDays!: number | null;
  /** Which is furthest behind; null where none is. */
  worst!: WorstDeviation | null;
}

export class StageDeviation {
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  summary!: DeviationSummary;
}

export class TeamDeviation {
  team!: TeamRef | null;
  summary!: DeviationSummary;
}

export class BaselineRow {
  id!: string;
  code!: string | null;
  title!: string;
  titleEn!: string | null;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  @ApiProperty({ enum: WORK_ITEM_STATUSES, enumName: 'WorkItemStatus' })
  status!: WorkItemStatus;
  team!: TeamRef | null;
  startDay!: string | null;
  dueDay!: string | null;
  baselineStartDay!: string | null;
  baselineDueDay!: string | null;
  doneDay!: string | null;
  deviation!: Deviation | null;
}

export class SetBaseline {
  id!: string;
  by!: PersonRef | null;
  at!: number;
  reason!: string;
}

export class Baseline {
  project!: DeviationSummary;
  stages!: StageDeviation[];
  teams!: TeamDeviation[];
  items!: BaselineRow[];
  /** When a new baseline was set, newest first. */
  baselines!: SetBaseline[];
}

import { COLUMN_TYPES, type ColumnType, type RegisterColumn as Column } from '@convener/register-presets';
import {
  type ListedDeliverable as ListedDeliverableView,
  type PresetView,
  type RegisterSummary as Summary,
  type RegisterView,
  type RowCounts as Counts,
} from '@convener/registers';
import { ApiProperty } from '@nestjs/swagger';
import { PersonRef, TeamRef } from '../projects/work.dto';
import { RegisterWeight } from './comparison.dto';
import { ColumnLink, RegisterChoice } from './register-edits.dto';

export class PresetColumn implements Column {
  key!: string;
  name!: string;
  nameEn!: string;
  @ApiProperty({ enum: COLUMN_TYPES, enumName: 'ColumnType' })
  type!: ColumnType;
  required!: boolean;
  unique!: boolean;
  personal!: boolean;
  unit!: string | null;
  choices!: RegisterChoice[];
  link?: ColumnLink;
}

export class RegisterColumn extends PresetColumn {
  /** The caller may not see its cells. */
  masked!: boolean;
}

export class RegisterPreset implements PresetView {
  key!: string;
  name!: string;
  nameEn!: string;
  crewOnly!: boolean;
  /** Places of the outputs that it is, such as `event-planning-assistant/T2.1/O2.1.1`. */
  outputs!: string[];
  columns!: PresetColumn[];
}

export class ListedDeliverable implements ListedDeliverableView {
  id!: string;
  workItemId!: string;
  title!: string;
  titleEn!: string | null;
  status!: string;
}

export class RowCounts implements Counts {
  open!: number;
  confirmed!: number;
  dropped!: number;
}

export class RegisterSummary implements Summary {
  id!: string;
  projectId!: string;
  /** Null where the project made its own. */
  presetKey!: string | null;
  name!: string;
  nameEn!: string | null;
  team!: TeamRef | null;
  crewOnly!: boolean;
  deliverables!: ListedDeliverable[];
  rows!: RowCounts;
  version!: number;
}

export class EmptyCells {
  column!: string;
  /** In how many rows. */
  rows!: number;
}

export class ColumnTotal {
  column!: string;
  total!: number;
}

export class Register extends RegisterSummary implements RegisterView {
  columns!: RegisterColumn[];
  /** At least one row, and no required cell empty; dropped rows don't count. */
  complete!: boolean;
  empty!: EmptyCells[];
  /** Of numbers and money that the caller sees, without dropped rows. */
  totals!: ColumnTotal[];
  weights!: RegisterWeight[];
  addedBy!: PersonRef;
  /** Epoch milliseconds. */
  addedAt!: number;
  @ApiProperty({ type: 'integer', nullable: true })
  personalDays!: number | null;
  /** The day from which its personal cells are gone, where the project is; null where no column is personal. */
  expiresOn!: string | null;
  mayManage!: boolean;
  mayWrite!: boolean;
  /** Whether the caller may make work items of its rows. */
  mayMakeWork!: boolean;
  /** Deliverables that are to be lists and that no list is yet, for whoever may say which this one is. */
  offered!: ListedDeliverable[];
  /** Whether the caller may keep the list in a template of the house, whether or not the project runs. */
  mayKeep!: boolean;
  /** Whether the caller may set `personalDays`. */
  maySetDays!: boolean;
}

export class RegisterList {
  items!: RegisterSummary[];
  /** The sub-teams for which the caller may make a list, null for none in particular; empty where they may make none. */
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid', nullable: true } })
  keepers!: (string | null)[];
  /** Whether the caller may look for what the lists say of one person. */
  mayFindPersons!: boolean;
}

export class RegisterPresetList {
  items!: RegisterPreset[];
}

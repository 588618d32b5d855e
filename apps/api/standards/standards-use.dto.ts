import {
  DELIVERABLE_STATUSES,
  PROJECT_STATUSES,
  type ProjectStatus,
  WORK_ITEM_STATUSES,
  type WorkItemStatus,
} from '@convener/projects';
import { type StandardsFound, TEXT_KINDS, type TextKind } from '@convener/standards';
import type { StandardUse as Use } from '@convener/standards-coverage';
import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven, Text } from '../http/validators';
import { presentSummary, TemplateSummary, TemplateTeam, TextPair } from '../templates/templates.dto';

export class StandardsSearchQuery {
  /** Words between blanks, of any length; codes too. */
  @Text({ max: 100 })
  q!: string;

  @IfGiven()
  @ApiProperty({ enum: TEXT_KINDS, enumName: 'TextKind' })
  @IsIn(TEXT_KINDS)
  kind?: TextKind;

  /** Slug of the only standard to look in; all its texts that fit are answered then, else the first of each. */
  @IfGiven()
  @Text({ max: 100 })
  standard?: string;
}

/** A stretch of a text, and whether it is what was looked for. */
export class FoundPiece {
  text!: string;
  marked!: boolean;
}

export class FoundUnder {
  code!: string;
  title!: string;
}

export class FoundText {
  @ApiProperty({ enum: TEXT_KINDS, enumName: 'TextKind' })
  kind!: TextKind;
  /** Key inside the standard; a part of the document (name, description, notes, versions) where it is no row. */
  place!: string;
  code!: string | null;
  pieces!: FoundPiece[];
  /** The task that an output or indicator stands under. */
  task!: FoundUnder | null;
}

export class FoundStandard {
  slug!: string;
  name!: string;
  edition!: string;
  superseded!: boolean;
}

export class FoundGroup {
  standard!: FoundStandard;
  /** How many there are; `hits` may hold only the first. */
  total!: number;
  hits!: FoundText[];
}

export class FoundKind {
  @ApiProperty({ enum: TEXT_KINDS, enumName: 'TextKind' })
  kind!: TextKind;
  count!: number;
}

export class StandardsSearchResult implements StandardsFound {
  total!: number;
  /** How many of each kind, whatever kind is asked for. */
  kinds!: FoundKind[];
  /** Current editions first, then by their best hit. */
  groups!: FoundGroup[];
}

export class OutputPlacement {
  /** Key inside the standard: T2.1/O2.1.2. */
  place!: string;
  /** Answers that leave it out though the task stays, each in words. */
  leftOutBy!: TextPair[];
}

/** Where a template puts a task. */
export class TaskPlacement {
  /** Slug of the template. */
  template!: string;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  workflow!: string;
  team!: TemplateTeam | null;
  /** Answers that leave the task out, each in words. */
  leftOutBy!: TextPair[];
  /** The outputs that it takes. */
  outputs!: OutputPlacement[];
}

export class OutputInProject {
  /** Key inside the standard: T2.1/O2.1.2. */
  place!: string;
  /** The work item that it is handed in at; another than the task's own where deliverables were merged. */
  itemId!: string;
  @ApiProperty({ enum: DELIVERABLE_STATUSES, enumName: 'DeliverableStatus' })
  status!: (typeof DELIVERABLE_STATUSES)[number];
}

/** A task inside a project. */
export class TaskInProject {
  projectId!: string;
  itemId!: string;
  @ApiProperty({ enum: WORK_ITEM_STATUSES, enumName: 'WorkItemStatus' })
  status!: WorkItemStatus;
  outputs!: OutputInProject[];
}

export class TaskUse {
  /** Key inside the standard: T2.1. */
  place!: string;
  placedBy!: TaskPlacement[];
  runBy!: TaskInProject[];
}

export class ProjectUsing {
  id!: string;
  name!: string;
  @ApiProperty({ enum: PROJECT_STATUSES, enumName: 'ProjectStatus' })
  status!: ProjectStatus;
  /** Calendar day. */
  openingDay!: string;
}

/** What is made of a standard. */
export class StandardUse {
  /** Those that projects can start from, in their published version. */
  templates!: TemplateSummary[];
  /** The newest of those that the reader takes part in. */
  projects!: ProjectUsing[];
  /** There are older ones. */
  moreProjects!: boolean;
  tasks!: TaskUse[];
}

export function presentUse({ templates, ...use }: Use): StandardUse {
  return { ...use, templates: templates.map(presentSummary) };
}

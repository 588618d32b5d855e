import {
  HEALTH_FILTERS,
  type HealthFilter,
  HEALTHS,
  type HealthWord,
  PROJECT_STATUSES,
  type ProjectStatus,
  type ProjectView,
} from '@convener/projects';
import type { ProjectRole } from '@convener/access';
import { type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, ValidateNested } from 'class-validator';
import { PageQuery } from '../http/paging';
import { ANSWERS, IfGiven, IsCalendarDay, IsId, OrNull, Text } from '../http/validators';
import { Counts } from '../templates/templates.dto';
import { AnchorDay, LeftOut } from './start-preview.dto';
import { CheckTally, DeliverableTally, PersonRef } from './work.dto';

export class WorkItemTally {
  total!: number;
  done!: number;
  notApplicable!: number;
}

export class Progress {
  workItems!: WorkItemTally;
  deliverables!: DeliverableTally;
  checks!: CheckTally;
  /** Open work items that are overdue or hold an overdue deliverable. */
  overdue!: number;
  /** Open work items due within seven days. */
  dueSoon!: number;
}

export class ProjectTemplateRef {
  slug!: string;
  version!: number;
  name!: string;
  nameEn!: string;
}

export class OwnDay {
  @IsCalendarDay()
  day!: string;

  @IsIn(['working', 'off'])
  kind!: 'working' | 'off';

  @Text({ max: 100 })
  name!: string;
}

/** What the manager says of how a project goes. */
export class ProjectHealth {
  @ApiProperty({ enum: HEALTHS, enumName: 'HealthWord' })
  word!: HealthWord;
  note!: string | null;
  at!: number;
  by!: PersonRef | null;
  /** It was said too long ago to be relied on. */
  stale!: boolean;
}

/** An anchor or milestone. */
export class NamedDay {
  name!: string;
  nameEn!: string | null;
  day!: string;
}

export class SayHealth {
  @ApiProperty({ enum: HEALTHS, enumName: 'HealthWord' })
  @IsIn(HEALTHS)
  word!: HealthWord;

  /** One line on why. */
  @OrNull()
  @Text({ max: 300 })
  note?: string | null;
}

export class ProjectSummary {
  id!: string;
  name!: string;
  client!: string | null;
  venue!: string | null;
  zone!: string;
  openingDay!: string;
  closingDay!: string;
  @ApiProperty({ enum: PROJECT_STATUSES, enumName: 'ProjectStatus' })
  status!: ProjectStatus;
  template!: ProjectTemplateRef;
  myRole!: 'manager' | 'lead' | 'member' | 'viewer';
  progress!: Progress;
  /** Null where nobody has said anything yet. */
  health!: ProjectHealth | null;
  /** Null where all are past. */
  nextDay!: NamedDay | null;
}

export class ProjectPage {
  items!: ProjectSummary[];
  next!: string | null;
}

export class Team {
  id!: string;
  key!: string;
  name!: string;
  nameEn!: string | null;
  version!: number;
  leads!: PersonRef[];
  members!: PersonRef[];
  /** Who has come to it by a code, without an account. */
  temporary!: PersonRef[];
}

export class TeamPlace {
  id!: string;
  lead!: boolean;
}

export class ProjectMember {
  person!: PersonRef;
  role!: 'manager' | 'member' | 'viewer';
  teams!: TeamPlace[];
}

export class Project extends ProjectSummary {
  version!: number;
  strictChecks!: boolean;
  anchors!: AnchorDay[];
  ownDays!: OwnDay[];
  @ApiProperty(ANSWERS)
  options!: Record<string, string | boolean>;
  leftOut!: LeftOut[];
  /** The edition before: the project that it was started from. */
  previousId!: string | null;
  teams!: Team[];
  members!: ProjectMember[];
  counts!: Counts;
  /** What the caller may do with the project now. */
  @ApiProperty({
    enum: [
      ...['edit', 'close', 'hold', 'replan', 'manage-milestones', 'set-baseline', 'recur', 'add-workflow'],
      ...['manage-temporary', 'manage-members', 'read-activity', 'read-board', 'assign', 'add-item', 'next-edition'],
      ...['write-lessons', 'accept', 'read-surveys'],
    ],
    isArray: true,
  })
  may!: ProjectView['may'];
  createdAt!: number;
  closedAt!: number | null;
  closedBy!: PersonRef | null;
  /** Why, since when, and until when, as far as known, it is on hold or cancelled. */
  statusReason!: string | null;
  statusSince!: number | null;
  resumeDay!: string | null;
}

export class ProjectQuery extends PageQuery {
  @IfGiven()
  @IsIn(PROJECT_STATUSES)
  status?: ProjectStatus;

  /** The manager's word; `stale`: none to be relied on any more; `unsaid`: none at all. */
  @IfGiven()
  @IsIn(HEALTH_FILTERS)
  health?: HealthFilter;

  /** Part of the name, client or venue. */
  @IfGiven()
  @Text({ max: 100 })
  q?: string;
}

export class EditProject {
  @IfGiven()
  @Text({ max: 200 })
  name?: string;

  @OrNull()
  @Text({ max: 200 })
  client?: string | null;

  @OrNull()
  @Text({ max: 200 })
  venue?: string | null;

  @IfGiven()
  @IsBoolean()
  strictChecks?: boolean;

  /** The whole list: where the project works on days off, or rests on working days. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(400)
  @ValidateNested({ each: true })
  @Type(() => OwnDay)
  ownDays?: OwnDay[];
}

export class MemberPlace {
  @IsId()
  teamId!: string;

  @IsBoolean()
  lead!: boolean;
}

export class SetMember {
  @IsIn(['manager', 'member', 'viewer'])
  role!: ProjectRole;

  /** Exactly the sub-teams that the person shall be in. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => MemberPlace)
  teams?: MemberPlace[];
}

export class NewTeam {
  @Text({ max: 100 })
  name!: string;

  @IfGiven()
  @Text({ max: 100 })
  nameEn?: string;
}

export class EditTeam {
  @IfGiven()
  @Text({ max: 100 })
  name?: string;

  @OrNull()
  @Text({ max: 100 })
  nameEn?: string | null;
}

export class StageProgress {
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  progress!: Progress;
}

export class ProgressTeam {
  id!: string;
  key!: string;
  name!: string;
  nameEn!: string | null;
}

export class TeamProgress {
  /** Null for work that no sub-team has. */
  team!: ProgressTeam | null;
  progress!: Progress;
}

export class ProgressReport {
  project!: Progress;
  stages!: StageProgress[];
  teams!: TeamProgress[];
}

export class ActivityQuery extends PageQuery {
  /** Id of a work item (with its deliverables and checks), deliverable or check: only what happened to it. */
  @IfGiven()
  @IsId()
  subject?: string;
}

export class ActivitySubject {
  type!: string;
  id!: string;
  title!: string;
}

export class ActivityEntry {
  id!: string;
  at!: number;
  /** Null for what the product did by itself. */
  actor!: PersonRef | null;
  action!: string;
  subject!: ActivitySubject;
  before!: Record<string, unknown> | null;
  after!: Record<string, unknown> | null;
  batchId!: string | null;
}

export class ActivityPage {
  items!: ActivityEntry[];
  next!: string | null;
}

import { HOUSE_STATUSES, type HouseStatus } from '@convener/house-templates';
import { OUTPUT_KINDS, type OutputKind, type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { ANSWERS } from '../http/validators';
import { HouseAnchor, HouseOption, HouseReminders, HouseTeam } from './house-settings.dto';
import { Counts, TemplateStandard } from './templates.dto';

export class HousePerson {
  id!: string;
  name!: string;
}

export class HouseBasis {
  from!: 'template' | 'project';
  /** Of the template; left out for a project. */
  slug?: string;
  version?: number;
  projectId?: string;
  name!: string;
}

export class HouseSummary {
  id!: string;
  slug!: string;
  name!: string;
  nameEn!: string;
  @ApiProperty({ enum: HOUSE_STATUSES })
  status!: HouseStatus;
  basedOn!: HouseBasis;
  counts!: Counts;
  /** Null until it is published first. */
  publishedVersion!: number | null;
  /** The draft has changes that no version has yet. */
  unpublished!: boolean;
  changedBy!: HousePerson;
  changedAt!: number;
  version!: number;
}

export class HouseList {
  items!: HouseSummary[];
}

export class DraftDeliverable {
  place!: string;
  code!: string | null;
  title!: string;
  titleEn!: string;
  start!: string;
  due!: string;
  preparer!: 'manager' | 'lead' | 'member';
  accepter!: 'lead' | 'manager' | 'client' | null;
  evidence!: 'no' | 'optional' | 'required';
  @ApiProperty({ enum: OUTPUT_KINDS, enumName: 'OutputKind' })
  kind!: OutputKind;
  /** Key of the document that the project's own data make of it; left out where none does. */
  document?: string;
  @ApiProperty(ANSWERS)
  leaveOut!: Record<string, string | boolean>;
}

export class DraftCheck {
  place!: string;
  code!: string | null;
  text!: string;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  @ApiProperty(ANSWERS)
  leaveOut!: Record<string, string | boolean>;
}

export class DraftItem {
  /** Where it stands in its standard, or `house/…/…` for the house's own. */
  place!: string;
  standard!: string | null;
  code!: string | null;
  title!: string;
  titleEn!: string;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  workflow!: string;
  team!: string;
  owner!: 'manager' | 'lead' | 'member';
  start!: string;
  due!: string;
  basis!: string;
  guidance!: string | null;
  @ApiProperty(ANSWERS)
  leaveOut!: Record<string, string | boolean>;
  after!: string[];
  deliverables!: DraftDeliverable[];
  checks!: DraftCheck[];
}

/** A list that projects start with. */
export class DraftList {
  name!: string;
  nameEn!: string | null;
  /** Key of the sub-team that keeps it. */
  team!: string | null;
  crewOnly!: boolean;
  columns!: DraftListColumn[];
}

export class DraftListColumn {
  key!: string;
  name!: string;
  nameEn!: string;
  /** It becomes text in new projects: the template doesn't bring the list that it leads to. */
  asText!: boolean;
}

export class HouseDraft {
  kind!: 'composed' | 'single' | 'workflow';
  name!: string;
  nameEn!: string;
  description!: string;
  descriptionEn!: string;
  standards!: TemplateStandard[];
  horizonDays!: number;
  anchors!: HouseAnchor[];
  options!: HouseOption[];
  teams!: HouseTeam[];
  items!: DraftItem[];
  reminders!: HouseReminders;
  lists!: DraftList[];
}

export class HouseTemplate extends HouseSummary {
  draft!: HouseDraft;
}

export class DifferentField {
  field!: string;
  before!: string | null;
  after!: string | null;
}

export class TemplateDifference {
  id!: string;
  kind!: 'item' | 'deliverable' | 'check' | 'option' | 'team' | 'anchor' | 'list' | 'reminders';
  what!: 'added' | 'left-out' | 'reworded' | 're-dated' | 'moved' | 'condition' | 'duties' | 'predecessors' | 'changed';
  /** Place of a row, key of an option, sub-team or anchor. */
  place!: string;
  /** Place of its work item, for a deliverable or check. */
  item!: string | null;
  title!: string;
  titleEn!: string;
  fields!: DifferentField[];
}

export class TemplateDifferences {
  items!: TemplateDifference[];
}

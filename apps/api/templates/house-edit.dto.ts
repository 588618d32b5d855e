import { MOST_LISTS } from '@convener/house-templates';
import { LONGEST_GUIDANCE } from '@convener/lessons';
import { OWNER_ROLES, type OwnerRole, type Stage, STAGES } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsString, Matches, MaxLength, ValidateNested } from 'class-validator';
import { IfGiven, IsAnswerRecord, IsDayRule, IsPlace, IsPlaces, NullOr, OrNull, Text } from '../http/validators';
import { HouseCheck, HouseDeliverable, HouseTask, MOST_ITEMS } from './house-items.dto';
import { HouseOption, HouseReminders, HouseTeam, KEY } from './house-settings.dto';

export class AnchorRule {
  @Matches(KEY)
  key!: string;

  @IsDayRule()
  default!: string;
}

export class EditHouseItem {
  @IsPlace()
  place!: string;

  @IfGiven()
  @Text({ max: 300 })
  title?: string;

  @IfGiven()
  @Text({ max: 300 })
  titleEn?: string;

  @IfGiven()
  @IsIn(STAGES)
  stage?: Stage;

  @IfGiven()
  @Matches(/^[a-z]+(-[a-z]+)*$/)
  @MaxLength(64)
  workflow?: string;

  @IfGiven()
  @Matches(KEY)
  team?: string;

  @IfGiven()
  @IsIn(OWNER_ROLES)
  owner?: OwnerRole;

  @IfGiven()
  @IsDayRule()
  start?: string;

  @IfGiven()
  @IsDayRule()
  due?: string;

  @IfGiven()
  @Text({ max: 500 })
  basis?: string;

  /** What the house says to whoever does it; null takes it away. */
  @OrNull()
  @Text({ max: LONGEST_GUIDANCE, lines: true })
  guidance?: string | null;

  @IfGiven()
  @IsAnswerRecord()
  leaveOut?: Record<string, string | boolean>;

  @IfGiven()
  @IsPlaces(50)
  after?: string[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(100)
  @ValidateNested({ each: true })
  @Type(() => HouseDeliverable)
  deliverables?: HouseDeliverable[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(200)
  @ValidateNested({ each: true })
  @Type(() => HouseCheck)
  checks?: HouseCheck[];
}

export class AddHouseItem extends HouseTask {
  /** Place of the work item behind which it stands; first where it is null. */
  @NullOr()
  @IsPlace()
  behind!: string | null;
}

export class MoveHouseItem {
  @IsPlace()
  place!: string;

  @NullOr()
  @IsPlace()
  behind!: string | null;
}

/** What is not named stays as it is. */
export class EditHouseTemplate {
  @IfGiven()
  @Text({ max: 200 })
  name?: string;

  @IfGiven()
  @Text({ max: 200 })
  nameEn?: string;

  @IfGiven()
  @Text({ max: 2000, lines: true })
  description?: string;

  @IfGiven()
  @Text({ max: 2000, lines: true })
  descriptionEn?: string;

  /** Default rules of these anchors. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => AnchorRule)
  anchors?: AnchorRule[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HouseOption)
  options?: HouseOption[];

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HouseTeam)
  teams?: HouseTeam[];

  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => HouseReminders)
  reminders?: HouseReminders;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => EditHouseItem)
  items?: EditHouseItem[];

  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => AddHouseItem)
  add?: AddHouseItem;

  /** Place of a task of one of its standards that it has left out. */
  @IfGiven()
  @IsPlace()
  putBack?: string;

  @IfGiven()
  @IsObject()
  @ValidateNested()
  @Type(() => MoveHouseItem)
  move?: MoveHouseItem;

  /** Places of work items. */
  @IfGiven()
  @IsPlaces(MOST_ITEMS)
  remove?: string[];

  /** Names of lists that it brings. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_LISTS)
  @ApiProperty({ type: 'array', items: { type: 'string', maxLength: 200 }, maxItems: MOST_LISTS })
  @IsString({ each: true })
  @MaxLength(200, { each: true })
  removeLists?: string[];
}

import { DIFFERENCES_FROM, type DifferencesFrom } from '@convener/house-templates';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsIn, IsObject, IsString, MaxLength, ValidateNested } from 'class-validator';
import { IfGiven, IsId, Text } from '../http/validators';
import { HouseItem, MOST_ITEMS } from './house-items.dto';
import { HouseAnchor, HouseOption, HouseReminders, HouseTeam } from './house-settings.dto';

export class CopyFrom {
  /** Slug of a template. Either this or a project. */
  @IfGiven()
  @IsString()
  @MaxLength(100)
  template?: string;

  /** Id of a project that one manages. */
  @IfGiven()
  @IsId()
  project?: string;
}

export class CopyTemplate {
  @IsObject()
  @ValidateNested()
  @Type(() => CopyFrom)
  from!: CopyFrom;

  @Text({ max: 200 })
  name!: string;

  @IfGiven()
  @Text({ max: 200 })
  nameEn?: string;
}

/** Everything that a house decides in a template. */
export class HouseContent {
  @Text({ max: 200 })
  name!: string;

  @Text({ max: 200 })
  nameEn!: string;

  @Text({ max: 2000, lines: true })
  description!: string;

  @Text({ max: 2000, lines: true })
  descriptionEn!: string;

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HouseAnchor)
  anchors!: HouseAnchor[];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HouseOption)
  options!: HouseOption[];

  @IsArray()
  @ArrayMaxSize(50)
  @ValidateNested({ each: true })
  @Type(() => HouseTeam)
  teams!: HouseTeam[];

  @IsArray()
  @ArrayMaxSize(MOST_ITEMS)
  @ValidateNested({ each: true })
  @Type(() => HouseItem)
  items!: HouseItem[];

  @IsObject()
  @ValidateNested()
  @Type(() => HouseReminders)
  reminders!: HouseReminders;
}

export class DifferencesQuery {
  /** What it is compared with: the full plans of its standards, its last version, or what it was copied from. */
  @IsIn(DIFFERENCES_FROM)
  @ApiProperty({ enum: DIFFERENCES_FROM })
  from!: DifferencesFrom;
}

import { STAGES, type Stage } from '@convener/templates';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, IsArray, IsInt, Matches, Max, Min } from 'class-validator';
import { ANSWERS, IfGiven, IsCalendarDay } from '../http/validators';
import { TemplateDifference } from '../templates/house.dto';
import { Lesson } from '../lessons/lessons.dto';

export class NextDays {
  /** First day of the next edition; a year on where it is not given. */
  @IfGiven()
  @IsCalendarDay()
  opening?: string;

  /** As long as the edition before where it is not given. */
  @IfGiven()
  @IsCalendarDay()
  closing?: string;
}

export class EditionTemplate {
  slug!: string;
  version!: number;
  name!: string;
  nameEn!: string;
  /** Projects can still be started from it by itself. */
  offered!: boolean;
}

export class EditionPersonRef {
  id!: string;
  name!: string;
}

export class EditionPerson extends EditionPersonRef {
  role!: 'manager' | 'member' | 'viewer';
}

export class EditionTeam {
  key!: string;
  name!: string;
  nameEn!: string | null;
  leads!: EditionPersonRef[];
  members!: EditionPersonRef[];
}

export class EditionItem {
  id!: string;
  title!: string;
  titleEn!: string | null;
  @ApiProperty({ enum: STAGES, enumName: 'Stage' })
  stage!: Stage;
  /** In the next edition. */
  startDay!: string | null;
  dueDay!: string | null;
}

export class NextEdition {
  template!: EditionTemplate;
  name!: string;
  client!: string | null;
  venue!: string | null;
  zone!: string;
  opening!: string;
  closing!: string;
  /** Days that were given by hand, moved as far as the opening. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string', format: 'date' } })
  anchors!: Record<string, string>;
  @ApiProperty(ANSWERS)
  options!: Record<string, string | boolean>;
  strictChecks!: boolean;
  teams!: EditionTeam[];
  people!: EditionPerson[];
  /** Their accounts are inactive. */
  skipped!: EditionPersonRef[];
  /** Work that the edition before had added itself. */
  ownItems!: EditionItem[];
  lessons!: Lesson[];
}

export class OfferedChange extends TemplateDifference {
  /** How far its row is in the project. Finished work is never changed. */
  touched!: 'finished' | 'begun' | 'untouched';
  /** Whether it can be taken; the others are told only. */
  takes!: boolean;
}

export class TemplateUpdate {
  slug!: string;
  name!: string;
  nameEn!: string;
  /** The version that the project is frozen on. */
  from!: number;
  /** The newest one; null where the template is no longer offered. */
  to!: number | null;
  changes!: OfferedChange[];
}

const CHANGE = /^[a-z-]{1,20}:[a-z]{1,20}:[A-Za-z0-9.~/-]{1,200}$/;

export class TakeTemplateUpdate {
  /** The version that was looked at. */
  @IsInt()
  @Min(1)
  @Max(999_999)
  version!: number;

  /** Ids of the changes that the project takes. */
  @IsArray()
  @ArrayMaxSize(5000)
  @Matches(CHANGE, { each: true })
  @ApiProperty({ type: 'array', items: { type: 'string', pattern: CHANGE.source } })
  take!: string[];
}

import { COLUMN_KEY } from '@convener/register-presets';
import type { LinkCounts } from '@convener/surveys';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Matches, Max, Min } from 'class-validator';
import { IfGiven, IsId } from '../http/validators';

/** By which people answer: personal ones, one for the hall, and the mails that carry them. */

const MOST_AT_ONCE = 5000;

export class NewSurveyLinks {
  /** So many for nobody in particular; or `registerId`. */
  @IfGiven()
  @IsInt()
  @Min(1)
  @Max(MOST_AT_ONCE)
  count?: number;

  /** A list of the project: one for each row with an e-mail address that has none yet. */
  @IfGiven()
  @IsId()
  registerId?: string;

  /** The column of addresses; left out: the first one. */
  @ApiProperty({ pattern: COLUMN_KEY.source })
  @IfGiven()
  @Matches(COLUMN_KEY)
  emailKey?: string;
}

export class SurveyLinksMade {
  @ApiProperty({ type: 'integer' })
  made!: number;
}

export class SurveyLinksFile {
  @IsIn(['xlsx', 'csv'])
  format!: 'xlsx' | 'csv';
}

export class HandedSurveyLink {
  @ApiProperty({ type: 'integer' })
  number!: number;
  @ApiProperty({ type: 'string', nullable: true })
  name!: string | null;
  /** A secret: whoever has it can answer. */
  link!: string;
}

export class HandedSurveyLinks {
  title!: string;
  items!: HandedSurveyLink[];
}

export class HallLink {
  /** Whether those given out before no longer work. */
  @IsBoolean()
  replace!: boolean;
}

export class HallLinkMade {
  link!: string;
}

export class SurveyMails {
  /** Also to those who got one and have not answered. */
  @IsBoolean()
  again!: boolean;
}

export class SurveyMailsAsked {
  @ApiProperty({ type: 'integer' })
  mails!: number;
}

export class SurveyLinkCounts implements LinkCounts {
  @ApiProperty({ type: 'integer' })
  personal!: number;
  @ApiProperty({ type: 'integer' })
  answered!: number;
  @ApiProperty({ type: 'integer' })
  addressed!: number;
  @ApiProperty({ type: 'integer' })
  mailed!: number;
  @ApiProperty({ type: 'integer' })
  waiting!: number;
  @ApiProperty({ type: 'integer' })
  failed!: number;
  /** Whether there is a link for the hall. */
  hall!: boolean;
}

export class SurveyList {
  id!: string;
  name!: string;
  @ApiProperty({ type: 'string', nullable: true })
  nameEn!: string | null;
  @ApiProperty({ type: 'integer' })
  rows!: number;
}

import { type Locale, LOCALES } from '@convener/access';
import {
  GUEST_STANDS,
  type GuestStand,
  type GivenAnswer,
  LINK_KINDS,
  type LinkKind,
  LONGEST_LONG_TEXT,
  MOST_CHOICES,
  MOST_QUESTIONS,
  type ShownSurvey,
} from '@convener/surveys';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, IsId, Text } from '../http/validators';
import { SurveySection } from './surveys.dto';

export class SurveyPage implements ShownSurvey {
  @ApiProperty({ enum: GUEST_STANDS })
  stand!: GuestStand;
  projectName!: string;
  title!: string;
  @ApiProperty({ type: 'string', nullable: true })
  titleEn!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  intro!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  introEn!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  dataNote!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  dataNoteEn!: string | null;
  /** Whether the organisers see whose answer it is. */
  named!: boolean;
  @ApiProperty({ enum: LINK_KINDS })
  linkKind!: LinkKind;
  @ApiProperty({ type: 'string', nullable: true })
  opensDay!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  closesDay!: string | null;
  /** Empty unless it can be answered. */
  sections!: SurveySection[];
}

/** One answer. Which member counts follows from the kind of question. */
export class SurveyPageAnswer implements GivenAnswer {
  @IsId()
  questionId!: string;

  @IfGiven()
  @IsInt()
  @Min(0)
  @Max(10)
  number?: number;

  @IfGiven()
  @IsBoolean()
  notApplicable?: boolean;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_CHOICES)
  @IsId({ each: true })
  choices?: string[];

  @IfGiven()
  @Text({ max: LONGEST_LONG_TEXT, lines: true })
  text?: string;
}

export class SurveySubmission {
  /** Made by the sender: the same submission that arrives again is answered as before and kept once. */
  @IsId()
  submissionId!: string;

  /** That one has read what is said about one's data, and agrees. */
  @IsBoolean()
  consent!: boolean;

  /** What the page said of `named`. 409 where the survey says otherwise by now: show that first, and have it agreed to anew. */
  @IsBoolean()
  named!: boolean;

  @IsIn(LOCALES)
  locale!: Locale;

  @IsArray()
  @ArrayMaxSize(MOST_QUESTIONS)
  @ValidateNested({ each: true })
  @Type(() => SurveyPageAnswer)
  answers!: SurveyPageAnswer[];
}

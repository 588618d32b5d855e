import {
  MOST_CHOICES,
  MOST_QUESTIONS,
  MOST_SECTIONS,
  type Question,
  QUESTION_KINDS,
  type QuestionChoice,
  type QuestionKind,
  READY_KEYS,
  type ReadyKey,
  type ReadyView,
  type Section,
  type Stand,
  SURVEY_STATES,
  type SurveyState,
  type SurveySummary as SummaryView,
  type SurveyView,
} from '@convener/surveys';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsBoolean, IsIn, ValidateNested } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, OrNull, Text } from '../http/validators';
import { PersonRef } from '../projects/work.dto';
import { SurveyLinkCounts, SurveyList } from './survey-links.dto';

export * from './survey-links.dto';

export const STANDS = ['waiting', 'collecting', 'over'] as const;

export class NewSurvey {
  @Text({ max: 200 })
  title!: string;

  @OrNull()
  @Text({ max: 200 })
  titleEn?: string | null;

  /** A ready questionnaire to begin with. */
  @IfGiven()
  @IsIn(READY_KEYS)
  ready?: ReadyKey;

  /** A survey of the same project, whose questions are taken over; `ready` counts for nothing then. */
  @IfGiven()
  @IsId()
  copyOf?: string;
}

export class EditSurveyChoice {
  /** Of one that is there already; a new one gets its own. */
  @IfGiven()
  @IsId()
  id?: string;

  @Text({ max: 200 })
  text!: string;

  @OrNull()
  @Text({ max: 200 })
  textEn?: string | null;
}

export class EditSurveyQuestion {
  @IfGiven()
  @IsId()
  id?: string;

  @ApiProperty({ enum: QUESTION_KINDS, enumName: 'SurveyQuestionKind' })
  @IsIn(QUESTION_KINDS)
  kind!: QuestionKind;

  @Text({ max: 300 })
  text!: string;

  @OrNull()
  @Text({ max: 300 })
  textEn?: string | null;

  @IfGiven()
  @IsBoolean()
  required?: boolean;

  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_CHOICES)
  @ValidateNested({ each: true })
  @Type(() => EditSurveyChoice)
  choices?: EditSurveyChoice[];
}

export class EditSurveySection {
  @IfGiven()
  @IsId()
  id?: string;

  @Text({ max: 200 })
  title!: string;

  @OrNull()
  @Text({ max: 200 })
  titleEn?: string | null;

  @IsArray()
  @ArrayMaxSize(MOST_QUESTIONS)
  @ValidateNested({ each: true })
  @Type(() => EditSurveyQuestion)
  questions!: EditSurveyQuestion[];
}

/** What is left out stays as it is; null clears a field. */
export class EditSurvey {
  @IfGiven()
  @Text({ max: 200 })
  title?: string;

  @OrNull()
  @Text({ max: 200 })
  titleEn?: string | null;

  @OrNull()
  @Text({ max: 2000, lines: true })
  intro?: string | null;

  @OrNull()
  @Text({ max: 2000, lines: true })
  introEn?: string | null;

  @OrNull()
  @Text({ max: 2000, lines: true })
  dataNote?: string | null;

  @OrNull()
  @Text({ max: 2000, lines: true })
  dataNoteEn?: string | null;

  /** Whether answers remember for whom their link was made. Fixed once there are answers. */
  @IfGiven()
  @IsBoolean()
  named?: boolean;

  @OrNull()
  @IsCalendarDay()
  opensDay?: string | null;

  @OrNull()
  @IsCalendarDay()
  closesDay?: string | null;

  /** All of them: those that are left out go. Fixed once there are answers. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_SECTIONS)
  @ValidateNested({ each: true })
  @Type(() => EditSurveySection)
  sections?: EditSurveySection[];
}

export class SurveyChoice implements QuestionChoice {
  id!: string;
  text!: string;
  @ApiProperty({ type: 'string', nullable: true })
  textEn!: string | null;
}

export class SurveyQuestion implements Question {
  id!: string;
  @ApiProperty({ enum: QUESTION_KINDS, enumName: 'SurveyQuestionKind' })
  kind!: QuestionKind;
  text!: string;
  @ApiProperty({ type: 'string', nullable: true })
  textEn!: string | null;
  required!: boolean;
  choices!: SurveyChoice[];
}

export class SurveySection implements Section {
  id!: string;
  title!: string;
  @ApiProperty({ type: 'string', nullable: true })
  titleEn!: string | null;
  questions!: SurveyQuestion[];
}

export class SurveySummary implements SummaryView {
  id!: string;
  title!: string;
  @ApiProperty({ type: 'string', nullable: true })
  titleEn!: string | null;
  @ApiProperty({ enum: SURVEY_STATES, enumName: 'SurveyState' })
  state!: SurveyState;
  named!: boolean;
  @ApiProperty({ type: 'string', nullable: true })
  opensDay!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  closesDay!: string | null;
  @ApiProperty({ enum: STANDS, enumName: 'SurveyStand' })
  stand!: Stand;
  @ApiProperty({ type: 'integer' })
  answers!: number;
  @ApiProperty({ type: 'integer' })
  questions!: number;
}

export class ReadyQuestionnaire implements ReadyView {
  @ApiProperty({ enum: READY_KEYS })
  key!: ReadyKey;
  name!: string;
  nameEn!: string;
  @ApiProperty({ type: 'integer' })
  questions!: number;
}

export class Surveys {
  /** The newest first. */
  items!: SurveySummary[];
  ready!: ReadyQuestionnaire[];
  mayManage!: boolean;
}

export class Survey implements SurveyView {
  id!: string;
  projectId!: string;
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
  named!: boolean;
  @ApiProperty({ enum: SURVEY_STATES, enumName: 'SurveyState' })
  state!: SurveyState;
  @ApiProperty({ type: 'string', nullable: true })
  opensDay!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  closesDay!: string | null;
  /** How it stands today where the event is. */
  @ApiProperty({ enum: STANDS, enumName: 'SurveyStand' })
  stand!: Stand;
  sections!: SurveySection[];
  @ApiProperty({ type: 'integer' })
  answers!: number;
  links!: SurveyLinkCounts;
  /** Lists with e-mail addresses, for whoever may make links for their rows. */
  lists!: SurveyList[];
  addedBy!: PersonRef;
  /** Epoch milliseconds. */
  addedAt!: number;
  mayManage!: boolean;
  mayClose!: boolean;
  @ApiProperty({ type: 'integer' })
  version!: number;
}

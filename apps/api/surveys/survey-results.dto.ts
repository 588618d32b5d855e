import {
  type LinkKind,
  type Nps,
  QUESTION_KINDS,
  type QuestionKind,
  type QuestionResult,
  RESULT_FILTERS,
  type ResultFilter,
  type SectionResult,
  SURVEY_STATES,
  type SurveyResults as ResultsView,
  type SurveyState,
  type ValueCount,
} from '@convener/surveys';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { IfGiven } from '../http/validators';

export class SurveyResultsQuery {
  /** Whose answers: all, those by personal links, or those by the link for the hall. */
  @ApiProperty({ enum: RESULT_FILTERS })
  @IfGiven()
  @IsIn(RESULT_FILTERS)
  links?: ResultFilter;
}

export class SurveyFileQuery {
  @IsIn(['xlsx', 'csv'])
  format!: 'xlsx' | 'csv';

  /** One row an answer, or the counts. */
  @IsIn(['answers', 'counts'])
  content!: 'answers' | 'counts';
}

export class SurveyValueCount implements ValueCount {
  /** A number of the scale, or the id of a choice. */
  value!: string;
  @ApiProperty({ type: 'string', nullable: true })
  text!: string | null;
  @ApiProperty({ type: 'string', nullable: true })
  textEn!: string | null;
  @ApiProperty({ type: 'integer' })
  count!: number;
}

export class SurveyNps implements Nps {
  @ApiProperty({ type: 'integer' })
  promoters!: number;
  @ApiProperty({ type: 'integer' })
  passives!: number;
  @ApiProperty({ type: 'integer' })
  detractors!: number;
  /** From -100 to 100. */
  @ApiProperty({ type: 'integer' })
  score!: number;
}

export class SurveyQuestionResult implements QuestionResult {
  id!: string;
  @ApiProperty({ enum: QUESTION_KINDS, enumName: 'SurveyQuestionKind' })
  kind!: QuestionKind;
  text!: string;
  @ApiProperty({ type: 'string', nullable: true })
  textEn!: string | null;
  @ApiProperty({ type: 'integer' })
  answered!: number;
  @ApiProperty({ type: 'integer' })
  notApplicable!: number;
  counts!: SurveyValueCount[];
  @ApiProperty({ type: 'number', nullable: true })
  mean!: number | null;
  @ApiProperty({ type: SurveyNps, nullable: true })
  nps!: SurveyNps | null;
  texts!: string[];
}

export class SurveySectionResult implements SectionResult {
  id!: string;
  title!: string;
  @ApiProperty({ type: 'string', nullable: true })
  titleEn!: string | null;
  /** Of all its answers on the scale of 1 to 5. */
  @ApiProperty({ type: 'number', nullable: true })
  mean!: number | null;
  questions!: SurveyQuestionResult[];
}

export class AnswersByLink implements Record<LinkKind, number> {
  @ApiProperty({ type: 'integer' })
  personal!: number;
  @ApiProperty({ type: 'integer' })
  hall!: number;
}

export class SurveyResults implements ResultsView {
  surveyId!: string;
  title!: string;
  @ApiProperty({ type: 'string', nullable: true })
  titleEn!: string | null;
  @ApiProperty({ enum: SURVEY_STATES, enumName: 'SurveyState' })
  state!: SurveyState;
  named!: boolean;
  @ApiProperty({ type: 'integer' })
  answers!: number;
  byLink!: AnswersByLink;
  /** Personal links, and how many of them were used. */
  @ApiProperty({ type: 'integer' })
  invited!: number;
  @ApiProperty({ type: 'integer' })
  responded!: number;
  /** From 0 to 1; null where there are no personal links. */
  @ApiProperty({ type: 'number', nullable: true })
  rate!: number | null;
  /** Fewer than an anonymous survey shows; then there are no sections. */
  tooFew!: boolean;
  /** Whether answers by one kind of link are shown by themselves. */
  mayFilter!: boolean;
  sections!: SurveySectionResult[];
}

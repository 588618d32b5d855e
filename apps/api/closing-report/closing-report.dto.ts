import {
  type ChapterSummary as Summary,
  type ChapterView,
  DATA_STATES,
  type DataState,
  type LineChange as Change,
} from '@convener/closing-report';
import { PAPER_LANGUAGES, type PaperLanguage } from '@convener/papers';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, Matches } from 'class-validator';
import { IfGiven, OrNull, Text } from '../http/validators';
import { PersonRef } from '../projects/work.dto';
import { PaperPreview } from '../reports/paper.dto';

/** Of the catalogue a word; of an own chapter a UUID. */
const KEY = /^[a-z0-9][a-z0-9-]{0,35}$/;
const LONGEST_TEXT = 20_000;

export class ReportLanguage {
  /** Of the chapters' data and titles; zh-TW where it is left out. */
  @IfGiven()
  @IsIn(PAPER_LANGUAGES)
  language?: PaperLanguage;
}

/** Undefined leaves a field alone, null clears it. */
export class EditReportChapter {
  /** Null: as the catalogue calls it. */
  @OrNull()
  @Text({ max: 200 })
  title?: string | null;

  /** Stands before the data. Lines are paragraphs; lines that begin with a dash or a number are lists. */
  @OrNull()
  @Text({ max: LONGEST_TEXT, lines: true })
  textBefore?: string | null;

  /** Stands behind the data. */
  @OrNull()
  @Text({ max: LONGEST_TEXT, lines: true })
  textAfter?: string | null;

  @IfGiven()
  @IsBoolean()
  included?: boolean;

  /** Key of the chapter that it is to follow; null: the first place. */
  @ApiProperty({ pattern: KEY.source, type: String, nullable: true, required: false })
  @OrNull()
  @Matches(KEY)
  after?: string | null;
}

export class NewReportChapter {
  @Text({ max: 200 })
  title!: string;

  @OrNull()
  @Text({ max: LONGEST_TEXT, lines: true })
  textBefore?: string | null;

  /** Key of the chapter that it is to follow; null: the first place. At the end where it is left out. */
  @ApiProperty({ pattern: KEY.source, type: String, nullable: true, required: false })
  @OrNull()
  @Matches(KEY)
  after?: string | null;
}

const DIGEST = /^[0-9a-f]{64}$/;

export class LookedThrough {
  /** In which the data were looked through. */
  @IsIn(PAPER_LANGUAGES)
  language!: PaperLanguage;

  /** Of the data that were looked through. */
  @ApiProperty({ pattern: DIGEST.source })
  @Matches(DIGEST)
  digest!: string;
}

export class ChapterName {
  zh!: string;
  en!: string;
}

export class ReportChapterSummary implements Summary {
  key!: string;
  /** Somebody's own: a text without data. */
  own!: boolean;
  included!: boolean;
  /** As it is called now. */
  title!: string;
  /** As the catalogue calls it; null of an own chapter. */
  name!: ChapterName | null;
  /** Only in reports of subsidised events. */
  subsidyOnly!: boolean;
  /** Somebody has written a text into it. */
  written!: boolean;
  /** How its data are to what was last looked through; none of an own chapter. */
  @ApiProperty({ enum: DATA_STATES, enumName: 'ChapterDataState' })
  data!: DataState;
  /** How many things its data lack. */
  lacks!: number;
  version!: number;
}

export class ClosingReport {
  /** Printed on the cover. */
  version!: number;
  chapters!: ReportChapterSummary[];
  mayEdit!: boolean;
}

export class ChapterChange implements Change {
  @ApiProperty({ enum: ['added', 'removed', 'changed'] })
  what!: 'added' | 'removed' | 'changed';
  /** Heading, caption and group that it stands under. */
  at!: string;
  before!: string | null;
  after!: string | null;
}

export class ReportChapter extends ReportChapterSummary implements Omit<ChapterView, 'paper'> {
  /** Null where it is called as in the catalogue. */
  ownTitle!: string | null;
  textBefore!: string | null;
  textAfter!: string | null;
  /** Epoch milliseconds; null where nobody has looked it through. */
  seenAt!: number | null;
  seenBy!: PersonRef | null;
  /** Of the data as they are now. */
  digest!: string;
  /** Since it was last looked through; the first 200. */
  changes!: ChapterChange[];
  changeCount!: number;
  /** Its data, with long parts cut. */
  paper!: PaperPreview;
  mayEdit!: boolean;
}

import {
  LESSON_AUDIENCES,
  LESSON_KINDS,
  type LessonAudience,
  type LessonKind,
  LONGEST_NOTE,
  type Proposal as LessonProposal,
  PROPOSALS,
  SOURCE_KINDS,
  type SourceKind,
} from '@convener/lessons';
import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsIn, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, OrNull, Text } from '../http/validators';

/** What a template of the house could do about it. */
export class Proposal {
  @IsIn(PROPOSALS)
  what!: LessonProposal['what'];

  /** Calendar days by which the task moves, negative for earlier; of `days` alone. */
  @IfGiven()
  @IsInt()
  @Min(-365)
  @Max(365)
  days?: number;

  /** Title of the task to add, or the note. */
  @IfGiven()
  @Text({ max: LONGEST_NOTE, lines: true })
  text?: string;
}

/** About a whole project: templates change tasks, so it proposes nothing. */
export class NewProjectLesson {
  @Text({ max: 2000, lines: true })
  text!: string;

  /** `to-change` where it is not said. */
  @IfGiven()
  @IsIn(LESSON_KINDS)
  kind?: LessonKind;

  /** Who else is told; the whole house where it is not said. */
  @IfGiven()
  @IsIn(LESSON_AUDIENCES)
  audience?: LessonAudience;
}

export class NewLesson extends NewProjectLesson {
  @OrNull()
  @ValidateNested()
  @Type(() => Proposal)
  proposal?: Proposal | null;
}

export class EditLesson {
  @IfGiven()
  @Text({ max: 2000, lines: true })
  text?: string;

  @IfGiven()
  @IsIn(LESSON_KINDS)
  kind?: LessonKind;

  @IfGiven()
  @IsIn(LESSON_AUDIENCES)
  audience?: LessonAudience;

  /** null takes it away. */
  @OrNull()
  @ValidateNested()
  @Type(() => Proposal)
  proposal?: Proposal | null;
}

export class LessonWriter {
  id!: string;
  name!: string;
}

export class LessonSource {
  @ApiProperty({ enum: SOURCE_KINDS })
  kind!: SourceKind;
  id!: string;
  title!: string;
}

/** A template of the house that took it. */
export class TakenInto {
  templateId!: string;
  name!: string;
  nameEn!: string;
  version!: number;
  /** Whether that version is published; else it is still the draft. */
  published!: boolean;
}

export class Lesson {
  id!: string;
  text!: string;
  @ApiProperty({ enum: LESSON_KINDS, enumName: 'LessonKind' })
  kind!: LessonKind;
  @ApiProperty({ enum: LESSON_AUDIENCES, enumName: 'LessonAudience' })
  audience!: LessonAudience;
  proposal!: Proposal | null;
  projectId!: string;
  projectName!: string;
  workItemId!: string | null;
  /** Title of the work item that it is about. */
  about!: string | null;
  /** Of the task of its standard. */
  place!: string | null;
  standard!: string | null;
  edition!: string | null;
  from!: LessonSource | null;
  /** Null for whoever is not in the crew of its project. */
  writtenBy!: LessonWriter | null;
  writtenAt!: number;
  takenInto!: TakenInto[];
  version!: number;
  /** Whether the caller may change or delete it here. */
  mine!: boolean;
}

export class LessonList {
  own!: Lesson[];
  /** Of the editions before, the latest edition first. */
  earlier!: Lesson[];
  /** Of other projects of the house that had the same tasks, the newest first. */
  house!: Lesson[];
}

export class ItemLessonList extends LessonList {
  /** What the project's template says at this task. */
  guidance!: string | null;
}

export class TemplateLessons {
  items!: Lesson[];
}

export class LessonTask {
  title!: string;
  titleEn!: string;
}

export class LessonDecision {
  taken!: boolean;
  /** The version that holds it; null where it was declined. */
  version!: number | null;
  published!: boolean;
  reason!: string | null;
  by!: LessonWriter;
  at!: number;
}

export class HouseLesson extends Lesson {
  task!: LessonTask;
  decision!: LessonDecision | null;
}

export class HouseLessonList {
  items!: HouseLesson[];
}

export class TakeLesson {
  @IfGiven()
  @Text({ max: 1000, lines: true })
  reason?: string;
}

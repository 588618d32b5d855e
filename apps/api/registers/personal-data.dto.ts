import { ENTRY_KINDS, ENTRY_PARTS, type EntryKind, type EntryPart } from '@convener/records';
import {
  type Erased as ErasedView,
  type FoundData,
  type FoundEntry,
  type FoundRow,
  MOST_FOUND,
  type PersonalFile as File,
} from '@convener/personal-data';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, MinLength } from 'class-validator';
import { CELL_KINDS, CELLS, Text } from '../http/validators';

export class SearchedPerson {
  /** A whole e-mail address or phone number, or a part of a name. */
  @Text({ max: 200 })
  @MinLength(2)
  text!: string;
}

/** Rows that were found for a person. */
export class PersonRows {
  @IsArray()
  @ArrayMinSize(1)
  @ArrayMaxSize(MOST_FOUND)
  @ApiProperty({ type: 'array', items: { type: 'string', format: 'uuid' }, minItems: 1, maxItems: MOST_FOUND })
  @IsUUID('all', { each: true })
  rows!: string[];
}

export class ErasePersonRows extends PersonRows {
  @Text({ max: 1000, lines: true })
  reason!: string;
}

export class FoundList {
  id!: string;
  name!: string;
  nameEn!: string | null;
}

export class FoundVersion {
  id!: string;
  version!: number;
}

export class FoundPersonRow implements FoundRow {
  register!: FoundList;
  row!: FoundVersion;
  @ApiProperty(CELLS)
  cells!: Record<string, string | number | boolean>;
  /** The keys of those cells that are personal. */
  personal!: string[];
}

export class FoundEntryPlace {
  id!: string;
  @ApiProperty({ format: 'date' })
  day!: string;
  @ApiProperty({ enum: ENTRY_KINDS, enumName: 'EntryKind' })
  kind!: EntryKind;
  title!: string;
}

export class FoundEntryDeliverable {
  id!: string;
  title!: string;
  titleEn!: string | null;
  workItemId!: string;
}

export class FoundPassage {
  @ApiProperty({ enum: ENTRY_PARTS, enumName: 'EntryPart' })
  part!: EntryPart;
  text!: string;
}

/** An entry of a record, with the passages in which the person is named. They are changed in the record itself. */
export class FoundPersonEntry implements FoundEntry {
  entry!: FoundEntryPlace;
  deliverable!: FoundEntryDeliverable;
  texts!: FoundPassage[];
}

export class FoundPersonData implements FoundData {
  items!: FoundPersonRow[];
  records!: FoundPersonEntry[];
  /** There is more than is answered. */
  more!: boolean;
}

export class PersonalFileCell {
  column!: string;
  columnEn!: string;
  @ApiProperty({ oneOf: CELL_KINDS })
  value!: string | number | boolean;
}

export class PersonalFileRow {
  list!: string;
  listEn!: string | null;
  cells!: PersonalFileCell[];
}

export class PersonalFileAnswer {
  question!: string;
  questionEn!: string | null;
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }] })
  value!: string | number;
}

/** What was answered to one survey that says that it is not anonymous. */
export class PersonalFileSurvey {
  survey!: string;
  surveyEn!: string | null;
  @ApiProperty({ format: 'date' })
  day!: string;
  answers!: PersonalFileAnswer[];
}

export class PersonalFile implements File {
  project!: string;
  /** The day of the copy, where the project is. */
  @ApiProperty({ format: 'date' })
  day!: string;
  rows!: PersonalFileRow[];
  answers!: PersonalFileSurvey[];
}

export class Erased implements ErasedView {
  @ApiProperty({ type: 'integer' })
  rows!: number;
  @ApiProperty({ type: 'integer' })
  cells!: number;
}

import { type Erased as ErasedView, type FoundRow, MOST_FOUND, type PersonalFile as File } from '@convener/registers';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayMaxSize, ArrayMinSize, IsArray, IsUUID, MinLength } from 'class-validator';
import { CELL_KINDS, CELLS, Text } from '../http/validators';

export class PersonQuery {
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

export class FoundPersonRows {
  items!: FoundPersonRow[];
  /** There are more rows than are answered. */
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

export class PersonalFile implements File {
  project!: string;
  /** The day of the copy, where the project is. */
  @ApiProperty({ format: 'date' })
  day!: string;
  rows!: PersonalFileRow[];
}

export class Erased implements ErasedView {
  @ApiProperty({ type: 'integer' })
  rows!: number;
  @ApiProperty({ type: 'integer' })
  cells!: number;
}

import {
  type CellFileView,
  type RegisterRowView,
  ROW_STATUSES,
  type RowCursor,
  type RowName as Name,
  type RowStatus,
} from '@convener/registers';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';
import { IsIn, IsString, MaxLength } from 'class-validator';
import { badCursor, decodeCursor, type Page, PageQuery } from '../http/paging';
import { CELLS, IfGiven, IsCellRecord, IsId, NullOr, Text } from '../http/validators';
import { MadeWork } from '../projects/origins.dto';
import { PersonRef } from '../projects/work.dto';

export class RowsQuery extends PageQuery {
  /** Part of any cell that holds words. */
  @IfGiven()
  @Text({ max: 200 })
  text?: string;

  @IfGiven()
  @IsIn(ROW_STATUSES)
  status?: RowStatus;

  /** Only those with an empty cell that is required. */
  @IfGiven()
  @IsIn(['true', 'false'])
  incomplete?: 'true' | 'false';

  /** With `value`: the column to look into. */
  @IfGiven()
  @IsString()
  @MaxLength(40)
  column?: string;

  /** What the cell of `column` holds: part of it for words and for what linked rows are called, all of it else. Left out: empty. */
  @IfGiven()
  @Text({ max: 200 })
  value?: string;

  /** The column to sort by. */
  @IfGiven()
  @IsString()
  @MaxLength(40)
  sort?: string;

  @IfGiven()
  @IsIn(['asc', 'desc'])
  order?: 'asc' | 'desc';
}

export class EditRegisterRow {
  @IfGiven()
  @IsIn(ROW_STATUSES)
  status?: RowStatus;

  /**
   * By the column's key, as people write them: `NT$1,200`, `117/3/5`, `是`. They are kept and answered in one form. null
   * empties a cell.
   */
  @IfGiven()
  @IsCellRecord()
  cells?: Record<string, string | number | boolean | null>;
}

export class NewRegisterRow extends EditRegisterRow {}

export class FileCellQuery {
  /** Key of a column of files that the caller sees. */
  @IsString()
  @MaxLength(40)
  column!: string;
}

export class PlaceRow {
  /** The row of the same list right behind which it is to stand; null: at the top. */
  @NullOr()
  @IsId()
  after!: string | null;
}

export class CellFile implements CellFileView {
  id!: string;
  name!: string;
  /** By content. */
  mediaType!: string;
  @ApiProperty({ type: 'integer' })
  bytes!: number;
  /** In pixels; null where it is no picture. */
  @ApiProperty({ type: 'integer', nullable: true })
  width!: number | null;
  @ApiProperty({ type: 'integer', nullable: true })
  height!: number | null;
}

@ApiExtraModels(CellFile)
export class RegisterRow implements RegisterRowView {
  id!: string;
  registerId!: string;
  /** Its place in the list. */
  @ApiProperty({ type: 'integer' })
  position!: number;
  @ApiProperty({ enum: ROW_STATUSES, enumName: 'RowStatus' })
  status!: RowStatus;
  /** By the column's key; empty ones, and those that the caller may not see, are left out. */
  @ApiProperty(CELLS)
  cells!: Record<string, string | number | boolean>;
  /** What the rows are called that its link cells hold, by the column's key; empty where the caller sees no name. */
  @ApiProperty({ type: 'object', additionalProperties: { type: 'string' } })
  names!: Record<string, string>;
  /** What its cells of files hold, by the column's key. */
  @ApiProperty({
    type: 'object',
    additionalProperties: { type: 'array', items: { $ref: getSchemaPath(CellFile) } },
  })
  files!: Record<string, CellFile[]>;
  /** Columns that are required and empty. */
  empty!: string[];
  /** When its personal cells were erased (epoch ms); null where they were not, or one was filled in since. */
  @ApiProperty({ type: 'integer', nullable: true })
  erasedAt!: number | null;
  addedBy!: PersonRef;
  /** The work item that was made of it; null where none was. */
  work!: MadeWork | null;
  /** Epoch milliseconds. */
  addedAt!: number;
  version!: number;
}

export class RegisterRowPage implements Page<RegisterRow> {
  items!: RegisterRow[];
  /** Cursor of the next page; null on the last. */
  next!: string | null;
}

export class RowNamesQuery {
  /** Part of what the rows are called, or of a cell that no other row has. */
  @IfGiven()
  @IsString()
  @MaxLength(200)
  text?: string;
}

export class RowName implements Name {
  id!: string;
  name!: string;
  /** Its place in the list, which tells two of one name apart. */
  @ApiProperty({ type: 'integer' })
  position!: number;
}

export class RowNameList {
  items!: RowName[];
}

const MOST_POSITION = 2 ** 31;

/** Where the page before ended. Its cell is text or a number, as the column has it. */
export function rowCursor(cursor: string | undefined): RowCursor | null {
  const key = decodeCursor(cursor, ['number', 'either', 'number']);
  if (key === null) return null;
  const [empty, , position] = key;
  if (![0, 1].includes(empty) || !Number.isInteger(position) || Math.abs(position) >= MOST_POSITION) throw badCursor();
  return key;
}

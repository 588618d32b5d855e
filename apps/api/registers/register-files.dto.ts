import {
  type AskedImport,
  type ImportCounts as Counts,
  type ImportPreview as Preview,
  type ImportProblem as Problem,
  type Mapping,
  MOST_FILE_COLUMNS,
} from '@convener/register-files';
import { wrongField } from '@convener/projects';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn } from 'class-validator';
import { CELLS } from '../http/validators';

export class ExportQuery {
  @IsIn(['xlsx', 'csv'])
  format!: 'xlsx' | 'csv';
}

/** What may stand beside the file in the form. */
export const IMPORT_FIELDS = ['sheet', 'mapping', 'key'];

const MAPPING = {
  type: 'string',
  description:
    'A JSON array with an entry for each column of the file: the key of the column that it goes into, `status`, or null.',
};
const KEY = {
  type: 'string',
  description: 'Key of the column by which rows are known, so that they are changed; empty: all rows are added.',
};

/** How the OpenAPI document words the form; what of it must be there. */
export const importForm = (...required: string[]) => ({
  schema: {
    type: 'object',
    properties: {
      file: { type: 'string', format: 'binary' },
      sheet: { type: 'string', description: 'Name of the sheet; left out: the first with headings.' },
      ...{ mapping: MAPPING, key: KEY },
    },
    required: ['file', ...required],
  },
});

/** What the fields ask for; throws 400 where they can't be read. */
export function askedImport({ sheet, mapping, key }: Record<string, string>): AskedImport {
  return {
    ...(sheet !== undefined && { sheet }),
    ...(mapping !== undefined && { mapping: readMapping(mapping) }),
    ...(key !== undefined && { key: key === '' ? null : key }),
  };
}

/** The same where nothing is proposed. */
export function wholeImport(fields: Record<string, string>): AskedImport & { mapping: Mapping; key: string | null } {
  const { mapping, key, ...rest } = askedImport(fields);
  if (mapping === undefined) throw wrongField('/mapping', GIVE_IT);
  if (key === undefined) throw wrongField('/key', GIVE_IT);
  return { ...rest, mapping, key };
}

function readMapping(text: string): Mapping {
  const value = parsed(text);
  const isEntry = (entry: unknown) => entry === null || typeof entry === 'string';
  if (!Array.isArray(value) || value.length > MOST_FILE_COLUMNS || !value.every(isEntry))
    throw wrongField('/mapping', NO_MAPPING);
  return value as Mapping;
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

const GIVE_IT = { zh: '請說明要怎麼匯入；先預覽會得到建議。', en: 'Say how to import; the preview proposes it.' };
const NO_MAPPING = {
  zh: '應該是 JSON 陣列，檔案的每一欄一項：欄位代號、status 或 null。',
  en: 'Must be a JSON array with an entry for each column of the file: a column’s key, status or null.',
};

export class ImportCounts implements Counts {
  @ApiProperty({ type: 'integer' })
  added!: number;
  @ApiProperty({ type: 'integer' })
  changed!: number;
  @ApiProperty({ type: 'integer' })
  unchanged!: number;
}

/** What keeps a file from being read in. */
export class ImportProblem implements Problem {
  /** In the file, from 1 on. */
  @ApiProperty({ type: 'integer' })
  row!: number;
  /** Of the file's column; null where it is the row as a whole. */
  heading!: string | null;
  value!: string;
  zh!: string;
  en!: string;
}

export class ImportSample {
  @ApiProperty({ type: 'integer' })
  row!: number;
  @ApiProperty(CELLS)
  cells!: Record<string, string | number | boolean>;
}

export class ImportPreview extends ImportCounts implements Preview {
  /** Names of a workbook's sheets; none where the file is text. */
  sheets!: string[];
  sheet!: string;
  /** How a text file is written; null where the file says so by itself. */
  @ApiProperty({ enum: ['utf-8', 'big5'], nullable: true })
  encoding!: 'utf-8' | 'big5' | null;
  headings!: string[];
  /** By the file's columns: the key of the column that it goes into, `status`, or null. */
  @ApiProperty({ type: 'array', items: { type: 'string', nullable: true } })
  mapping!: (string | null)[];
  /** The column by which rows are known; null: all of them are new. */
  key!: string | null;
  /** Those with anything in what is taken. */
  @ApiProperty({ type: 'integer' })
  rows!: number;
  /** The first 200. */
  problems!: ImportProblem[];
  @ApiProperty({ type: 'integer' })
  problemCount!: number;
  /** The first five rows as they would be kept. */
  sample!: ImportSample[];
  /** Keys of required columns that nothing goes into. */
  missing!: string[];
}

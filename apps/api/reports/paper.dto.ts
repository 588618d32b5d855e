import { CELL_TONES, COLUMN_KINDS, PAPER_LANGUAGES, type PaperLanguage } from '@convener/papers';
import { ApiExtraModels, ApiProperty, getSchemaPath } from '@nestjs/swagger';

/** What a document says, block by block, as the preview shows it. Texts are in the document's language. */

export class PaperHeading {
  @ApiProperty({ enum: ['heading'] })
  type!: 'heading';
  level!: 1 | 2 | 3;
  text!: string;
}

export class PaperText {
  @ApiProperty({ enum: ['text'] })
  type!: 'text';
  text!: string;
  tone?: 'note' | 'strong';
}

export class PaperItems {
  @ApiProperty({ enum: ['items'] })
  type!: 'items';
  items!: string[];
  numbered?: boolean;
}

export class PaperFact {
  label!: string;
  value!: string;
}

export class PaperFacts {
  @ApiProperty({ enum: ['facts'] })
  type!: 'facts';
  rows!: PaperFact[];
}

export class PaperColumn {
  label!: string;
  @ApiProperty({ enum: COLUMN_KINDS })
  kind!: (typeof COLUMN_KINDS)[number];
  weight?: number;
  /** Filled in with a pen. */
  byHand?: boolean;
}

export class PaperCell {
  @ApiProperty({ oneOf: [{ type: 'string' }, { type: 'number' }], nullable: true })
  value!: string | number | null;
  shown?: string;
  @ApiProperty({ enum: CELL_TONES, required: false })
  tone?: (typeof CELL_TONES)[number];
}

/** Cells, or the heading of the rows that follow. */
export class PaperRow {
  cells?: PaperCell[];
  group?: string;
}

export class PaperTable {
  @ApiProperty({ enum: ['table'] })
  type!: 'table';
  caption?: string;
  columns!: PaperColumn[];
  rows!: PaperRow[];
  totals?: PaperCell[];
  empty!: string;
  /** Each row leaves room for a signature. */
  tall?: boolean;
}

export class PaperSpan {
  start!: string | null;
  due!: string | null;
}

/** A bar, or the heading of those that follow. */
export class PaperGanttRow {
  group?: string;
  label?: string;
  start?: string | null;
  due?: string | null;
  baseline?: PaperSpan;
  state?: 'open' | 'running' | 'done' | 'late' | 'resting';
}

export class PaperMark {
  day!: string;
  label!: string;
}

export class PaperGantt {
  @ApiProperty({ enum: ['gantt'] })
  type!: 'gantt';
  caption?: string;
  from!: string;
  to!: string;
  today!: string | null;
  marks!: PaperMark[];
  rows!: PaperGanttRow[];
}

export class PaperBar {
  label!: string;
  value!: number;
  shown!: string;
  tone?: 'good' | 'bad' | 'warn';
}

export class PaperBars {
  @ApiProperty({ enum: ['bars'] })
  type!: 'bars';
  caption?: string;
  of!: number;
  items!: PaperBar[];
}

export class PaperPicture {
  /** Of the evidence file. */
  fileId!: string;
  caption!: string;
  width!: number;
  height!: number;
}

export class PaperPictures {
  @ApiProperty({ enum: ['pictures'] })
  type!: 'pictures';
  columns!: 1 | 2 | 3;
  items!: PaperPicture[];
}

export class PaperMissing {
  @ApiProperty({ enum: ['missing'] })
  type!: 'missing';
  what!: string;
  where!: string;
  /** Path inside the web app, where it is filled in. */
  href!: string;
}

export class PaperSignatures {
  @ApiProperty({ enum: ['signatures'] })
  type!: 'signatures';
  labels!: string[];
}

export class PaperCardLine {
  text!: string;
  size!: number;
  bold?: boolean;
  tone?: 'quiet';
}

export class PaperCard {
  lines!: PaperCardLine[];
  code?: string;
  align!: 'center' | 'start';
}

export class PaperCards {
  @ApiProperty({ enum: ['cards'] })
  type!: 'cards';
  /** In millimetres. */
  width!: number;
  height!: number;
  sheet!: 'A4' | 'card';
  frame?: boolean;
  items!: PaperCard[];
}

export class PaperContents {
  @ApiProperty({ enum: ['contents'] })
  type!: 'contents';
  label!: string;
}

export class PaperBreak {
  @ApiProperty({ enum: ['break'] })
  type!: 'break';
}

const BLOCKS = [
  ...[PaperHeading, PaperText, PaperItems, PaperFacts, PaperTable, PaperGantt, PaperBars, PaperPictures],
  ...[PaperMissing, PaperSignatures, PaperCards, PaperContents, PaperBreak],
];
export type PaperBlock = InstanceType<(typeof BLOCKS)[number]>;

@ApiExtraModels(...BLOCKS)
export class PaperPreview {
  title!: string;
  subtitle!: string[];
  @ApiProperty({ enum: PAPER_LANGUAGES })
  language!: PaperLanguage;
  page!: 'portrait' | 'landscape';
  @ApiProperty({ type: 'array', items: { oneOf: BLOCKS.map((block) => ({ $ref: getSchemaPath(block) })) } })
  blocks!: PaperBlock[];
}

import type { ComparedRow as Row, RegisterComparison as Comparison } from '@convener/registers';
import { ApiProperty } from '@nestjs/swagger';
import { RegisterWeight } from './registers.dto';

export class ComparedPart {
  column!: string;
  /** From 0 to 1. */
  score!: number;
}

export class ComparedRow implements Row {
  id!: string;
  /** Its first required column of text; empty where that is. */
  name!: string;
  /** From 0 to 100, with one decimal. */
  score!: number;
  /** From 1 on; rows with the same score share one. */
  @ApiProperty({ type: 'integer' })
  rank!: number;
  /** Weighted columns that are empty here: they score 0. */
  missing!: string[];
  parts!: ComparedPart[];
}

export class RegisterComparison implements Comparison {
  weights!: RegisterWeight[];
  /** Best first, without dropped rows. */
  rows!: ComparedRow[];
}

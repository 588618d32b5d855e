import { COLUMN_KEY } from '@convener/register-presets';
import {
  BETTER,
  type ComparedRow as Row,
  MOST_WEIGHT,
  type RegisterComparison as Comparison,
  type Weight,
} from '@convener/registers';
import { ApiProperty } from '@nestjs/swagger';
import { IsIn, IsInt, Matches, Max, Min } from 'class-validator';

export class RegisterWeight implements Weight {
  /** Key of a column of numbers, money, or yes and no that is not personal. */
  @ApiProperty({ pattern: COLUMN_KEY.source })
  @Matches(COLUMN_KEY)
  column!: string;

  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(0)
  @Max(MOST_WEIGHT)
  weight!: number;

  /** Which of its ends is the good one; of yes and no, yes is the higher. */
  @ApiProperty({ enum: BETTER, enumName: 'BetterEnd' })
  @IsIn(BETTER)
  better!: Weight['better'];
}

/** The weights as they are kept, in one order of their fields. */
export function weightsOf(given: readonly RegisterWeight[] | undefined): Weight[] | undefined {
  return given?.map(({ column, weight, better }) => ({ column, weight, better }));
}

export class ComparedPart {
  column!: string;
  /** From 0 to 1. */
  score!: number;
}

export class ComparedRow implements Row {
  id!: string;
  /** Its cell of `namedBy`; empty where that is. */
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
  /** Key of the column by which rows are named: the first required one of text that the caller sees; null where none is. */
  namedBy!: string | null;
  /** Best first, without dropped rows. */
  rows!: ComparedRow[];
}

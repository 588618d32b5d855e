import { ApiProperty } from '@nestjs/swagger';
import { Type } from 'class-transformer';
import { IsInt, IsString, Max, MaxLength, Min } from 'class-validator';
import { IfGiven } from './validators';

/** The query of every list; lists with filters extend it. */
export class PageQuery {
  /** `next` of the page before. */
  @IfGiven()
  @IsString()
  @MaxLength(1000)
  cursor?: string;

  /** 1 to 200; 50 when left out. */
  @IfGiven()
  @ApiProperty({ type: 'integer' })
  @Type(() => Number)
  @IsInt()
  @Min(1)
  @Max(200)
  limit?: number;
}

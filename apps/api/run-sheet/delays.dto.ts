import type { CueMove as MoveView, DelayPreview as PreviewView, DelayUndone as UndoneView } from '@convener/run-sheet';
import { Type } from 'class-transformer';
import { ArrayMaxSize, IsArray, IsInt, Max, Min, ValidateNested } from 'class-validator';
import { IfGiven, IsId } from '../http/validators';
import { PersonRef, TeamRef } from '../projects/work.dto';
import { SheetWarning } from './run-sheet.dto';

const MOST = 240;
const LEAST = -240;
const MOST_MOVES = 1000;

export class AskDelay {
  /** By how many minutes it is late; negative brings it forward, and 0 is refused. */
  @IsInt()
  @Min(LEAST)
  @Max(MOST)
  minutes!: number;
}

export class ExpectedMove {
  @IsId()
  id!: string;

  @IsInt()
  minute!: number;

  @IsInt()
  minutes!: number;
}

export class ApplyDelay extends AskDelay {
  /** Where the preview said that each cue would move to: 409 where by now it would be something else. */
  @IfGiven()
  @IsArray()
  @ArrayMaxSize(MOST_MOVES)
  @ValidateNested({ each: true })
  @Type(() => ExpectedMove)
  expected?: ExpectedMove[];
}

export class CueSpan {
  minute!: number;
  minutes!: number;
}

export class CueMove implements MoveView {
  id!: string;
  from!: CueSpan;
  to!: CueSpan;
}

export class EatenBuffer {
  /** The cue before which it lay. */
  before!: string;
  minutes!: number;
}

export class StoppedBy {
  /** The cue that can't move. */
  id!: string;
  /** How many minutes no longer fit before it. */
  short!: number;
}

export class DelayPreview implements PreviewView {
  moves!: CueMove[];
  eaten!: EatenBuffer[];
  /** What is left of the delay behind the last cue that moves. */
  left!: number;
  stoppedBy!: StoppedBy | null;
  /** Overlaps that it brings. */
  warnings!: SheetWarning[];
  people!: PersonRef[];
  teams!: TeamRef[];
  /** People from outside, as the cues that move name them. */
  outside!: string[];
}

export class DelayUndone implements UndoneView {
  restored!: number;
  /** Titles of what has begun, ended or been moved since, and so stays. */
  left!: string[];
}

import { CODE_STATES, type CodeState, type CodeView, type Scanner, SCANNERS, type StaffView } from '@convener/joining';
import { type Locale, LOCALES } from '@convener/access';
import { ApiProperty } from '@nestjs/swagger';
import { IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { IfGiven, IsId, NullOr, Text } from '../http/validators';
import { PersonRef, TeamRef } from '../projects/work.dto';

/** The most hours that a code can be given; whoever wants longer takes the end of the event. */
const LONGEST_HOURS = 720;
const MOST_PEOPLE = 500;

export class NewJoinCode {
  /** Whose work the people who come by it help with. */
  @IsId()
  teamId!: string;

  /** How long people can join by it; null: until the end of the day after closing, which moves with the plan. */
  @NullOr()
  @IsInt()
  @Min(1)
  @Max(LONGEST_HOURS)
  hours!: number | null;

  /** So many people may join by it. */
  @IsInt()
  @Min(1)
  @Max(MOST_PEOPLE)
  most!: number;
}

export class JoinCodeMade {
  id!: string;
  /** To show as a QR code; given out this once. */
  link!: string;
}

export class EndJoinCode {
  /** Whether also everybody who has come by it is out. */
  @IsBoolean()
  staff!: boolean;
}

export class JoinCode implements CodeView {
  id!: string;
  team!: TeamRef;
  madeBy!: PersonRef;
  /** Epoch milliseconds. */
  madeAt!: number;
  /** Epoch milliseconds; null: as long as temporary staff may stay. */
  expiresAt!: number | null;
  most!: number;
  /** How many have joined by it, whether they are still there or not. */
  joined!: number;
  @ApiProperty({ enum: CODE_STATES })
  state!: CodeState;
}

export class TemporaryPerson implements StaffView {
  person!: PersonRef;
  team!: TeamRef;
  /** Epoch milliseconds. */
  since!: number;
  /** Epoch milliseconds, a few minutes behind at most. */
  lastSeenAt!: number;
  codeId!: string;
}

export class TemporaryStaffList {
  /** The sub-teams that the caller may let people into. */
  teams!: TeamRef[];
  /** Those that have not been ended, newest first. */
  codes!: JoinCode[];
  staff!: TemporaryPerson[];
  /** The instant (epoch milliseconds) from which they are out: the end of the day after closing. */
  until!: number;
}

export class JoinShown {
  projectName!: string;
  /** IANA zone of the project. */
  zone!: string;
  teamName!: string;
  teamNameEn!: string | null;
  /** The instant (epoch milliseconds) from which whoever joins without an account is out. */
  until!: number;
  /**
   * What the asker is to it: nobody yet, in already, a colleague who joins as themselves, temporary staff of another
   * sub-team, or an account that it is not for.
   */
  @ApiProperty({ enum: SCANNERS })
  you!: Scanner;
}

/** Without an account: a name, and that one has been told. Somebody signed in sends `{}`. */
export class Join {
  @IfGiven()
  @Text({ max: 100 })
  name?: string;

  /** That one has read what one may do, and until when. */
  @IfGiven()
  @IsBoolean()
  told?: boolean;

  @IfGiven()
  @IsIn(LOCALES)
  locale?: Locale;
}

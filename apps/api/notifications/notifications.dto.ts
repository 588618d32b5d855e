import { type OwnPreferences, SINGLE_KINDS, type SingleKind } from '@convener/notifications';
import { ApiProperty } from '@nestjs/swagger';
import { ArrayUnique, IsArray, IsBoolean, IsIn, IsInt, Max, Min } from 'class-validator';
import { IfGiven, IsCalendarDay, IsId, IsTimeOfDay, IsZone, OrNull } from '../http/validators';

export class Colleague {
  id!: string;
  name!: string;
}

export class Notifications implements OwnPreferences {
  /** IANA zone of the wall times and of the days away. */
  zone!: string;
  /** HH:MM; null: with the reminders, which come at nine. */
  digestAt!: string | null;
  /** Whether messages come by e-mail too. */
  mail!: boolean;
  /** Kinds of reminders that come singly, each at once. */
  singles!: string[];
  /** HH:MM; null without quiet hours. */
  quietFrom!: string | null;
  /** HH:MM; null without quiet hours. */
  quietTo!: string | null;
  /** Nothing comes on weekends and days off of the office calendar. */
  restOnDaysOff!: boolean;
  /** After so many messages on a day the rest goes into the next digest. */
  dailyCap!: number;
  /** Who is told in one's place while one is away. */
  standInId!: string | null;
  /** First day away. */
  awayFrom!: string | null;
  /** Last day away; null until further notice. */
  awayUntil!: string | null;
  version!: number;
  /** Who can be chosen as a stand-in. */
  colleagues!: Colleague[];
}

export class ChangeNotifications {
  @IfGiven()
  @IsZone()
  zone?: string;

  @OrNull()
  @IsTimeOfDay()
  digestAt?: string | null;

  @IfGiven()
  @IsBoolean()
  mail?: boolean;

  @IfGiven()
  @ApiProperty({ enum: SINGLE_KINDS, isArray: true })
  @IsArray()
  @ArrayUnique()
  @IsIn(SINGLE_KINDS, { each: true })
  singles?: SingleKind[];

  @OrNull()
  @IsTimeOfDay()
  quietFrom?: string | null;

  @OrNull()
  @IsTimeOfDay()
  quietTo?: string | null;

  @IfGiven()
  @IsBoolean()
  restOnDaysOff?: boolean;

  @IfGiven()
  @ApiProperty({ type: 'integer' })
  @IsInt()
  @Min(1)
  @Max(200)
  dailyCap?: number;

  @OrNull()
  @IsId()
  standInId?: string | null;

  @OrNull()
  @IsCalendarDay()
  awayFrom?: string | null;

  @OrNull()
  @IsCalendarDay()
  awayUntil?: string | null;
}

export class MailLink {
  /** As much of the address as tells its owner that it is theirs. */
  email!: string;
  /** Whether mails still come. */
  mail!: boolean;
}

export class CantWaitMark {
  cantWait!: boolean;
}

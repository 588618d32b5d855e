import { PASSWORD_EVENTS, type PasswordEventKind } from '@convener/accounts';
import { ApiProperty } from '@nestjs/swagger';

export class OwnSession {
  id!: string;
  /** The browser in words, such as `Chrome · Windows`; null for one that we don't know. */
  device!: string | null;
  /** Whether it was marked as the person's own device when they signed in. */
  ownDevice!: boolean;
  /** Whether it is the one that asks. */
  current!: boolean;
  /** Epoch milliseconds. */
  createdAt!: number;
  /** Epoch milliseconds, a few minutes behind at most. */
  lastSeenAt!: number;
}

export class PasswordEvent {
  /** Epoch milliseconds. */
  at!: number;
  @ApiProperty({ enum: PASSWORD_EVENTS })
  kind!: PasswordEventKind;
  /** Name of the admin who had a hand in it. */
  by!: string | null;
}

export class OwnSessions {
  items!: OwnSession[];
  /** What last happened to the password, the newest first. */
  passwordEvents!: PasswordEvent[];
}

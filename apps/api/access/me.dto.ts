import { type Locale, LOCALES, type WorkspaceRole } from '@convener/access';
import { ApiProperty } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsBoolean, IsEmail, IsIn, IsString, MaxLength, MinLength } from 'class-validator';
import { IfGiven, Text } from '../http/validators';
import { TeamRef } from '../projects/work.dto';

export const SHORTEST_PASSWORD = 8;
/** Long enough for any passphrase, short enough that hashing stays cheap. */
export const LONGEST_PASSWORD = 200;

const trim = () => Transform(({ value }: { value: unknown }) => (typeof value === 'string' ? value.trim() : value));

/** A password about to be set. */
export function NewPassword(): PropertyDecorator {
  return (target, key) => {
    const document = ApiProperty({ minLength: SHORTEST_PASSWORD, maxLength: LONGEST_PASSWORD });
    const rules = [IsString(), MinLength(SHORTEST_PASSWORD), MaxLength(LONGEST_PASSWORD), document];
    for (const rule of rules) rule(target, key);
  };
}

/** A mailbox; also inside a company's own network, without a dot. */
export function Email(): PropertyDecorator {
  return (target, key) => {
    const document = ApiProperty({ format: 'email', maxLength: 254 });
    for (const rule of [trim(), IsEmail({ require_tld: false }), MaxLength(254), document]) rule(target, key);
  };
}

/** Whether the person says that the device is theirs alone: the session then lasts 30 days instead of 12 hours. */
export class OnDevice {
  @IfGiven()
  @IsBoolean()
  ownDevice?: boolean;
}

export class SetUp extends OnDevice {
  /** From the link that the server printed when it started. */
  @IsString()
  @MaxLength(200)
  token!: string;

  @Text({ max: 100 })
  name!: string;

  @Email()
  email!: string;

  @NewPassword()
  password!: string;
}

export class SetUpState {
  /** Whether nobody has been set up yet. */
  needed!: boolean;
}

export class SignIn extends OnDevice {
  @Email()
  email!: string;

  @IsString()
  @MaxLength(LONGEST_PASSWORD)
  password!: string;
}

/** Where somebody without an account helps. */
export class TemporaryPart {
  projectId!: string;
  projectName!: string;
  /** IANA zone of the project. */
  zone!: string;
  team!: TeamRef;
  /** The instant (epoch milliseconds) from which they are out; it moves with the closing of the project. */
  until!: number;
}

export class Me {
  id!: string;
  name!: string;
  /** Null for temporary staff. */
  email!: string | null;
  /** Null for people who only take part in projects. */
  workspaceRole!: 'admin' | 'member' | null;
  locale!: 'zh-TW' | 'en';
  /** Messages in the inbox that have not been read. */
  unread!: number;
  /** Null for everybody with an account. */
  temporary!: TemporaryPart | null;
  version!: number;
}

export class ChangeMe {
  @IfGiven()
  @Text({ max: 100 })
  name?: string;

  @IfGiven()
  @IsIn(LOCALES)
  locale?: Locale;
}

export class ChangePassword {
  @IsString()
  @MaxLength(LONGEST_PASSWORD)
  current!: string;

  @NewPassword()
  next!: string;
}

/** For DTOs that take a workspace role. */
export const WORKSPACE_ROLES: readonly WorkspaceRole[] = ['admin', 'member'];

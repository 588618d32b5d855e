import { MAIL_FAULTS, type MailSettings as Settings, type MailTestView } from '@convener/mail-test';
import { ApiProperty } from '@nestjs/swagger';

/** Instants are epoch milliseconds. */
export class MailTest implements MailTestView {
  askedAt!: number;
  /** `kept`: no mail server is set, so it stands in the outbox. `lost`: no process that does jobs has taken it up. */
  @ApiProperty({ enum: ['waiting', 'sent', 'kept', 'failed', 'lost'], enumName: 'MailTestState' })
  state!: MailTestView['state'];
  @ApiProperty({ enum: MAIL_FAULTS, enumName: 'MailFault', nullable: true })
  fault!: MailTestView['fault'];
  /** What the mail server said, without addresses and passwords. */
  answer!: string | null;
  endedAt!: number | null;
}

export class MailSettings implements Settings {
  /** The mail server without its password; null where mails stand in the outbox. */
  server!: string | null;
  from!: string;
  last!: MailTest | null;
}

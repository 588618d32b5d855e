import { Injectable } from '@nestjs/common';
import { Clock, newId } from '@convener/kernel';
import { Database } from '../database/database';
import { type Mail, Mailer } from './mailer';
import { OutgoingMail } from './outgoing-mail.entity';

/** Keeps mails in the table outgoing_mail, where no mail server is configured. */
@Injectable()
export class OutboxMailer extends Mailer {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    const row = {
      id: newId(),
      messageKey: mail.key,
      recipient: mail.to,
      subject: mail.subject,
      text: mail.text,
      html: mail.html,
      createdAt: this.clock.now(),
    };
    await this.database.write((em) =>
      em.createQueryBuilder().insert().into(OutgoingMail).values(row).orIgnore().updateEntity(false).execute(),
    );
  }
}

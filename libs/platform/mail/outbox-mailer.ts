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
      text: withoutSecrets(mail.text, mail),
      html: withoutSecrets(mail.html, mail),
      headers: Object.fromEntries(
        Object.entries(mail.headers ?? {}).map(([name, value]) => [name, withoutSecrets(value, mail)]),
      ),
      createdAt: this.clock.now(),
    };
    await this.database.write((em) =>
      em.createQueryBuilder().insert().into(OutgoingMail).values(row).orIgnore().updateEntity(false).execute(),
    );
  }
}

/** Admins read the outbox: a link that opens somebody else's account must not stand there. */
function withoutSecrets(text: string, { secrets = [] }: Mail): string {
  return secrets.reduce((rest, secret) => rest.replaceAll(secret, '•••'), text);
}

import { HandlesJob, type JobHandler, Mailer } from '@convener/platform';
import { Injectable, Logger } from '@nestjs/common';
import { sendAccountMail, type SendAccountMailPayload } from './account-doorbell';
import { AccountMailsService } from './account-mails.service';

/** Sends one mail about an account. Whatever goes wrong stays in its row, from which a sweep queues it again. */
@Injectable()
@HandlesJob(sendAccountMail)
export class SendAccountMailJob implements JobHandler<SendAccountMailPayload> {
  private readonly log = new Logger(SendAccountMailJob.name);

  constructor(
    private readonly mails: AccountMailsService,
    private readonly mailer: Mailer,
  ) {}

  async run({ mailId }: SendAccountMailPayload): Promise<void> {
    const opened = await this.mails.open(mailId);
    if (!opened) return;
    try {
      await this.mailer.send(opened.mail);
    } catch (error) {
      // Not thrown on to the queue: its retries would die with Redis, the row's do not.
      this.log.warn(`Account mail ${mailId} failed: ${error instanceof Error ? error.message : String(error)}`);
      return this.mails.failed(mailId, opened.attempt);
    }
    await this.mails.sent(mailId, opened.attempt);
  }
}

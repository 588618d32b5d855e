import { defineJob, JobQueue } from '@convener/platform';
import { Injectable, Logger } from '@nestjs/common';

export interface SendAccountMailPayload {
  mailId: string;
}

export const sendAccountMail = defineJob<SendAccountMailPayload>('send-account-mail');

/** Asks for mails about accounts to be sent. Never throws: a mail whose ring was lost is found by a later sweep. */
@Injectable()
export class AccountDoorbell {
  private readonly log = new Logger(AccountDoorbell.name);

  constructor(private readonly queue: JobQueue) {}

  async ring(mailIds: readonly string[]): Promise<void> {
    try {
      for (const mailId of mailIds) await this.queue.add(sendAccountMail, { mailId }, mailId);
    } catch (error) {
      this.log.warn(`The job queue cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

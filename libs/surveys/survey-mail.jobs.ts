import { defineJob, HandlesJob, type JobHandler, JobQueue, Mailer, MailRefused, Poller } from '@convener/platform';
import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { SurveyMailsService } from './survey-mails.service';

interface SendSurveyMailPayload {
  linkId: string;
}

const sendSurveyMail = defineJob<SendSurveyMailPayload>('send-survey-mail');

const RING_EVERY_MS = 2_000;

const wordsOf = (error: unknown) => (error instanceof Error ? error.message : String(error));

/** Rings for mails of surveys that nobody has sent: those just asked for, and those whose job died. Runs where jobs run. */
@Injectable()
export class SurveyMailSweep implements OnModuleInit {
  private readonly log = new Logger(SurveyMailSweep.name);

  constructor(
    private readonly poller: Poller,
    private readonly queue: JobQueue,
    private readonly mails: SurveyMailsService,
  ) {}

  onModuleInit(): void {
    this.poller.every('survey-mails', RING_EVERY_MS, () => this.ring());
  }

  async ring(): Promise<void> {
    const due = await this.mails.due();
    try {
      for (const linkId of due) await this.queue.add(sendSurveyMail, { linkId }, linkId);
    } catch (error) {
      this.log.warn(`The job queue cannot be reached: ${wordsOf(error)}`);
    }
  }
}

/** Sends the mail of one link. Whatever goes wrong stays in its row, from which the sweep queues it again. */
@Injectable()
@HandlesJob(sendSurveyMail)
export class SendSurveyMailJob implements JobHandler<SendSurveyMailPayload> {
  private readonly log = new Logger(SendSurveyMailJob.name);

  constructor(
    private readonly mails: SurveyMailsService,
    private readonly mailer: Mailer,
  ) {}

  async run({ linkId }: SendSurveyMailPayload): Promise<void> {
    const opened = await this.mails.open(linkId);
    if (!opened) return;
    try {
      await this.mailer.send(opened.mail);
    } catch (error) {
      // Not thrown on to the queue: its retries would die with Redis, the row's do not. Its words may name the guest.
      this.log.warn(`The mail of survey link ${linkId} failed`);
      return this.mails.failed(linkId, opened.attempt, error instanceof MailRefused);
    }
    await this.mails.sent(linkId, opened.attempt);
  }
}

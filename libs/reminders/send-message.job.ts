import { HandlesJob, type JobHandler, Mailer } from '@convener/platform';
import { Injectable, Logger } from '@nestjs/common';
import { Doorbell } from './doorbell';
import { MessagesService } from './messages.service';
import { type SendMessagePayload, sendMessage } from './send-message';

/** Sends one message. Whatever goes wrong stays in its row, from which a sweep queues it again. */
@Injectable()
@HandlesJob(sendMessage)
export class SendMessageJob implements JobHandler<SendMessagePayload> {
  private readonly log = new Logger(SendMessageJob.name);

  constructor(
    private readonly messages: MessagesService,
    private readonly mailer: Mailer,
    private readonly doorbell: Doorbell,
  ) {}

  async run({ messageId }: SendMessagePayload): Promise<void> {
    const opened = await this.messages.open(messageId);
    if (!opened) return;
    await this.doorbell.ring(opened.passedOn);
    if (!opened.mail) return;
    try {
      await this.mailer.send(opened.mail);
    } catch (error) {
      // Not thrown on to the queue: its retries would die with Redis, the row's do not.
      this.log.warn(`Mail of message ${messageId} failed: ${error instanceof Error ? error.message : String(error)}`);
      return this.messages.failed(messageId, opened.token);
    }
    await this.messages.sent(messageId, opened.token);
  }
}

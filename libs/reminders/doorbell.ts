import { JobQueue } from '@convener/platform';
import { Injectable, Logger } from '@nestjs/common';
import { sendMessage } from './send-message';

/** Asks for messages to be sent. Never throws: a message whose ring was lost is found by a later sweep. */
@Injectable()
export class Doorbell {
  private readonly log = new Logger(Doorbell.name);

  constructor(private readonly queue: JobQueue) {}

  async ring(messageIds: readonly string[]): Promise<void> {
    try {
      for (const messageId of messageIds) await this.queue.add(sendMessage, { messageId }, messageId);
    } catch (error) {
      this.log.warn(`The job queue cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

import { createHash } from 'node:crypto';
import { JobQueue } from '@convener/platform';
import { Injectable, Logger } from '@nestjs/common';
import { inBatches } from './batches';
import { MESSAGES_PER_BATCH } from './pace';
import { sendMessages } from './send-messages';

/** Asks for messages to be sent. Never throws: a message whose ring was lost is found by a later sweep. */
@Injectable()
export class Doorbell {
  private readonly log = new Logger(Doorbell.name);

  constructor(private readonly queue: JobQueue) {}

  async ring(ids: readonly string[]): Promise<void> {
    try {
      for (const messageIds of inBatches(ids, MESSAGES_PER_BATCH)) {
        await this.queue.add(sendMessages, { messageIds }, keyOf(messageIds));
      }
    } catch (error) {
      this.log.warn(`The job queue cannot be reached: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
}

/** One for the same messages, so that rings pile up nowhere while no job runs. */
function keyOf(messageIds: readonly string[]): string {
  return createHash('sha256').update(messageIds.join()).digest('hex').slice(0, 32);
}

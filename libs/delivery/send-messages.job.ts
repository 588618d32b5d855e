import { Clock, TransientError } from '@convener/kernel';
import { Config, databaseFault, HandlesJob, type JobHandler, type Mail, Mailer, MailRefused } from '@convener/platform';
import { Injectable, Logger, type OnModuleDestroy } from '@nestjs/common';
import { byWeight, inBatches } from './batches';
import { composeMail } from './compose';
import { Doorbell } from './doorbell';
import { groupingOf, unsubscribePage } from './mail-headers';
import { type MailToSend, type OpenedMessages, Opening } from './opening';
import { BEGIN_WITHIN_MS, MAILS_AT_ONCE, NOTE_EVERY_MS, ROWS_PER_BATCH } from './pace';
import { type Outcome, Results } from './results';
import { sendMessages, type SendMessagesPayload } from './send-messages';
import { Turns } from './turns';

/** Sends some messages. Whatever goes wrong stays in their rows, from which a sweep queues them again. */
@Injectable()
@HandlesJob(sendMessages)
export class SendMessagesJob implements JobHandler<SendMessagesPayload>, OnModuleDestroy {
  private readonly log = new Logger(SendMessagesJob.name);
  private stopping = false;

  constructor(
    private readonly clock: Clock,
    private readonly config: Config,
    private readonly opening: Opening,
    private readonly results: Results,
    private readonly mailer: Mailer,
    private readonly doorbell: Doorbell,
    private readonly turns: Turns,
  ) {}

  /** A shutdown waits for the mails that are on their way, not for those that have yet to begin. */
  onModuleDestroy(): void {
    this.stopping = true;
  }

  async run({ messageIds }: SendMessagesPayload): Promise<void> {
    if (this.stopping) return;
    const weights = await this.opening.weights(messageIds);
    for (const ids of byWeight(messageIds, (id) => weights.get(id) ?? 0, ROWS_PER_BATCH)) {
      for await (const opened of this.openAll(ids)) {
        await this.doorbell.ring(opened.passedOn);
        await this.sendAll(opened);
      }
    }
  }

  /** All at once; where one of them can't be opened, the others without it: they must not wait for its repair. */
  private async *openAll(ids: readonly string[]): AsyncGenerator<OpenedMessages> {
    await this.turns.next();
    const opened = await this.opening.open(ids).catch((error: unknown) => this.asBroken(ids, error));
    if (opened) yield opened;
    else for (const half of inBatches(ids, Math.ceil(ids.length / 2))) yield* this.openAll(half);
  }

  /** Null: try them apart. What the database has to say concerns them all and is thrown. */
  private async asBroken(ids: readonly string[], error: unknown): Promise<OpenedMessages | null> {
    if (databaseFault(error) || error instanceof TransientError) throw error;
    if (ids.length > 1) return null;
    this.log.error(`Message ${ids[0]} cannot be opened: ${String(error)}`);
    await this.results.noteBroken(ids[0]!, String(error));
    return { token: '', lookedAt: this.clock.now(), mails: [], broken: [], passedOn: [] };
  }

  /** Never inside a transaction: a mail server may take its time. */
  private async sendAll(opened: OpenedMessages): Promise<void> {
    const left = [...opened.mails];
    const broken = opened.broken.map(({ messageId, why }): [string, Outcome] => [messageId, { end: 'failed', why }]);
    const outcomes = new Map(broken);
    let notedAt = opened.lookedAt;
    const sendSome = async (): Promise<void> => {
      for (let mail = left.shift(); mail; mail = left.shift()) {
        outcomes.set(mail.messageId, await this.send(mail, opened.lookedAt));
        if (this.clock.now() - notedAt < NOTE_EVERY_MS) continue;
        notedAt = this.clock.now();
        await this.note(opened.token, outcomes);
      }
    };
    await Promise.all(Array.from({ length: MAILS_AT_ONCE }, sendSome));
    await this.note(opened.token, outcomes);
  }

  private async send(mail: MailToSend, lookedAt: number): Promise<Outcome> {
    if (this.stopping || this.clock.now() - lookedAt > BEGIN_WITHIN_MS) return { end: 'unbegun' };
    try {
      await this.mailer.send(this.compose(mail));
      return { end: 'sent' };
    } catch (error) {
      // Not thrown on to the queue: its retries would die with Redis, the row's do not.
      const why = error instanceof Error ? error.message : String(error);
      this.log.warn(`Mail of message ${mail.messageId} failed: ${why}`);
      return { end: error instanceof MailRefused ? 'refused' : 'failed', why };
    }
  }

  private compose({ messageId, person, forName, unsubscribeToken, projects }: MailToSend): Mail {
    const { publicUrl } = this.config;
    const unsubscribeLink = unsubscribePage(publicUrl, unsubscribeToken);
    return {
      key: `message-${messageId}`,
      to: person.email,
      secrets: [unsubscribeToken],
      ...groupingOf(projects, person.id, unsubscribeToken, publicUrl),
      ...composeMail(projects, { ...person, forName, unsubscribeLink }, publicUrl),
    };
  }

  /** What cannot be noted (the database is away) is kept for the next time; after the last the lease runs out. */
  private async note(token: string, outcomes: Map<string, Outcome>): Promise<void> {
    const those = new Map(outcomes);
    outcomes.clear();
    try {
      await this.turns.next();
      await this.results.note(token, those);
    } catch (error) {
      for (const [id, outcome] of those) outcomes.set(id, outcome);
      this.log.error(`What became of ${those.size} mails could not be noted: ${String(error)}`);
    }
  }
}

import { randomBytes } from 'node:crypto';
import { Message as MessageRow, SweepService } from '@convener/delivery';
import { type Config, Database } from '@convener/platform';
import { Reminder } from '@convener/reminders';
import type { INestApplicationContext } from '@nestjs/common';
import type { Message } from '../../apps/api/inbox/inbox.dto';
import { aWorker, type SignedInClient, startTestApp, type TestApp } from './app';
import { ok } from './client';
import { aCast, type Cast } from './builders';
import type { DatabaseKind } from './database';
import { FakeClock } from './fake-clock';

/** For how long a sweep leaves a message alone that it has queued. */
const QUEUED_FOR_MS = 30_000;

/** An office of people at work: the application, with Redis also its worker, and mornings that come when a test says so. */
export class Office {
  cast!: Cast;

  private constructor(
    readonly app: TestApp,
    private readonly worker: INestApplicationContext | null,
  ) {}

  /** Without Redis the application does the jobs itself; with it, a worker of its own does. */
  static async open(database: DatabaseKind, redisUrl: string | null): Promise<Office> {
    const clock = new FakeClock();
    let config: Config | null = null;
    const redis: Record<string, string> = redisUrl
      ? { REDIS_URL: redisUrl, QUEUE_PREFIX: `convener-test-${randomBytes(6).toString('hex')}` }
      : {};
    const create = async (env?: Record<string, string>) => {
      const own = await database.create({ ...env, PUBLIC_URL: 'http://convener.test' });
      config = own.config;
      return own;
    };
    const app = await startTestApp({ database: { ...database, create }, clock, env: redis });
    const worker = redisUrl && config ? await aWorker(config, app, false) : null;
    const office = new Office(app, worker);
    office.cast = await aCast(app);
    return office;
  }

  async close(): Promise<void> {
    await this.worker?.close();
    await this.app.close();
  }

  /** The instant of the next reminder that is planned; null when none is left. */
  async nextReminder(): Promise<number | null> {
    const [next] = await this.database.read((em) =>
      em.find(Reminder, { where: { status: 'planned' }, order: { fireAt: 'ASC' }, take: 1 }),
    );
    return next?.fireAt ?? null;
  }

  /** Moves the clock, lets reminders go out, and waits until the last one has. */
  async morning(at: number | string): Promise<void> {
    this.app.clock.set(at);
    await (this.worker ?? this.app.app).get(SweepService, { strict: false }).sweep();
    await this.quiet();
    for (const person of Object.values(this.cast) as SignedInClient[]) {
      const { status } = await person.client.get('/api/me');
      if (status === 401) person.client = await this.app.signIn(person.email);
    }
  }

  /** What a person has not read yet; reading it marks it as read. */
  async read({ client }: SignedInClient): Promise<Message[]> {
    const { items } = ok(await client.get<{ items: Message[] }>('/api/me/inbox?unread=true&limit=200')).body;
    for (const { id } of items) ok(await client.post(`/api/me/inbox/${id}/read`));
    return items;
  }

  private get database(): Database {
    return this.app.app.get(Database);
  }

  /** Looked at twice, so that the jobs have ended too. */
  private async quiet(): Promise<void> {
    for (let tries = 0, calm = 0; tries < 1000; tries += 1) {
      const messages = await this.database.read((em) => em.find(MessageRow, { where: { mailStatus: 'waiting' } }));
      const late = this.app.clock.now() + QUEUED_FOR_MS;
      calm = messages.some(({ leaseToken, leaseUntil }) => leaseToken !== null || leaseUntil === late) ? 0 : calm + 1;
      if (calm === 2) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('The jobs did not come to an end');
  }
}

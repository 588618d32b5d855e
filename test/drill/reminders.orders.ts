import { AsyncLocalStorage } from 'node:async_hooks';
import type { SignedIn } from '@convener/access';
import { Message, SweepService } from '@convener/delivery';
import { addDays, dayAt, newId, TransientError } from '@convener/kernel';
import { Database, JobQueue, type Mail, Mailer, Poller, type RunJob } from '@convener/platform';
import { Reminder, ReminderSubjects } from '@convener/reminders';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import { LessThanOrEqual } from 'typeorm';
import { AppModule } from '../../apps/api/app.module';
import type { DatabaseKind } from '../support/database';
import { FakeClock } from '../support/fake-clock';
import { Gates } from './reminders.gates';
import { addPeople, type Cast, type Scene, setScene, ZONE } from './reminders.scene';
import { changeOf, type Step } from './reminders.steps';
import { faultsOfEnd, type Moment, readTruth, type Standing, type Truth } from './reminders.truth';

const HOUR = 3_600_000;
const nothing = () => undefined;

/**
 * The application with everything that comes between two steps of a firing reminder stopped at a gate: rings, turns of
 * the loop (before each transaction) and mails. One thing moves at a time, and so each order can be had and had again.
 */
export class Orders {
  private readonly clock = new FakeClock('2026-11-23T10:00:00+08:00');
  private readonly jobs: { name: string; payload: object }[] = [];
  private readonly gates = new Gates();
  private readonly look = new AsyncLocalStorage<{ truth: Truth }>();
  private readonly running = new Set<Promise<unknown>>();
  private truth: Truth = new Map();
  private history: Moment[] = [];
  private runJob: RunJob = async () => undefined;
  private delivered: Mail[] = [];
  /** What was mailed although it did not stand so when it was looked at. */
  wrong: string[] = [];
  private app!: INestApplicationContext;
  private drop!: () => Promise<void>;
  private people!: Cast;
  private project!: Scene;

  static async open(kind: DatabaseKind): Promise<Orders> {
    const orders = new Orders();
    const { config, drop } = await kind.create({ LOG_LEVEL: 'silent' });
    const module = await Test.createTestingModule({ imports: [AppModule.forRoot(config, { clock: orders.clock })] })
      .overrideProvider(Mailer)
      .useValue({ send: (mail: Mail) => orders.send(mail) })
      .overrideProvider(JobQueue)
      .useValue(orders.queue())
      .overrideProvider(Poller)
      .useValue({ every: nothing, start: nothing })
      .setLogger(false as never)
      .compile();
    orders.app = await module.init();
    orders.drop = drop;
    orders.instrument();
    await orders.addPeople();
    return orders;
  }

  async close(): Promise<void> {
    await this.app.close();
    await this.drop();
  }

  /** A fresh project with three plain work items and three with a deliverable, all due in two days. */
  async begin(): Promise<void> {
    this.project = await setScene(this.app, this.people, addDays(dayAt(this.clock.now(), ZONE), 2));
    this.history = [];
    this.delivered = [];
    await this.snapshot();
  }

  /** Does one thing, and waits until everything stands at a gate again. What the rules refuse is no step. */
  async step(step: Step): Promise<void> {
    const change = changeOf(this.app, this.people, this.project, step);
    if (change) {
      await change().catch(nothing);
      await this.snapshot();
    } else this.fire(step.kind, step.pick, await this.nextMorning());
    await this.gates.still();
  }

  private fire(kind: Step['kind'], pick: number, morning: number | null): void {
    if (kind === 'sweep') this.run(() => this.app.get(SweepService).sweep());
    if (kind === 'job') this.startJob(pick);
    if (kind === 'gate' || kind === 'fail') this.gates.open(pick, kind === 'fail' ? 'fail' : 'go');
    if (kind === 'seconds') this.clock.advance([1_000, 6_000, 25_000][pick % 3]!);
    // A mail that is on its way for hours would have been given up by the mailer.
    if (kind === 'morning' && morning !== null && !this.gates.isMailUnderWay) this.clock.set(morning);
  }

  /** Everything that is still under way comes to its end, and every reminder that is due. */
  async finish(): Promise<void> {
    for (let calm = 0; calm < 2;) {
      this.gates.openAll();
      await this.gates.still();
      if (this.gates.closed > 0) continue;
      if (this.jobs.length > 0) this.startJob(0);
      else if (this.running.size === 0) {
        calm = (await this.waiting()) ? 0 : calm + 1;
        this.clock.advance(HOUR);
        this.run(() => this.app.get(SweepService).sweep());
      }
      await this.gates.still();
    }
  }

  /** What is wrong with the end: lost, doubled or left out without a reason. Empty where nothing is. */
  async faults(): Promise<string[]> {
    const now = this.clock.now();
    const rows = await this.database.read((em) =>
      em.findBy(Reminder, { projectId: this.project.id, fireAt: LessThanOrEqual(now) }),
    );
    return [...this.wrong, ...faultsOfEnd(rows, this.delivered, this.history)];
  }

  get mails(): number {
    return this.delivered.length;
  }

  private get database(): Database {
    return this.app.get(Database);
  }

  private run(work: () => Promise<unknown>): void {
    const running: Promise<unknown> = work()
      .catch((error: unknown) => this.wrong.push(String(error)))
      .finally(() => this.running.delete(running));
    this.running.add(running);
  }

  private startJob(pick: number): void {
    const [job] = this.jobs.splice(pick % (this.jobs.length || 1), 1);
    if (job) this.run(() => this.look.run({ truth: this.truth }, () => this.runJob(job.name, job.payload)));
  }

  private async send(mail: Mail): Promise<void> {
    const seen = this.look.getStore()?.truth ?? new Map<string, Standing>();
    for (const { title, open, dueDay, personId } of seen.values()) {
      if (!mail.text.includes(title)) continue;
      const due = dueDay?.replaceAll('-', '/').replace(/\/0/g, '/') ?? '-';
      const right = open && mail.text.includes(due) && mail.to === this.emailOf(personId);
      if (!right)
        this.wrong.push(
          `${title} was mailed to ${mail.to} though it stood ${JSON.stringify({ open, dueDay, personId })}`,
        );
    }
    if ((await this.gates.pass('mail')) === 'fail')
      throw new TransientError('The mail server is away (by order of the test)');
    this.delivered.push(mail);
  }

  private queue(): Partial<JobQueue> {
    return {
      add: async ({ name }, payload) => {
        await this.gates.pass('ring');
        this.jobs.push({ name, payload: JSON.parse(JSON.stringify(payload)) as object });
      },
      start: (run) => (this.runJob = run),
      stop: async () => undefined,
    };
  }

  private instrument(): void {
    this.gates.watch(this.database);
    const subjects = this.app.get(ReminderSubjects);
    const look = subjects.look.bind(subjects);
    subjects.look = (em, refs) => {
      const job = this.look.getStore();
      if (job) job.truth = this.truth;
      return look(em, refs);
    };
    const { turns } = this.app.get(SweepService) as unknown as { turns: { next: () => Promise<unknown> } };
    turns.next = () => this.gates.pass('turn');
  }

  private async nextMorning(): Promise<number | null> {
    const [next] = await this.database.read((em) =>
      em.find(Reminder, {
        where: { projectId: this.project.id, status: 'planned' },
        order: { fireAt: 'ASC' },
        take: 1,
      }),
    );
    return next && next.fireAt > this.clock.now() ? next.fireAt : null;
  }

  private async waiting(): Promise<boolean> {
    return this.database.read((em) => em.existsBy(Message, { mailStatus: 'waiting' }));
  }

  private async snapshot(): Promise<void> {
    this.truth = await this.database.read((em) => readTruth(em, this.project.id, this.people.manager.personId));
    this.history.push({ at: this.clock.now(), truth: this.truth });
  }

  private emailOf(personId: string | null): string {
    return Object.values(this.people).find((person) => person.personId === personId)?.email ?? '';
  }

  private async addPeople(): Promise<void> {
    const names = ['manager', 'lead', 'an', 'bo'] as const;
    const people = names.map((name): SignedIn => ({
      personId: newId(),
      name,
      email: `${name}@convener.test`,
      workspaceRole: 'member',
      locale: 'zh-TW',
      version: 1,
    }));
    this.people = Object.fromEntries(people.map((person) => [person.name, person])) as typeof this.people;
    await this.database.write((em) => addPeople(em, people));
  }
}

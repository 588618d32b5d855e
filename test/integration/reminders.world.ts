import { join } from 'node:path';
import { type Locale, Person } from '@convener/access';
import { AccountsModule } from '@convener/accounts';
import { DeliveryModule, Message, SweepService } from '@convener/delivery';
import { InboxModule } from '@convener/inbox';
import { newId } from '@convener/kernel';
import {
  type Config,
  Database,
  insertAll,
  JobQueue,
  JobsModule,
  Mailer,
  PlatformModule,
  Poller,
  seedsFolder,
} from '@convener/platform';
import {
  Reminder,
  RemindersModule,
  RemindersPlan,
  ReminderSubjects,
  type SubjectNow,
  type SubjectRef,
} from '@convener/reminders';
import { ScheduleModule, WorkingCalendar } from '@convener/schedule';
import type { INestApplicationContext } from '@nestjs/common';
import { Test } from '@nestjs/testing';
import type { EntityManager } from 'typeorm';
import { THREE_NUDGES } from '../support/builders.subjects';
import type { DatabaseKind } from '../support/database';
import { FakeClock } from '../support/fake-clock';
import { MemoryMailer } from '../support/memory-mailer';
import { OwnRedis } from './reminders.redis';

const nothing = () => undefined;
/** Failing mails are warned about, and these tests fail many. */
const SILENT = { log: nothing, warn: nothing, error: nothing };

/** For how long a sweep leaves a message alone that it has queued. */
export const QUEUED_FOR_MS = 30_000;
const CALENDAR = new WorkingCalendar([], []);

/** Subjects in memory, in place of the projects that a whole application registers. */
export class FakeSubjects extends ReminderSubjects {
  readonly rows = new Map<string, SubjectNow & { type: SubjectRef['type'] }>();

  async look(_em: EntityManager, refs: readonly SubjectRef[]): Promise<Map<string, SubjectNow>> {
    return new Map(refs.flatMap(({ id }) => (this.rows.has(id) ? [[id, this.rows.get(id)!] as const] : [])));
  }
}

/** A queue that loses everything: what a process leaves that is killed after its claim, or a Redis that is flushed. */
export class DeafQueue extends JobQueue {
  async add(): Promise<void> {}
  start(): void {}
  async stop(): Promise<void> {}
}

/** One process with reminders; sweeps come when the test says so. */
async function boot(config: Config, world: World, queue?: JobQueue): Promise<INestApplicationContext> {
  const subjects = {
    module: AccountsModule,
    global: true,
    providers: [{ provide: ReminderSubjects, useValue: world.subjects }],
    exports: [ReminderSubjects],
  };
  let builder = Test.createTestingModule({
    imports: [
      PlatformModule.forRoot(config, { clock: world.clock }),
      JobsModule.forRoot({ run: true }),
      subjects,
      ScheduleModule.forRoot({ calendars: join(seedsFolder(), 'calendars') }),
      RemindersModule,
      DeliveryModule,
      InboxModule,
    ],
  })
    .overrideProvider(Mailer)
    .useValue(world.mailer)
    .overrideProvider(Poller)
    .useValue({ every: nothing, start: nothing });
  if (queue) builder = builder.overrideProvider(JobQueue).useValue(queue);
  return (await builder.setLogger(SILENT).compile()).init();
}

/** Two projects, three people, and what they notice. */
export class World {
  readonly clock = new FakeClock('2026-10-01T12:00:00+08:00');
  readonly mailer = new MemoryMailer();
  readonly subjects = new FakeSubjects();
  readonly people = { an: newId(), bo: newId(), cy: newId() };
  readonly projects = { congress: newId(), fair: newId() };
  private readonly processes: INestApplicationContext[] = [];

  private constructor(
    private readonly config: Config,
    private readonly drop: () => Promise<void>,
  ) {}

  static async start(kind: DatabaseKind, redisUrl: string | null): Promise<World> {
    const redis = redisUrl === null ? null : new OwnRedis(redisUrl);
    const env = { PUBLIC_URL: 'https://convener.test', LOG_LEVEL: 'silent', ...redis?.env };
    const { config, drop } = await kind.create(env);
    const world = new World(config, async () => {
      await drop();
      await redis?.drop();
    });
    await world.addProcess();
    await world.seed();
    return world;
  }

  async addProcess(queue?: JobQueue): Promise<INestApplicationContext> {
    // A queue of the test's own leaves Redis alone, and nobody would close the connection.
    const config = queue ? { ...this.config, redisUrl: null } : this.config;
    const process = await boot(config, this, queue);
    this.processes.push(process);
    return process;
  }

  get app(): INestApplicationContext {
    return this.processes[0]!;
  }

  get database(): Database {
    return this.app.get(Database);
  }

  /** A work item of a project, planned as a project start does it. Answers its id. */
  async add(
    project: keyof World['projects'],
    dueDay: string,
    personId: string,
    title = '場地評估報告',
  ): Promise<string> {
    const id = newId();
    const projectId = this.projects[project];
    const zone = 'Asia/Taipei';
    const link = `/projects/${projectId}/items/${id}`;
    const common = { title, titleEn: null, code: null, projectId, projectName: project, zone, link };
    this.subjects.rows.set(id, { type: 'work-item', open: true, dueDay, personId, ...common });
    await this.replan(id);
    return id;
  }

  /** Changes a subject without telling the plan: what happens between claim and send. */
  change(id: string, to: Partial<SubjectNow>): void {
    Object.assign(this.subjects.rows.get(id)!, to);
  }

  /** Changes a subject and re-plans it, as projects do in one transaction. */
  async edit(id: string, to: Partial<SubjectNow>): Promise<void> {
    this.change(id, to);
    await this.replan(id);
  }

  async close(project: keyof World['projects']): Promise<void> {
    await this.database.write((em) => this.app.get(RemindersPlan).cancelProject(em, this.projects[project]));
  }

  /** Moves the clock to an instant (Taipei), sweeps and waits until every job of it is done. */
  async morning(day: string, time = '09:00'): Promise<void> {
    this.clock.set(`${day}T${time}:00+08:00`);
    await this.sweep();
  }

  async sweep(process = this.app): Promise<void> {
    await process.get(SweepService).sweep();
    await this.quiet();
  }

  /** Until no message waits for its job and none is under a lease; looked at twice, so that the jobs have ended too. */
  async quiet(): Promise<void> {
    for (let tries = 0, calm = 0; tries < 500; tries += 1) {
      calm = (await this.messages()).some((message) => this.isUnderWay(message)) ? 0 : calm + 1;
      if (calm === 2) return;
      await new Promise((resolve) => setTimeout(resolve, 10));
    }
    throw new Error('The jobs did not come to an end');
  }

  private isUnderWay({ leaseToken, leaseUntil }: Message): boolean {
    return leaseToken !== null || leaseUntil === this.clock.now() + QUEUED_FOR_MS;
  }

  messages(): Promise<Message[]> {
    return this.database.read((em) => em.find(Message, { order: { id: 'ASC' } }));
  }

  reminders(status: Reminder['status']): Promise<Reminder[]> {
    return this.database.read((em) => em.find(Reminder, { where: { status }, order: { fireAt: 'ASC' } }));
  }

  /** Their subjects, without the name of the project that stands before. */
  mailsTo(name: keyof World['people']): string[] {
    return this.mailer.to(`${name}@convener.test`).map(({ subject }) => subject.replace(/^\[[^\]]*\] /, ''));
  }

  async stop(): Promise<void> {
    for (const process of this.processes.reverse()) await process.close();
    await this.drop();
  }

  private async replan(id: string): Promise<void> {
    const { type, open, dueDay, personId, projectId, zone } = this.subjects.rows.get(id)!;
    const subject = { ref: { type, id }, open, dueDay, personId };
    const plan = this.app.get(RemindersPlan);
    await this.database.write((em) => plan.replan(em, projectId, zone, [subject], THREE_NUDGES, CALENDAR));
  }

  /** Further people in no project, by their ids. */
  async addPeople(count: number): Promise<string[]> {
    const people = Array.from({ length: count }, () => newId()).map((id) => aPerson(id, id));
    await this.database.write((em) => insertAll(em, Person, people));
    return people.map(({ id }) => id);
  }

  /** Rings for each of these messages alone: jobs of their own, at the same time. */
  async ring(process: INestApplicationContext, messageIds: readonly string[]): Promise<void> {
    const queue = process.get(JobQueue);
    await Promise.all(messageIds.map((id) => queue.add({ name: 'send-messages' }, { messageIds: [id] })));
    await this.quiet();
  }

  private async seed(): Promise<void> {
    await this.database.write(async (em) => {
      await insertAll(
        em,
        Person,
        Object.entries(this.people).map(([name, id]) => aPerson(name, id)),
      );
      await em.query(
        "INSERT INTO template_versions (id, slug, version, content, digest, published_at) VALUES ('t', 't', 1, '{}', '-', 0)",
      );
      for (const [name, id] of Object.entries(this.projects)) await em.query(projectRow(id, name, this.people.an));
    });
  }
}

function aPerson(name: string, id: string): Person {
  const locale: Locale = name === 'cy' ? 'en' : 'zh-TW';
  const account = { passwordHash: '-', workspaceRole: 'member', active: true, createdAt: 0, version: 1 } as const;
  return { id, name, email: `${name}@convener.test`, locale, ...account };
}

function projectRow(id: string, name: string, creator: string): string {
  return `INSERT INTO projects (id, name, zone, template_slug, template_version, opening_day, closing_day, anchors, options, left_out, status, created_by, created_at)
    VALUES ('${id}', '${name}', 'Asia/Taipei', 't', 1, '2026-11-01', '2026-11-03', '[]', '{}', '[]', 'running', '${creator}', 0)`;
}

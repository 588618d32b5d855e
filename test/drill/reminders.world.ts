import { createHash } from 'node:crypto';
import { Message } from '@convener/delivery';
import { type Config, type Database } from '@convener/platform';
import { Deliverable, Project, WorkItem } from '@convener/projects';
import { Reminder } from '@convener/reminders';
import { In, IsNull, LessThan, MoreThan, Not } from 'typeorm';
import type { DueRow, Fallen } from '../support/builders.reminders';
import { headerOf, type ReceivedMail, textOf } from '../support/smtp-server';

/** As libs/delivery/pace.ts has them. */
const LEASE_MS = 300_000;
const QUEUED_FOR_MS = 30_000;

/** What has become of each piece of work before its reminder fires. */
export type Fate = 'stays' | 'done' | 'moved' | 'closed' | 'reassigned';
const FATES: Fate[] = ['stays', 'done', 'stays', 'reassigned', 'stays', 'moved', 'stays', 'stays', 'stays', 'stays'];

export function location({ databaseUrl, dataDir }: Config): Record<string, string> {
  return { DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' };
}

/**
 * Changes the work behind some of the reminders and tells the plan nothing of it, so that the second look alone can
 * find out. The first project is closed. Answers the fate of each row, and whose it is in the end.
 */
export async function changeWork(
  database: Database,
  { rows, people, projectIds }: Fallen,
): Promise<Map<string, { fate: Fate; row: DueRow; personId: string }>> {
  const closed = projectIds[0]!;
  const inClosed = new Set(
    await database.read(async (em) => (await em.findBy(WorkItem, { projectId: closed })).map(({ id }) => id)),
  );
  // Of the same project: see fallDue.
  const next = (index: number) => people[index + projectIds.length] ?? people[index % projectIds.length]!;
  const neighbour = new Map(people.map(({ id }, index) => [id, next(index).id]));
  const ends = rows.map((row, index) => {
    const fate = inClosed.has(row.itemId) ? 'closed' : FATES[index % FATES.length]!;
    return { row, fate, personId: fate === 'reassigned' ? neighbour.get(row.personId)! : row.personId };
  });
  const items = (fate: Fate) => ends.filter((end) => end.fate === fate).map(({ row }) => row.itemId);
  await database.write(async (em) => {
    await em.update(WorkItem, { id: In(items('done')) }, { status: 'done' });
    await em.update(WorkItem, { id: In(items('moved')) }, { dueDay: '2031-05-27' });
    await em.update(Deliverable, { workItemId: In(items('moved')) }, { dueDay: '2031-05-27' });
    await em.update(Project, { id: closed }, { status: 'closed' });
    for (const { fate, row, personId } of ends) {
      if (fate === 'reassigned') await em.update(WorkItem, { id: row.itemId }, { assigneeId: personId });
    }
  });
  return new Map(ends.map((end) => [end.row.id, end]));
}

/**
 * Lets the rows wait seconds for what takes minutes in an office: a job that was killed ends its lease, a ring that was
 * lost is rung again, a failed mail is tried again, all once they have waited for `patienceMs`. Only instants in the
 * rows are moved into the past, as if so much time had gone by.
 */
export async function hurry(database: Database, patienceMs: number): Promise<void> {
  const now = Date.now();
  const past = { leaseUntil: now };
  await database.write(async (em) => {
    const leased = { leaseToken: Not(IsNull()), leaseUntil: LessThan(now + LEASE_MS - patienceMs) };
    await em.update(Message, leased, past);
    const queued = { leaseToken: IsNull(), status: 'claimed' as const };
    await em.update(Message, { ...queued, leaseUntil: LessThan(now + QUEUED_FOR_MS - patienceMs) }, past);
    const failed = { leaseToken: IsNull(), status: 'ready' as const, leaseUntil: MoreThan(now + patienceMs) };
    await em.update(Message, failed, { leaseUntil: now + patienceMs });
  });
}

/** How many messages are under a lease at this moment: a kill of everybody would cut so many short. */
export function underLease(database: Database): Promise<number> {
  return database.read((em) => em.countBy(Message, { leaseToken: Not(IsNull()), leaseUntil: MoreThan(Date.now()) }));
}

/** How many reminders and mails are still to come to an end. */
export function unfinished(database: Database): Promise<number> {
  return database.read(
    async (em) =>
      (await em.countBy(Reminder, { status: In(['planned', 'claimed']) })) +
      (await em.countBy(Message, { mailStatus: 'waiting' })),
  );
}

/** The Message-ID of a message's mail. */
export function messageIdOf(id: string): string {
  return `<${createHash('sha256').update(`message-${id}`).digest('hex').slice(0, 32)}@localhost>`;
}

export interface Arrived {
  /** Message-ID → those to whom it came, each named once. */
  recipients: Map<string, Set<string>>;
  /** Work item → the Message-IDs of the mails that speak of it. */
  about: Map<string, Set<string>>;
}

/** What people have in their mailboxes, where a mail that came twice under one Message-ID is one mail. */
export function arrived(mails: readonly ReceivedMail[]): Arrived {
  const found: Arrived = { recipients: new Map(), about: new Map() };
  for (const mail of mails) {
    const id = headerOf(mail, 'Message-ID');
    add(found.recipients, id, mail.to.join());
    for (const [, item] of textOf(mail).matchAll(/\/items\/([\w-]+)/g)) add(found.about, item!, id);
  }
  return found;
}

function add(to: Map<string, Set<string>>, key: string, value: string): void {
  to.set(key, (to.get(key) ?? new Set()).add(value));
}

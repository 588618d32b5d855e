import { Clock } from '@convener/kernel';
import { Database, plainRows } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import { type EntityManager } from 'typeorm';
import { Heartbeat } from './heartbeat';

const DAY_MS = 86_400_000;

/** How reminders and mails stand. Instants are epoch ms. */
export interface OperationsFigures {
  /** Reminders whose instant has come and that nothing has claimed. */
  dueReminders: number;
  /** When the oldest of them fell due; null where nothing is due. */
  oldestDueAt: number | null;
  /** Mails that wait for their first try, those held back by their readers' own rules included. */
  waitingMails: number;
  /** Of those: held back until later. */
  heldMails: number;
  /** Mails that failed and will be tried again. */
  retriedMails: number;
  /** Mails that were given up. */
  deadMails: number;
  /** Mails sent within the last 24 hours. */
  sentMails: number;
  /** When a process last looked at the plan, to the minute; null before the first time. */
  lastSweepAt: number | null;
}

/** A mail that failed. */
export interface TroubledMail {
  id: string;
  person: string;
  createdAt: number;
  /** Given up; otherwise it is tried again. */
  dead: boolean;
  attempts: number;
  /** What the mail server said, without addresses and passwords. */
  lastError: string | null;
  /** When it is tried again; null where it is not. */
  nextTryAt: number | null;
}

/** What an operator must know of reminders and mails. */
@Injectable()
export class OperationsQueries {
  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly heartbeat: Heartbeat,
  ) {}

  figures(): Promise<OperationsFigures> {
    const now = this.clock.now();
    return this.database.read(async (em) => {
      const [due] = await plainRows<Numbers<'count' | 'oldest'>>(em, DUE, [now]);
      const [mails] = await plainRows<Numbers<keyof MailCounts>>(em, MAILS, [now, now - DAY_MS]);
      return {
        dueReminders: Number(due?.count ?? 0),
        oldestDueAt: due && due.oldest !== null ? Number(due.oldest) : null,
        ...mailCounts(mails),
        lastSweepAt: await this.heartbeat.last(em),
      };
    });
  }

  /** Mails that failed, the newest first; from `after` (an id) on. */
  async troubled(after: string | undefined, limit: number): Promise<TroubledMail[]> {
    return this.database.read((em) => troubled(em, after, limit));
  }
}

type Numbers<K extends string> = Record<K, number | string | null>;
type MailCounts = Pick<OperationsFigures, 'waitingMails' | 'heldMails' | 'retriedMails' | 'deadMails' | 'sentMails'>;

function mailCounts(row: Numbers<keyof MailCounts> | undefined): MailCounts {
  const of = (name: keyof MailCounts) => Number(row?.[name] ?? 0);
  return {
    waitingMails: of('waitingMails'),
    heldMails: of('heldMails'),
    retriedMails: of('retriedMails'),
    deadMails: of('deadMails'),
    sentMails: of('sentMails'),
  };
}

const DUE = `
  SELECT COUNT(*) AS count, MIN(fire_at) AS oldest FROM reminders
   WHERE status = 'planned' AND fire_at <= ? AND person_id IS NOT NULL`;

/** Of the sent only the last day's: the others are the whole history. */
const MAILS = `
  SELECT SUM(CASE WHEN mail_status = 'waiting' AND mail_attempts = 0 THEN 1 ELSE 0 END) AS "waitingMails",
         SUM(CASE WHEN mail_status = 'waiting' AND not_before > ? THEN 1 ELSE 0 END) AS "heldMails",
         SUM(CASE WHEN mail_status = 'waiting' AND mail_attempts > 0 THEN 1 ELSE 0 END) AS "retriedMails",
         SUM(CASE WHEN mail_status = 'failed' THEN 1 ELSE 0 END) AS "deadMails",
         SUM(CASE WHEN mail_status = 'sent' THEN 1 ELSE 0 END) AS "sentMails"
    FROM messages
   WHERE mail_status IN ('waiting', 'failed') OR (mail_status = 'sent' AND created_at > ?)`;

async function troubled(em: EntityManager, after: string | undefined, limit: number): Promise<TroubledMail[]> {
  const rows = await plainRows<TroubledRow>(em, troubledSql(after), after ? [after, limit] : [limit]);
  return rows.map(({ mailStatus, createdAt, leaseUntil, ...row }) => ({
    ...row,
    createdAt: Number(createdAt),
    dead: mailStatus === 'failed',
    nextTryAt: leaseUntil === null ? null : Number(leaseUntil),
  }));
}

interface TroubledRow {
  id: string;
  person: string;
  attempts: number;
  lastError: string | null;
  mailStatus: string;
  createdAt: number | string;
  leaseUntil: number | string | null;
}

const troubledSql = (after: string | undefined) => `
  SELECT m.id, p.name AS person, m.created_at AS "createdAt", m.mail_status AS "mailStatus",
         m.mail_attempts AS attempts, m.last_error AS "lastError", m.lease_until AS "leaseUntil"
    FROM messages m JOIN people p ON p.id = m.person_id
   WHERE m.mail_status IN ('waiting', 'failed') AND (m.mail_status = 'failed' OR m.mail_attempts > 0)
         ${after ? 'AND m.id < ?' : ''}
   ORDER BY m.id DESC LIMIT ?`;

import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';

/**
 * What a failure of the database means for whoever asked: somebody else was first, it is busy, it cannot be reached, its
 * disk is full, it may only be read, or its disk fails.
 */
export type DatabaseFault = 'race' | 'busy' | 'away' | 'full' | 'read-only' | 'disk-failed';

/** SQLite's names (the extended ones begin with these), PostgreSQL's SQLSTATE (appendix A; a class has two letters), Node's. */
const CODES: Record<DatabaseFault, readonly string[]> = {
  // Unique and foreign-key violations: what a race leaves when both looked first.
  race: [
    'SQLITE_CONSTRAINT_UNIQUE',
    'SQLITE_CONSTRAINT_PRIMARYKEY',
    'SQLITE_CONSTRAINT_FOREIGNKEY',
    'SQLITE_CONSTRAINT_ROWID',
    '23505',
    '23503',
  ],
  // Also one of two transactions that waited for each other, and a server that has no connection left.
  busy: ['SQLITE_BUSY', 'SQLITE_LOCKED', 'SQLITE_PROTOCOL', '40001', '40P01', '55P03', '53300', '53200'],
  away: [
    '08',
    '57P',
    'ECONNREFUSED',
    'ECONNRESET',
    'ECONNABORTED',
    'EPIPE',
    'ETIMEDOUT',
    'EHOSTUNREACH',
    'ENETUNREACH',
    'ENOTFOUND',
    'EAI_AGAIN',
  ],
  full: ['SQLITE_FULL', '53100', 'ENOSPC', 'EDQUOT'],
  'read-only': ['SQLITE_READONLY', '25006', 'EROFS'],
  'disk-failed': ['SQLITE_IOERR', 'SQLITE_CANTOPEN', '58030', 'EIO'],
};

/** What pg says of a lost connection, and of a pool in which none became free, where it gives no code. */
const LOST = /^(Connection terminated|timeout expired|Client (has encountered a connection error|was closed))/;
const NONE_FREE = /^timeout exceeded when trying to connect/;

/** Null where the error is not the database's, or is a fault of ours such as wrong SQL. */
export function databaseFault(error: unknown): DatabaseFault | null {
  // A connection that broke between two statements of a transaction: its runner has been released under our feet.
  if (error instanceof QueryRunnerAlreadyReleasedError) return 'away';
  const cause: unknown = error instanceof QueryFailedError ? error.driverError : error;
  if (typeof cause !== 'object' || cause === null) return null;
  const { message, code } = cause as { message?: unknown; code?: unknown };
  if (typeof message === 'string' && LOST.test(message)) return 'away';
  if (typeof message === 'string' && NONE_FREE.test(message)) return 'busy';
  return typeof code === 'string' ? byCode(code) : null;
}

function byCode(code: string): DatabaseFault | null {
  const found = Object.entries(CODES).find(([, codes]) => codes.some((known) => matches(code, known)));
  return (found?.[0] as DatabaseFault | undefined) ?? null;
}

function matches(code: string, known: string): boolean {
  if (known.startsWith('SQLITE_')) return code === known || code.startsWith(`${known}_`);
  // '08' and '57P' are classes of SQLSTATE; Node's EPIPE and EIO are whole names.
  return /^\d/.test(known) && known.length < 5 ? code.length === 5 && code.startsWith(known) : code === known;
}

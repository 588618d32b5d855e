import { setTimeout as pause } from 'node:timers/promises';
import type { DataSource, DataSourceOptions } from 'typeorm';
import { ConfigError } from '../config/load-config';
import { createDataSource } from './data-source';
import { databaseFault } from './faults';
import { migrate } from './migrate';

/** A server may come up after us, or be restarting: for how long we wait for it, and how long between two tries (ms). */
export interface ConnectPatience {
  forMs: number;
  pauseMs: number;
}

const PATIENCE: ConnectPatience = { forMs: 30_000, pauseMs: 1000 };

/** SQLite and the file system: what makes a file unusable until somebody mends it. */
const FILE_CODES = /^(SQLITE_(CANTOPEN|READONLY|IOERR|FULL|NOTADB|CORRUPT|PERM|AUTH)|E[A-Z]+$)/;
/** PostgreSQL: wrong password or role, no such database, no right to create tables. */
const SERVER_CODES = new Set(['28P01', '28000', '3D000', '42501']);

/**
 * Opens the database and brings its schema up to date. Waits for a server that does not answer yet. Throws ConfigError
 * naming the setting where the operator has to mend something.
 */
export async function connect(options: DataSourceOptions, patience = PATIENCE): Promise<DataSource> {
  const end = performance.now() + patience.forMs;
  for (let tries = 1; ; tries += 1) {
    try {
      return await openAndMigrate(options);
    } catch (error) {
      const comesBack = options.type === 'postgres' && databaseFault(error) === 'away';
      if (!comesBack || performance.now() > end) throw explained(options, error);
      if (tries === 1) tellAtOnce(`The database does not answer yet, waiting for it: ${reason(error)}`);
      await pause(patience.pauseMs);
    }
  }
}

async function openAndMigrate(options: DataSourceOptions): Promise<DataSource> {
  const dataSource = await createDataSource(options).initialize();
  try {
    await migrate(dataSource);
    return dataSource;
  } catch (error) {
    await dataSource.destroy();
    throw error;
  }
}

/** Past the logger, which keeps its lines until the application stands: too late for whoever waits with us. */
function tellAtOnce(line: string): void {
  process.stderr.write(`${line}\n`);
}

function explained(options: DataSourceOptions, error: unknown): unknown {
  const code = codeOf(error);
  if (options.type === 'postgres') {
    if (databaseFault(error) === 'away' || databaseFault(error) === 'read-only' || SERVER_CODES.has(code))
      return new ConfigError([
        { env: 'DATABASE_URL', message: `names a database that cannot be used: ${reason(error)}` },
      ]);
    return error;
  }
  if (!FILE_CODES.test(code)) return error;
  const message = `names a folder where no database can be kept: ${String(options.database)}: ${reason(error)}`;
  return new ConfigError([{ env: 'DATA_DIR', message }]);
}

function codeOf(error: unknown): string {
  const { code, driverError } = (error ?? {}) as { code?: unknown; driverError?: { code?: unknown } };
  return String(code ?? driverError?.code ?? '');
}

function reason(error: unknown): string {
  const { message } = (error ?? {}) as { message?: unknown };
  const text = typeof message === 'string' ? message : String(error);
  const code = codeOf(error);
  // Node's error for a name with several addresses has a code and no text.
  return [text, code !== '' && !text.includes(code) ? `(${code})` : ''].filter(Boolean).join(' ');
}

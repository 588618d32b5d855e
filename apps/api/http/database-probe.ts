import { constants } from 'node:fs';
import { access, statfs } from 'node:fs/promises';
import { Config, Database, databaseFault } from '@convener/platform';
import { Injectable } from '@nestjs/common';
import type { DatabaseState } from './health.dto';

/** Less free space (bytes) than this is full: starting one conference writes up to so much. */
const LEAST_FREE = 4 * 1024 * 1024;

/** Asks whether the database answers and takes what is written. Writes nothing itself. */
@Injectable()
export class DatabaseProbe {
  constructor(
    private readonly database: Database,
    private readonly config: Config,
  ) {}

  /** Throws what the database threw, where that says nothing of its state. */
  async check(): Promise<DatabaseState> {
    try {
      return this.database.kind === 'sqlite' ? await this.checkFile() : await this.checkServer();
    } catch (error) {
      const fault = databaseFault(error);
      if (fault === 'full' || fault === 'read-only') return fault;
      throw error;
    }
  }

  private async checkFile(): Promise<DatabaseState> {
    const { dataDir } = this.config;
    // A table, not `SELECT 1`, which SQLite answers without looking into its file.
    await this.database.read((em) => em.query('SELECT 1 FROM migrations LIMIT 1'));
    const { bavail, bsize } = await statfs(dataDir);
    if (bavail * bsize < LEAST_FREE) return 'full';
    const writable = await access(dataDir, constants.W_OK).then(
      () => true,
      () => false,
    );
    return writable ? 'sqlite' : 'read-only';
  }

  /** A server's disk cannot be seen from here; a full one shows in the answers to writes. */
  private async checkServer(): Promise<DatabaseState> {
    const ask = `SELECT pg_is_in_recovery() OR current_setting('default_transaction_read_only')::boolean AS read_only`;
    const [row] = await this.database.read<{ read_only: boolean }[]>((em) => em.query(ask));
    return row?.read_only ? 'read-only' : 'postgres';
  }
}

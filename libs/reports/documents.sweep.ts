import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { Clock } from '@convener/kernel';
import { Database, FileStore, JobQueue, plainChange, plainRows, Poller } from '@convener/platform';
import { makeDocument } from './documents.service';
import { Leases } from './leases';

const LOOK_MS = 5000;
const DAY_MS = 24 * 60 * 60_000;
/** So long what failed or was cancelled is still told of. */
const TOLD_MS = 30 * DAY_MS;
/** So many files of one document a project keeps, in each format and language; what was handed in stays with its deliverable. */
const KEPT = 5;

/** Rings again for documents that a queue has lost or a killed process has left, and clears away what is old. */
@Injectable()
export class DocumentsSweep implements OnModuleInit {
  private readonly logger = new Logger(DocumentsSweep.name);

  constructor(
    private readonly database: Database,
    private readonly clock: Clock,
    private readonly leases: Leases,
    private readonly queue: JobQueue,
    private readonly store: FileStore,
    private readonly poller: Poller,
  ) {}

  onModuleInit(): void {
    this.poller.every('documents', LOOK_MS, () => this.ring());
    this.poller.every('old documents', DAY_MS, () => this.clear());
  }

  async ring(): Promise<void> {
    for (const id of await this.leases.open()) await this.queue.add(makeDocument, { id }, id);
  }

  /** The row goes first: a file that is left over is found by files:check. */
  async clear(): Promise<void> {
    const old = await this.database.read((em) =>
      plainRows<{ id: string; key: string | null }>(em, OLD, [this.clock.now() - TOLD_MS, KEPT]),
    );
    for (const { id, key } of old) {
      await this.database.write((em) => plainChange(em, 'DELETE FROM made_documents WHERE id = ?', [id]));
      if (key === null) continue;
      await this.store
        .remove(key)
        .catch((error: unknown) => this.logger.warn(`An old document is left over: ${String(error)}`));
    }
  }
}

const OLD = `SELECT id, store_key AS key FROM (
  SELECT id, store_key, state, ended_at,
         ROW_NUMBER() OVER (PARTITION BY project_id, kind, choices, language, format, state ORDER BY asked_at DESC, id) AS place
    FROM made_documents WHERE state IN ('ready', 'failed', 'cancelled')
) t WHERE (state <> 'ready' AND ended_at < ?) OR (state = 'ready' AND place > ?)`;

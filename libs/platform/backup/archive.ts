import type { ColumnKind } from './columns';

/**
 * An archive is one gzip file of lines of JSON: a head, the content (content.ts), an end. A later format may put
 * further sections between content and end; a reader refuses a format that it does not know.
 */
export const ARCHIVE_FORMAT = 1;

/** The first line. */
export interface ArchiveHead {
  convener: 'backup';
  format: number;
  /** Version of the product that wrote it. */
  product: string;
  /** ISO 8601, UTC. */
  madeAt: string;
  from: 'sqlite' | 'postgres';
  /** All that had been run on the database, oldest first. */
  migrations: string[];
}

/** Before the rows of each table. */
export interface ArchivedTable {
  table: string;
  columns: { name: string; kind: ColumnKind }[];
}

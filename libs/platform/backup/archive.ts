import type { ColumnKind } from './columns';

/**
 * An archive is one gzip file of lines of JSON: a head, the content (content.ts), since format 2 the files (files.ts), an
 * end. A later format may put further sections before the end; a reader refuses a format that it does not know.
 */
export const ARCHIVE_FORMAT = 2;

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

/** Before the content of each file, which follows as lines of base64. */
export interface ArchivedFile {
  file: string;
}

/** Of all lines about files. */
export interface FileFigures {
  count: number;
  sha256: string;
}

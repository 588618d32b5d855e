import type { StoredFile } from './file-store';

/** A row that names a file. */
export interface NamedFile {
  key: string;
  bytes: number;
  /** For people to find it by. */
  name: string;
  /** Null where it is the house's. */
  projectId: string | null;
}

export interface Strays {
  /** Rows whose file is not there. */
  missing: NamedFile[];
  /** Rows whose file has another size. */
  changed: NamedFile[];
  /** Files that no row names. */
  nameless: StoredFile[];
}

/** What rows say held against what is kept. */
export function straysOf(rows: readonly NamedFile[], files: readonly StoredFile[]): Strays {
  const kept = new Map(files.map((file) => [file.key, file]));
  const named = new Set(rows.map(({ key }) => key));
  return {
    missing: rows.filter(({ key }) => !kept.has(key)),
    changed: rows.filter(({ key, bytes }) => kept.has(key) && kept.get(key)!.bytes !== bytes),
    nameless: files.filter(({ key }) => !named.has(key)),
  };
}

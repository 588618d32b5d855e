import type { Database } from '@convener/platform';
import type { EntityManager } from 'typeorm';

class Undone<T> extends Error {
  constructor(readonly result: T) {
    super('undone');
  }
}

/** What `work` would answer, with everything that it writes taken back: for a preview that has to count what really happens. */
export async function dryRun<T>(database: Database, work: (em: EntityManager) => Promise<T>): Promise<T> {
  try {
    return await database.write<T>(async (em) => {
      throw new Undone(await work(em));
    });
  } catch (error) {
    if (error instanceof Undone) return (error as Undone<T>).result;
    throw error;
  }
}

import { type DatabaseKind, databaseKinds } from '../support/database';
import { redisUrl } from '../support/services';

interface WorldKind {
  kind: DatabaseKind;
  database: string;
  queue: string;
  /** Of the Redis; null for the in-process queue. */
  url: string | null;
}

/** Each database with each queue that this machine has. */
export function worldKinds(): WorldKind[] {
  const redis = redisUrl();
  const queues = [
    { queue: 'in-process queue', url: null },
    ...(redis === null ? [] : [{ queue: 'BullMQ', url: redis }]),
  ];
  return databaseKinds().flatMap((kind) => queues.map((queue) => ({ kind, database: kind.name, ...queue })));
}

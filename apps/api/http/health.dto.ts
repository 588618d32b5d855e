export class Health {
  status!: 'ok';
}

export class Readiness {
  status!: 'ready';
  database!: 'sqlite' | 'postgres';
  /** Where jobs go: to Redis, or run in this process. */
  queue!: 'redis' | 'in-process';
}

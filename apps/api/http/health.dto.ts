import { ProblemDto } from './problem.dto';

export class Health {
  status!: 'ok';
}

/** Which database there is, or what is wrong with it: it does not answer, its disk is full, it can only be read. */
export type DatabaseState = 'sqlite' | 'postgres' | 'away' | 'full' | 'read-only';

/** Where jobs go: to Redis, or run in this process; or Redis does not answer. */
export type QueueState = 'redis' | 'in-process' | 'away';

export class Readiness {
  status!: 'ready';
  database!: 'sqlite' | 'postgres';
  /** Where jobs go: to Redis, or run in this process. */
  queue!: 'redis' | 'in-process';
}

/** Says which part is missing. */
export class NotReadyProblem extends ProblemDto {
  /** Which database there is, or what is wrong with it: it does not answer, its disk is full, it can only be read. */
  database!: DatabaseState;
  /** Where jobs go, or `away` where Redis does not answer. Nothing but reminders waits for it. */
  queue!: QueueState;
}

import { ProblemDto } from './problem.dto';

export class Health {
  status!: 'ok';
}

/** Which database there is, or what is wrong with it: it does not answer, its disk is full, it can only be read. */
export type DatabaseState = 'sqlite' | 'postgres' | 'away' | 'full' | 'read-only';

/** Where jobs go: to Redis, or run in this process; or Redis does not answer. */
export type QueueState = 'redis' | 'in-process' | 'away';

/** Where files are: on the disk or in a bucket (S3); or what is wrong with that bucket: it does not answer, or why it refuses. */
export type FilesState =
  'disk' | 's3' | 'away' | 'wrong-key' | 'no-bucket' | 'wrong-region' | 'wrong-clock' | 'forbidden' | 'refused';

export class Readiness {
  status!: 'ready';
  database!: 'sqlite' | 'postgres';
  /** Where jobs go: to Redis, or run in this process. */
  queue!: 'redis' | 'in-process';
  /** Where files are: on the disk, or in a bucket. */
  files!: 'disk' | 's3';
}

/** Says which part is missing. */
export class NotReadyProblem extends ProblemDto {
  /** Which database there is, or what is wrong with it: it does not answer, its disk is full, it can only be read. */
  database!: DatabaseState;
  /** Where jobs go, or `away` where Redis does not answer. Nothing but reminders waits for it. */
  queue!: QueueState;
  /** Where files are, or what is wrong there: the bucket does not answer, or why it refuses. Everything but files works without it. */
  files!: FilesState;
}

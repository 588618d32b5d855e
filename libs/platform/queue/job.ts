/** The name of a kind of job, and (for the compiler only) what its payload is. */
export interface JobDefinition<P extends object> {
  readonly name: string;
  readonly payloadType?: P;
}

/** Does one kind of job. A job may run twice: the rows decide what is still to be done. */
export interface JobHandler<P extends object> {
  run(payload: P): Promise<void>;
}

const DEFINED = new Map<string, JobDefinition<object>>();
const HANDLED_JOB = Symbol('convener:handles-job');

/** Declares a kind of job. Every kind needs exactly one handler, else the process that runs jobs refuses to boot. */
export function defineJob<P extends object>(name: string): JobDefinition<P> {
  if (DEFINED.has(name)) throw new Error(`The job "${name}" is defined twice`);
  const definition: JobDefinition<P> = { name };
  DEFINED.set(name, definition as JobDefinition<object>);
  return definition;
}

/** Marks an injectable class as the handler of a job. Payloads are JSON: ids and little else. */
export function HandlesJob<P extends object>(job: JobDefinition<P>) {
  return (target: new (...args: never[]) => JobHandler<P>): void => {
    Reflect.defineMetadata(HANDLED_JOB, job, target);
  };
}

export function definedJobs(): string[] {
  return [...DEFINED.keys()];
}

/** The job that a class handles, or undefined for every other class. */
export function handledJob(target: object): JobDefinition<object> | undefined {
  return Reflect.getMetadata(HANDLED_JOB, target) as JobDefinition<object> | undefined;
}

import type { QueryRunner } from 'typeorm';

/** How long (ms) a statement may take before its connection counts as dead. */
export const STATEMENT_PATIENCE_MS = 20_000;

/** The part of pg's client that leads to its socket. */
interface PostgresClient {
  connection: { stream: { destroy(error: Error): void } };
}

const unhurried = new WeakSet<QueryRunner>();

/** Statements of this runner may take as long as they need: a migration over many rows does. */
export function unbounded(runner: QueryRunner): QueryRunner {
  unhurried.add(runner);
  return runner;
}

/**
 * Cuts the connection when a statement gets no answer in time. A server that froze, or a network that swallows packets,
 * would otherwise hold the request for hours. Nothing gentler is safe: a connection that is given back with a statement
 * still on it hands its open transaction to the next request.
 */
export function boundStatements(runner: QueryRunner, patienceMs = STATEMENT_PATIENCE_MS): QueryRunner {
  const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
  const bounded = async (...args: unknown[]): Promise<unknown> => {
    if (unhurried.has(runner)) return query(...args);
    const client = (await runner.connect()) as PostgresClient;
    const timer = setTimeout(() => {
      client.connection.stream.destroy(new Error(`Connection terminated: no answer within ${patienceMs} ms`));
    }, patienceMs);
    return query(...args).finally(() => clearTimeout(timer));
  };
  return Object.assign(runner, { query: bounded });
}

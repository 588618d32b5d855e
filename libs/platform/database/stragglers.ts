import type { QueryRunner } from 'typeorm';

const BEGINS = /^(BEGIN|START) /;
const ENDS = ['COMMIT', 'ROLLBACK'];

/**
 * Refuses statements that come after the end of the runner's transaction. Where one of several concurrent parts of a
 * transaction fails, the others still run on for a moment: without this their next statement would be committed alone.
 */
export function refuseStragglers(runner: QueryRunner): QueryRunner {
  let ended = false;
  const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
  const guarded = async (sql: string, ...rest: unknown[]): Promise<unknown> => {
    if (BEGINS.test(sql)) ended = false;
    else if (ended) throw new Error('This transaction has ended; a part of it that nobody awaited still runs');
    if (ENDS.includes(sql)) ended = true;
    return query(sql, ...rest);
  };
  return Object.assign(runner, { query: guarded });
}

import type { QueryRunner } from 'typeorm';

const BEGINS = /^(BEGIN|START) /;
const ENDED = 'This transaction has ended; a part of it that nobody awaited still runs';
const ENDS = ['COMMIT', 'ROLLBACK'];

/**
 * Refuses statements that come after the end of the runner's transaction. Where one of several concurrent parts of a
 * transaction fails, the others still run on for a moment: without this their next statement would be committed alone.
 */
export function refuseStragglers(runner: QueryRunner): QueryRunner {
  let ended = false;
  let commitFailed = false;
  const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
  const guarded = async (sql: string, ...rest: unknown[]): Promise<unknown> => {
    if (BEGINS.test(sql)) ended = commitFailed = false;
    // A COMMIT that failed, for instance on a full disk, can leave the transaction open: that one must be undone.
    else if (ended && !(commitFailed && sql === 'ROLLBACK')) throw new Error(ENDED);
    if (ENDS.includes(sql)) ended = true;
    const answer = query(sql, ...rest);
    if (sql === 'COMMIT') answer.catch(() => (commitFailed = true));
    return answer;
  };
  return Object.assign(runner, { query: guarded });
}

import { performance } from 'node:perf_hooks';
import { newId } from '@convener/kernel';
import type { Bare, Row, Value } from './bare';
import { columnsOf } from './copy';

/** Further than the entries of any project are numbered, so that ours and the server's own never get the same number. */
const FAR = 1_000_000;
let numbered = 0;

/** The least that a tick can be: the check changed and an entry of the activity written, durably. */
export async function bareTick(bare: Bare, projectId: string): Promise<() => Promise<void>> {
  const checks = await bare.all('SELECT id FROM checks WHERE project_id = ?', [projectId]);
  const [entry] = await bare.all("SELECT * FROM activity WHERE project_id = ? AND action = 'check.ticked' LIMIT 1", [
    projectId,
  ]);
  if (!entry) throw new Error('The model has no tick');
  const columns = (await columnsOf(bare)).get('activity')!;
  const insert = `INSERT INTO activity (${columns.join(', ')}) VALUES (${columns.map(() => '?').join(', ')})`;
  let turn = await firstTurn(bare, projectId, columns);
  return async () => {
    turn += 1;
    const state = Math.floor(turn / checks.length) % 2 === 0 ? 'ticked' : 'open';
    const { id } = checks[turn % checks.length] as { id: string };
    const row: Row = { ...entry, id: newId(), subject_id: id, seq: turn };
    await bare.durable(async () => {
      await bare.run(
        'UPDATE checks SET state = ?, decided_by = ?, decided_at = ?, version = version + 1 WHERE id = ?',
        [state, entry.actor_id as Value, entry.at as Value, id],
      );
      await bare.run(
        insert,
        columns.map((column) => row[column] as Value),
      );
    });
  };
}

/** Where our entries of a project are numbered from, in a schema that numbers them. */
async function firstTurn(bare: Bare, projectId: string, columns: readonly string[]): Promise<number> {
  if (!columns.includes('seq')) return 0;
  const [last] = await bare.all('SELECT MAX(seq) AS seq FROM activity WHERE project_id = ?', [projectId]);
  // Several connections may tick in one project of a small world.
  numbered += FAR;
  return Number(last!.seq) + numbered;
}

/** As many bare ticks a second as the database takes, on as many connections, each in a project of its own. */
export async function ticksASecond(ticks: readonly (() => Promise<void>)[], each: number): Promise<number> {
  const start = performance.now();
  await Promise.all(
    ticks.map(async (once) => {
      for (let turn = 0; turn < each; turn += 1) await once();
    }),
  );
  return (ticks.length * each) / ((performance.now() - start) / 1000);
}

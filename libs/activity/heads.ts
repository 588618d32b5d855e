import { isPostgres, plainChange, plainRows } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { EMPTY_CHAIN, type Head } from './chain';

/** The end of a project's chain. On PostgreSQL nobody else gets it until the transaction ends: a chain can't fork. */
export async function lockHead(em: EntityManager, projectId: string): Promise<Head> {
  const lock = isPostgres(em) ? ' FOR UPDATE' : '';
  const find = () =>
    plainRows<Head>(em, `SELECT seq, hash FROM activity_heads WHERE project_id = ?${lock}`, [projectId]);
  const [head] = await find();
  if (head) return head;
  // Two first entries at once: the second waits here for the first, whose head it then finds.
  await plainChange(em, 'INSERT INTO activity_heads (project_id, seq, hash) VALUES (?, ?, ?) ON CONFLICT DO NOTHING', [
    projectId,
    EMPTY_CHAIN.seq,
    EMPTY_CHAIN.hash,
  ]);
  return (await find())[0] ?? EMPTY_CHAIN;
}

export async function moveHead(em: EntityManager, projectId: string, { seq, hash }: Head): Promise<void> {
  await plainChange(em, 'UPDATE activity_heads SET seq = ?, hash = ? WHERE project_id = ?', [seq, hash, projectId]);
}

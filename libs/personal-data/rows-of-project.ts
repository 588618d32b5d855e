import { groupBy, notFound } from '@convener/kernel';
import { readAll } from '@convener/platform';
import { Register, RegisterRow } from '@convener/registers';
import type { EntityManager } from 'typeorm';

export interface RowsOfList {
  register: Register;
  rows: RegisterRow[];
}

/** The rows of these ids by their lists, in the lists' own order. Throws notFound where one is no row of the project. */
export async function rowsOfProject(
  em: EntityManager,
  projectId: string,
  ids: readonly string[],
): Promise<RowsOfList[]> {
  const wanted = [...new Set(ids)];
  const rows = await readAll(em, RegisterRow, 'WHERE t.id IN ?*', [wanted]);
  rows.sort((a, b) => a.position - b.position);
  const byList = groupBy(rows, ({ registerId }) => registerId);
  const own = 'WHERE t.id IN ?* AND t.project_id = ? ORDER BY t.id';
  const registers = await readAll(em, Register, own, [[...byList.keys()], projectId]);
  if (rows.length < wanted.length || registers.length < byList.size) throw notFound();
  return registers.map((register) => ({ register, rows: byList.get(register.id)! }));
}

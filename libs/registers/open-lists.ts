import { groupBy } from '@convener/kernel';
import { isPostgres, plainRows, readAll } from '@convener/platform';
import type { EntityManager } from 'typeorm';
import { type ListLacks, listLacks } from './open-lists.rules';
import { Register } from './register.entity';
import { RegisterRow } from './register-row.entity';
import { solvedColumn, workOfRow } from './row-work.rules';

export interface OpenList extends ListLacks {
  id: string;
  name: string;
  nameEn: string | null;
  teamId: string | null;
  /** Rows of problems that nobody has marked as solved. */
  unsolved: { rowId: string; title: string }[];
}

/** How the lists of a project stand, in four statements for any number of lists and rows. */
export async function openLists(em: EntityManager, projectId: string): Promise<OpenList[]> {
  const registers = await readAll(em, Register, 'WHERE t.project_id = ? ORDER BY t.id', [projectId]);
  const ids = registers.map(({ id }) => id);
  const cells = groupBy(
    await plainRows<CellCount>(em, CELLS[isPostgres(em) ? 'postgres' : 'sqlite'], [ids]),
    ({ registerId }) => registerId,
  );
  const rows = new Map((await plainRows<RowCount>(em, ROWS, [ids])).map((row) => [row.registerId, row]));
  const problems = registers.filter((register) => solvedColumn(register) !== null).map(({ id }) => id);
  const where = "WHERE t.register_id IN ?* AND t.status <> 'dropped' ORDER BY t.position, t.id";
  const found = groupBy(await readAll(em, RegisterRow, where, [problems]), ({ registerId }) => registerId);
  return registers.map((register) => {
    const { id, name, nameEn, teamId } = register;
    const counted = cells.get(id) ?? [];
    const tally = {
      rows: Number(rows.get(id)?.rows ?? 0),
      erased: Number(rows.get(id)?.erased ?? 0),
      cells: new Map(counted.map(({ key, filled }) => [key, { filled: Number(filled), total: 0 }])),
    };
    const yes = new Map(counted.map((cell) => [cell.key, Number(cell.yes)]));
    return {
      ...{ id, name, nameEn, teamId },
      ...listLacks(register, tally, yes),
      unsolved: unsolved(register, found.get(id) ?? []),
    };
  });
}

function unsolved(register: Register, rows: readonly RegisterRow[]): OpenList['unsolved'] {
  const key = solvedColumn(register);
  if (key === null) return [];
  return rows
    .filter(({ cells }) => cells[key] !== 'yes')
    .map((row) => ({ rowId: row.id, title: workOfRow(register, row).title }));
}

interface CellCount {
  registerId: string;
  key: string;
  filled: number | string;
  yes: number | string;
}

interface RowCount {
  registerId: string;
  rows: number | string;
  erased: number | string;
}

const CELLS = {
  sqlite: `
    SELECT t.register_id AS "registerId", e.key AS "key", COUNT(*) AS "filled",
           SUM(CASE WHEN e.value = 'yes' THEN 1 ELSE 0 END) AS "yes"
      FROM register_rows t, json_each(t.cells) e
     WHERE t.register_id IN ?* AND t.status <> 'dropped' GROUP BY t.register_id, e.key`,
  postgres: `
    SELECT t.register_id AS "registerId", e.key AS "key", COUNT(*) AS "filled",
           SUM(CASE WHEN e.value #>> '{}' = 'yes' THEN 1 ELSE 0 END) AS "yes"
      FROM register_rows t CROSS JOIN LATERAL jsonb_each(t.cells::jsonb) e
     WHERE t.register_id IN ?* AND t.status <> 'dropped' GROUP BY t.register_id, e.key`,
};

const ROWS = `
  SELECT t.register_id AS "registerId", COUNT(*) AS "rows",
         SUM(CASE WHEN t.erased_at IS NOT NULL THEN 1 ELSE 0 END) AS "erased"
    FROM register_rows t WHERE t.register_id IN ?* AND t.status <> 'dropped' GROUP BY t.register_id`;

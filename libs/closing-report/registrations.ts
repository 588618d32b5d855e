import type { Fields } from '@convener/check-in';
import { groupBy } from '@convener/kernel';
import { isPostgres, plainRows, readAll } from '@convener/platform';
import { Register } from '@convener/registers';
import type { About } from '@convener/reports';
import type { EntityManager } from 'typeorm';
import type { BookedRegistrations } from './report-book';

interface Count {
  id: string;
  kind: string | null;
  expected: number | string;
  arrived: number | string;
}

/** Ready lists of registrations, and whatever else had a check-in: how many of each kind came. Four statements for all lists. */
export async function readRegistrations(
  em: EntityManager,
  { project, name }: Pick<About, 'project' | 'name'>,
): Promise<BookedRegistrations[]> {
  const all = await readAll(em, Register, LISTS, [project.id]);
  const opened = await plainRows<{ id: string; fields: string }>(em, OPENED, [all.map(({ id }) => id)]);
  const fieldsOf = new Map(opened.map(({ id, fields }) => [id, JSON.parse(fields) as Fields]));
  const registers = all.filter(({ id, presetKey }) => presetKey === 'registrations' || fieldsOf.has(id));
  const ids = registers.map(({ id }) => id);
  const counts = await plainRows<Count>(em, countsSql(isPostgres(em)), [ids, ids, ids]);
  const sums = await plainRows<{ id: string; taken: number | string | null }>(em, TAKEN, [ids]);
  const countsOf = groupBy(counts, ({ id }) => id);
  const takenOf = new Map(sums.map(({ id, taken }) => [id, Number(taken ?? 0)]));
  return registers.map(({ id, columns, ...list }) => {
    const fields = fieldsOf.get(id);
    const key = fields ? fields.kind : 'kind';
    const choices = columns.find((column) => column.key === key)?.choices ?? [];
    return {
      ...{ id, name: list.name, nameEn: list.nameEn, opened: fields !== undefined, taken: takenOf.get(id) ?? 0 },
      counts: (countsOf.get(id) ?? []).map(({ kind, expected, arrived }) => {
        const choice = choices.find((one) => one.key === kind);
        return { label: choice ? name(choice) : kind, expected: Number(expected), arrived: Number(arrived) };
      }),
    };
  });
}

/** By the column that its desks call the kind; of a list without desks that of the ready list. Dropped ones are not expected. */
function countsSql(postgres: boolean): string {
  const key = `CASE WHEN c.register_id IS NULL THEN 'kind' ELSE c.fields${postgres ? '::jsonb' : ''} ->> 'kind' END`;
  return `
    SELECT t.register_id AS "id", t.cells${postgres ? '::jsonb' : ''} ->> (${key}) AS "kind",
           COUNT(*) AS "expected", COUNT(a.row_id) AS "arrived"
      FROM register_rows t
      LEFT JOIN check_ins c ON c.register_id = t.register_id AND c.register_id IN ?*
      LEFT JOIN check_in_arrivals a ON a.row_id = t.id AND a.register_id IN ?*
     WHERE t.register_id IN ?* AND t.status <> 'dropped'
     GROUP BY 1, 2 ORDER BY 1, 3 DESC, 2`;
}

const LISTS = 'WHERE t.project_id = ? ORDER BY t.added_at, t.id';
const OPENED = 'SELECT register_id AS "id", fields FROM check_ins WHERE register_id IN ?*';
const TAKEN = `SELECT register_id AS "id", SUM(amount_hundredths) AS "taken" FROM check_in_entries
  WHERE register_id IN ?* AND kind = 'payment' AND voided_by IS NULL GROUP BY register_id`;

import type { Bare } from './bare';

/** Every table with rows of a project, parents first, and how its rows are found: `t` is the table. */
const FOUND_BY: readonly (readonly [table: string, of: string])[] = [
  ['projects', 't.id = ?'],
  ['project_members', 't.project_id = ?'],
  ['teams', 't.project_id = ?'],
  ['team_members', 't.team_id IN (SELECT id FROM teams WHERE project_id = ?)'],
  ['work_items', 't.project_id = ?'],
  ['work_item_predecessors', 't.work_item_id IN (SELECT id FROM work_items WHERE project_id = ?)'],
  ['deliverables', 't.project_id = ?'],
  ['evidence', 't.deliverable_id IN (SELECT id FROM deliverables WHERE project_id = ?)'],
  ['checks', 't.project_id = ?'],
  ['activity', 't.project_id = ?'],
  ['reminders', "t.project_id = ? AND t.status = 'planned'"],
];

/** Columns that name a row of the project itself, and columns that name a person. Ids are version 7: they begin with the time. */
const OWN =
  /^(id|project_id|team_id|work_item_id|predecessor_id|deliverable_id|subject_id|batch_id|entry_id|evidence_id|series_id|store_key|code_id|token_hash)$/;
const PERSON = /^(person_id|assignee_id|actor_id|created_by|done_by|added_by|submitted_by|settled_by|decided_by)$/;

const AT_ONCE = 50;

export interface ProjectTable {
  name: string;
  columns: string[];
  of: string;
}

/** The tables that hold rows of projects in this schema, also those that came after this list was written. */
export async function projectTables(bare: Bare): Promise<ProjectTable[]> {
  const columns = await columnsOf(bare);
  const known = new Set(FOUND_BY.map(([table]) => table));
  const later = [...columns].filter(([table, names]) => !known.has(table) && names.includes('project_id'));
  const all = [...FOUND_BY, ...later.map(([table]) => [table, 't.project_id = ?'] as const)];
  return all.map(([name, of]) => ({ name, of, columns: columns.get(name)! }));
}

export async function columnsOf(bare: Bare): Promise<Map<string, string[]>> {
  const rows = await bare.all(
    bare.kind === 'sqlite'
      ? `SELECT m.name AS "table", c.name AS "column" FROM sqlite_master m JOIN pragma_table_info(m.name) c WHERE m.type = 'table' ORDER BY m.name, c.cid`
      : `SELECT table_name AS "table", column_name AS "column" FROM information_schema.columns WHERE table_schema = 'public' ORDER BY table_name, ordinal_position`,
  );
  const found = new Map<string, string[]>();
  for (const { table, column } of rows) found.set(String(table), [...(found.get(String(table)) ?? []), String(column)]);
  return found;
}

/**
 * Copies a project and its crew so many times, each copy as if it had been started a minute before the last. A copy's
 * ids are the model's with another time in front, so one statement a table copies many, and a project's rows lie
 * together as real ones do. Nobody verifies the copies' hash chains: they are the model's.
 */
export async function copyProject(bare: Bare, model: string, copies: number, crews: number): Promise<string[]> {
  const tables = await projectTables(bare);
  const time = clearOf(model);
  await bare.durable(async () => {
    await copyCrew(bare, model, time, crews);
    for (const table of tables)
      for (let first = 1; first <= copies; first += AT_ONCE)
        await copyRows(bare, table, model, { time, crews, first, last: Math.min(copies, first + AT_ONCE - 1) });
  });
  return Array.from({ length: copies }, (_, index) => `${stamp(time - index - 1)}${model.slice(8)}`);
}

/** The id of a person of a copy's crew, by the id of the one in the model whose place they have. */
export function crewMember(model: string, person: string, copy: number, crews: number): string {
  return `${stamp(clearOf(model) - 1 - ((copy - 1) % crews))}${person.slice(8)}`;
}

async function copyCrew(bare: Bare, model: string, time: number, crews: number): Promise<void> {
  const columns = (await columnsOf(bare)).get('people')!;
  const values = columns.map((column) => {
    if (column === 'id') return `${timeAs(bare, `${time} - n.i`)} || substr(t.id, 9)`;
    return column === 'email' ? `'crew' || n.i || '.' || t.email` : `t.${column}`;
  });
  await bare.run(
    `WITH RECURSIVE n(i) AS (SELECT 1 UNION ALL SELECT i + 1 FROM n WHERE i < ${crews})
     INSERT INTO people (${columns.join(', ')}) SELECT ${values.join(', ')} FROM people t CROSS JOIN n
     WHERE t.id IN (SELECT person_id FROM project_members WHERE project_id = ?) ORDER BY n.i, t.id`,
    [model],
  );
}

async function copyRows(
  bare: Bare,
  { name, columns, of }: ProjectTable,
  model: string,
  { time, crews, first, last }: { time: number; crews: number; first: number; last: number },
): Promise<void> {
  const own = timeAs(bare, `${time} - n.i`);
  const person = timeAs(bare, `${time} - 1 - ((n.i - 1) % ${crews})`);
  const values = columns.map((column) => {
    if (OWN.test(column)) return `${own} || substr(t.${column}, 9)`;
    return PERSON.test(column) ? `${person} || substr(t.${column}, 9)` : `t.${column}`;
  });
  const quoted = columns.map((column) => `"${column}"`);
  await bare.run(
    `WITH RECURSIVE n(i) AS (SELECT ${first} UNION ALL SELECT i + 1 FROM n WHERE i < ${last})
     INSERT INTO ${name} (${quoted.join(', ')}) SELECT ${values.join(', ')} FROM ${name} t CROSS JOIN n
     WHERE ${of} ORDER BY n.i, t.${columns[0]}`,
    [model],
  );
}

/** A day before the model, in units of 65.5 s: a copy of somebody who joined a minute before it would else get their very id. */
const CLEAR = 1319;
const clearOf = (model: string) => Number.parseInt(model.slice(0, 8), 16) - CLEAR;

/** SQL for the eight digits that an id of this time (in units of 65.5 s) begins with. */
function timeAs(bare: Bare, units: string): string {
  return bare.kind === 'sqlite' ? `printf('%08x', ${units})` : `lpad(to_hex(${units}), 8, '0')`;
}

function stamp(units: number): string {
  return units.toString(16).padStart(8, '0');
}

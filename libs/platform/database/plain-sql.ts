import type { EntityManager, QueryResult } from 'typeorm';

/** `IN ?*`: one parameter that is a list of texts. */
const LIST = /\bIN \?\*/g;

/** Statements as PostgreSQL wants them, by the form in which they are written; there are as many as the code holds. */
const FOR_POSTGRES = new Map<string, string>();
const FOR_SQLITE = new Map<string, string>();

/**
 * The rows of a statement in plain SQL, for the few reads and writes that are asked thousands of times a minute, where
 * TypeORM's query builder takes several times as long as the database. Written once for both databases: `?` stands for
 * a parameter, `IN ?*` for a list of texts as one parameter, so that a statement is the same for any number of them and
 * stays prepared. Booleans and bigints come as the database has them: readAll() answers entities.
 */
export async function plainRows<R>(em: EntityManager, sql: string, parameters: readonly unknown[] = []): Promise<R[]> {
  return (await run(em, sql, parameters)).records as R[];
}

/** How many rows an UPDATE or DELETE in plain SQL has changed. */
export async function plainChange(
  em: EntityManager,
  sql: string,
  parameters: readonly unknown[] = [],
): Promise<number> {
  return (await run(em, sql, parameters)).affected ?? 0;
}

/** `of`: a manager, a runner or a query builder. */
export function isPostgres(of: Pick<EntityManager, 'dataSource'>): boolean {
  return of.dataSource.options.type === 'postgres';
}

function run(em: EntityManager, sql: string, parameters: readonly unknown[]): Promise<QueryResult> {
  const { queryRunner } = em;
  if (!queryRunner) throw new Error('Plain SQL runs inside Database.read() or Database.write()');
  if (isPostgres(em)) return queryRunner.query(cached(FOR_POSTGRES, sql, numbered), [...parameters], true);
  const values = parameters.map((value) => (Array.isArray(value) ? JSON.stringify(value) : value));
  return queryRunner.query(cached(FOR_SQLITE, sql, listsAsJson), values, true);
}

function cached(known: Map<string, string>, sql: string, translate: (sql: string) => string): string {
  const found = known.get(sql);
  if (found !== undefined) return found;
  const translated = translate(sql);
  known.set(sql, translated);
  return translated;
}

function numbered(sql: string): string {
  let parameter = 0;
  return sql.replace(LIST, '= ANY (?)').replace(/\?/g, () => `$${(parameter += 1)}`);
}

function listsAsJson(sql: string): string {
  return sql.replace(LIST, 'IN (SELECT value FROM json_each(?))');
}

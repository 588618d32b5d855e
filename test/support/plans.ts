import type { Bare, Value } from '../bench/bare';
import { columnsOf } from '../bench/copy';
import type { Statement } from './statements';

/** A table that a statement reads from end to end, by heap or by index, or nearly so, and how the database puts it. */
export interface Scan {
  table: string;
  how: string;
}

/**
 * Columns of few different values: whoever looks up by such a one alone reads a good part of the table. SQLite, which has
 * no statistics here, does that even where a better index is there; PostgreSQL only where it knows that few rows match.
 */
const COARSE = ['status', 'state', 'mail_status', 'role', 'lead', 'active', 'stage'];

const READS_ROWS = /^\s*(SELECT|UPDATE|DELETE|INSERT|WITH)\b/i;
/** What TypeORM makes of an empty list: planned as a scan, but ended before the first row. */
const NOTHING = /WHERE \(\(0=1\)/;

/** The full scans that the database plans for a statement. It is not executed. */
export async function scansOf(bare: Bare, statement: Statement): Promise<Scan[]> {
  if (!READS_ROWS.test(statement.sql) || NOTHING.test(statement.sql)) return [];
  return bare.kind === 'sqlite' ? sqliteScans(bare, statement) : postgresScans(bare, statement);
}

/** `SCAN x` is a full scan, of the table or of a whole index; `SEARCH x … (a=? AND b>?)` looks rows up by these columns. */
async function sqliteScans(bare: Bare, { sql, values }: Statement): Promise<Scan[]> {
  const plan = await bare.all(`EXPLAIN QUERY PLAN ${sql}`, values as Value[]);
  return plan.flatMap(({ detail }) => {
    const how = String(detail);
    const [, kind, alias, condition = ''] = /^(SCAN|SEARCH) (\S+)(?:.* \((.+)\))?/.exec(how) ?? [];
    if (alias === undefined || (kind === 'SEARCH' && !isCoarse(condition))) return [];
    return [{ table: tableBehind(sql, alias), how }];
  });
}

/** Whether a condition on an index names coarse columns only. */
function isCoarse(condition: string): boolean {
  const columns = [...condition.matchAll(/(\w+)"?\)?(?:::\w+)? ?(?:=|<|>|IS\b)/g)].map(([, column]) => column!);
  return columns.length > 0 && columns.every((column) => COARSE.includes(column));
}

/** SQLite names a table in its plans by the alias that the statement gave it. */
function tableBehind(sql: string, alias: string): string {
  const named = new RegExp(`(?:FROM|JOIN|UPDATE|INTO)\\s+"?(\\w+)"?\\s+(?:AS\\s+)?"?${alias}"?(?!\\w)`, 'i');
  return named.exec(sql)?.[1] ?? alias;
}

interface PlanNode {
  'Node Type': string;
  'Relation Name'?: string;
  'Index Name'?: string;
  'Index Cond'?: string;
  Plans?: PlanNode[];
}

/**
 * Sequential scans and joins of whole tables are forbidden to the planner first, which prefers them where a test's tables
 * are small: the scans that are left have no index to go by.
 */
async function postgresScans(bare: Bare, { sql, values }: Statement): Promise<Scan[]> {
  for (const way of ['seqscan', 'mergejoin', 'hashjoin']) await bare.exec(`SET enable_${way} = off`);
  const [row] = await bare.all(`EXPLAIN (FORMAT JSON) ${sql}`, values as Value[]);
  const [{ Plan: plan }] = (row as unknown as { 'QUERY PLAN': [{ Plan: PlanNode }] })['QUERY PLAN'];
  return scansIn(plan);
}

function scansIn(node: PlanNode): Scan[] {
  const { 'Node Type': type, 'Relation Name': table, 'Index Name': index, 'Index Cond': condition, Plans = [] } = node;
  const whole = type === 'Seq Scan' || (/^Index (Only )?Scan/.test(type) && condition === undefined);
  const own = whole && table ? [{ table, how: index ? `${type} of the whole of ${index}` : type }] : [];
  return [...own, ...Plans.flatMap(scansIn)];
}

/** Tables whose rows do not grow with the work. */
const SMALL = [
  'migrations',
  'template_versions',
  'setup_links',
  'calendar_years',
  'house_templates',
  'sqlite_sequence',
];

export async function growingTables(bare: Bare): Promise<Set<string>> {
  return new Set([...(await columnsOf(bare)).keys()].filter((table) => !SMALL.includes(table)));
}

import { spawnSync } from 'node:child_process';
import { join } from 'node:path';
import { chromiumHere } from '../browser/world';
import { databaseKinds } from '../support/database';
import { TYPESCRIPT } from './load';

/** The titles of the table's rows; the number of work items is that of the smallest world. */
const TITLES = [
  'start-up on an existing database',
  'preview',
  'start the full conference',
  're-plan, dry run',
  're-plan, applied',
  'tick, one client, p50',
  'ticks/s, 16 clients, a project each',
  'ticks/s, 16 clients, one project',
  ...(chromiumHere() ? ['tap to painted tick, 4 × slower, p50'] : []),
  'my work, 100 open items',
  'my work of a manager, with deliverables to accept',
  "one project's checklist",
  'its progress',
  'project list of 30',
  'reminders to a local mail server',
  'import of a list, CSV, 200 rows changed',
  'import of a list, XLSX, 200 rows changed',
  'export of a list, XLSX',
  "a page of a list's grid, sorted",
  'a cell of the grid written, p50',
  'check-ins/s, four desks',
  "a desk's whole list, 200 guests",
  ...(chromiumHere() ? ['a guest of 200 found as one types, 4 × slower, p50'] : []),
  'a short report, PDF',
  'stall of the main thread meanwhile, PDF, p99.9',
  'a short report, DOCX',
  'stall of the main thread meanwhile, DOCX, p99.9',
  'memory after the bench',
];

describe.each(databaseKinds())('the gauge on $name', ({ name }) => {
  it('runs every job against the built server and gives each a row', () => {
    const kind = name === 'SQLite' ? 'sqlite' : 'postgres';
    const args = [...TYPESCRIPT, join(__dirname, 'main.ts'), '--size', 'S', '--rounds', '1', '--db', kind];
    const { stdout, stderr, status } = spawnSync(process.execPath, args, { encoding: 'utf8' });
    expect({ status, stderr: status === 0 ? '' : stderr }).toEqual({ status: 0, stderr: '' });
    const rows = stdout.split('\n').filter((line) => line.startsWith('| '));
    expect(rows.slice(2).map((row) => row.split(' | ')[0]!.slice(2).trim())).toEqual(TITLES);
    for (const row of rows.slice(2)) expect(row).not.toMatch(/NaN|undefined| [1-9]\d* errors/);
  }, 300_000);
});

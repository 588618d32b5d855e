import { join } from 'node:path';
import { newId } from '@convener/kernel';
import { writeBackup } from '@convener/platform';
import { DataSource } from 'typeorm';
import { version } from '../../../package.json';
import { type SignedInClient } from '../app';
import { ANY_VERSION, ok } from '../client';
import { aConference, type RunningProject } from '../builders';
import { Office } from '../builders.office';
import { sqlite } from '../database';

/**
 * Writes `<version>.ndjson.gz` beside this file: rows in every table of the schema that is about to be released, made
 * by the product itself and then brought to the edges of what its columns take. Run once for a release, from the root:
 * node --require ./test/support/ts-register.js test/support/released-schemas/make.ts
 */
async function main(): Promise<void> {
  const office = await Office.open(sqlite(), null);
  const project = await aConference(office.app, { cast: office.cast, template: 'event', name: '城市光影節' });
  const admin = (await office.app.setUpAdmin()).client;
  ok(await admin.post('/api/invitations', { workspaceRole: 'member', name: '未到的人' }));
  await work(project);
  const reminder = await office.nextReminder();
  if (reminder !== null) await office.morning(reminder);
  await office.read(office.cast.manager);
  const dataSource = office.app.app.get(DataSource);
  await edges(dataSource, office.cast.manager);
  const empty = await emptyTables(dataSource);
  if (empty.length > 0) throw new Error(`No rows in ${empty.join(', ')}: a migration could lose them unnoticed`);
  const file = join(__dirname, `${version}.ndjson.gz`);
  const figures = await writeBackup(dataSource, { file, product: version, at: Date.now(), leaveOut: [] });
  console.log(file, figures.rows);
  await office.close();
}

/** Rows in each state that a day of work leads to. */
async function work(project: RunningProject): Promise<void> {
  const { cast, manager } = project;
  ok(await manager.post(`/api/projects/${project.id}/teams`, { name: '展示組 🎪', nameEn: 'Display' }));
  const teamId = (await project.view()).teams.find(({ nameEn }) => nameEn === 'Display')?.id;
  const teams = [{ teamId, lead: true }];
  ok(await manager.put(`/api/projects/${project.id}/members/${cast.lead.id}`, { role: 'member', teams }));
  ok(await manager.put(`/api/projects/${project.id}/members/${cast.member.id}`, { role: 'member', teams: [] }));
  const [first, second] = await project.rows();
  const items = [await project.item(first!.id), await project.item(second!.id)];
  const checks = items.flatMap(({ checkList }) => checkList);
  for (const { id } of checks.slice(0, 3)) await manager.post(`/api/checks/${id}/tick`);
  await manager.post(`/api/checks/${checks[3]!.id}/not-applicable`, { reason: '不適用：場地自備' });
  const { deliverableList } = await project.add(
    { title: '場勘', deliverables: [{ title: '場勘照片', accepter: 'manager' }, { title: '預算表' }] },
    null,
  );
  const [a, b] = [deliverableList[0]!, deliverableList[1]!];
  const evidence = { note: '已上傳 📎', link: 'https://files.example.test/場勘.pdf' };
  ok(await manager.post(`/api/deliverables/${a.id}/submit`, evidence));
  ok(await manager.post(`/api/deliverables/${a.id}/return`, { reason: '缺簽名' }));
  ok(await manager.post(`/api/deliverables/${b.id}/waive`, { reason: '併入總表' }));
  const own = await project.add({ title: '自訂：夜間撤場', dueDay: '2028-02-29', assigneeId: cast.member.id }, null);
  const waiting = { status: 'waiting', waitingFor: '電力公司' };
  ok(await manager.patch(`/api/work-items/${own.id}`, waiting, ANY_VERSION));
}

const LONG = '這一段很長，'.repeat(2000);
const EDGES = `𠮷野家 👩‍👩‍👧 "double" 'single' \\ / \t tab \n line \u2028 e\u0301 <script> %s \${x} ; -- 完`;

/** What the product's routes would not bring about in one story, and the largest and smallest that columns take. */
async function edges(dataSource: DataSource, { id: personId }: SignedInClient): Promise<void> {
  const run = (sql: string, ...parameters: unknown[]) => dataSource.query(sql, parameters);
  await run('INSERT INTO setup_links VALUES (?, ?, ?)', newId(), 'a'.repeat(64), 0);
  for (const [key, text, at] of [
    ['empty', '', 0],
    ['edges', EDGES, Number.MAX_SAFE_INTEGER],
    ['long', LONG, -1],
  ])
    await run(
      'INSERT INTO outgoing_mail VALUES (?, ?, ?, ?, ?, ?, ?)',
      newId(),
      key,
      '收件者@例子.測試',
      text,
      text,
      text,
      at,
    );
  await run(
    'UPDATE people SET name = ?, active = ?, version = 2147483647 WHERE id <> ? AND name = ?',
    EDGES,
    0,
    personId,
    '外人 吳',
  );
  await run(
    `UPDATE work_items SET title = ?, title_en = '', position = -2147483648 WHERE title = '自訂：夜間撤場'`,
    EDGES,
  );
  await run(
    'UPDATE activity SET "before" = ?, batch_id = ? WHERE action = ?',
    JSON.stringify({ text: EDGES }),
    newId(),
    'work-item.added',
  );
  // The rest of the catalogue adds half a megabyte and no further kind of row.
  await run(`DELETE FROM template_versions WHERE slug NOT IN ('event', 'event-supervisor')`);
}

async function emptyTables(dataSource: DataSource): Promise<string[]> {
  const tables: { name: string }[] = await dataSource.query(
    `SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%'`,
  );
  const empty: string[] = [];
  for (const { name } of tables) {
    const [row] = (await dataSource.query(`SELECT COUNT(*) AS n FROM "${name}"`)) as { n: number }[];
    if (row?.n === 0) empty.push(name);
  }
  return empty;
}

main().then(
  () => process.exit(0),
  (error: unknown) => {
    console.error(error);
    process.exit(1);
  },
);

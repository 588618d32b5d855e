import { execFile } from 'node:child_process';
import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { verifyActivity } from '@convener/activity';
import { type Config, Database } from '@convener/platform';
import { startTestApp, type TestApp } from '../support/app';
import { aConference, type RunningProject } from '../support/builders';
import { databaseKinds, type TestDatabase } from '../support/database';
import { ANY_VERSION } from '../support/client';
import { type ActivityWorld, anActivityWorld } from './activity.world';

const ROOT = join(__dirname, '../..');

/** What `npm run activity:verify` starts, on the database of `config`. */
function runVerify({ dataDir, databaseUrl }: Config): Promise<{ code: number; stdout: string; stderr: string }> {
  const args = ['--require', join(ROOT, 'test/support/ts-register.js'), join(ROOT, 'apps/cli/activity-verify.ts')];
  const env = { ...process.env, DATA_DIR: dataDir, DATABASE_URL: databaseUrl ?? '' };
  return new Promise((resolve) =>
    execFile(process.execPath, args, { cwd: ROOT, env }, (error, stdout, stderr) =>
      resolve({ code: Number(error?.code ?? 0), stdout, stderr }),
    ),
  );
}

describe.each(databaseKinds())('npm run activity:verify on $name', (kind) => {
  let db: TestDatabase;
  let world: ActivityWorld;
  beforeAll(async () => {
    ({ db, world } = await anActivityWorld(kind));
  });
  afterAll(() => db.close());

  it('counts what it saw and ends with 0 where all is as written', async () => {
    const projectId = await world.recordedProject();
    await world.recordedProject();
    const [first] = (await world.entries(projectId)).filter(({ personalDigest }) => personalDigest);
    await world.sql('DELETE FROM activity_personal WHERE entry_id = ?', first!.id);
    const stdout = '2 projects, 10 entries, 1 personal texts erased: all as written.\n';
    expect(await runVerify(db.config)).toEqual({ code: 0, stdout, stderr: '' });
  });

  it('prints a line for each project that was tampered with and ends with 1', async () => {
    await world.unguard();
    const [changed, cut] = [await world.recordedProject(), await world.recordedProject()];
    const entry = (await world.entries(changed))[1]!;
    await world.sql("UPDATE activity SET action = 'x' WHERE project_id = ? AND seq IN (2, 4)", changed);
    await world.sql('DELETE FROM activity WHERE project_id = ? AND seq = 5', cut);
    const { code, stdout } = await runVerify(db.config);
    expect([code, stdout.trimEnd().split('\n').sort()]).toEqual([
      1,
      [
        '4 projects, 19 entries, 1 personal texts erased: 2 projects NOT as written.',
        `project ${changed}  seq 2  entry ${entry.id}  the entry, its place or its hash was changed (and 1 more)`,
        `project ${cut}  seq 5  entry -  an entry is missing`,
      ].sort(),
    ]);
  });

  it('says what to do with a database that is not up to date, and leaves it alone', async () => {
    const { config, drop } = await kind.create();
    const { code, stderr } = await runVerify(config);
    expect(code).toBe(1);
    expect(stderr).toMatch(kind.name === 'SQLite' ? /There is no database at/ : /start Convener once/);
    expect(readdirSync(config.dataDir)).toEqual([]);
    await drop();
  });
});

describe.each(databaseKinds())('the activity of a project that people really run, on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database });
    project = await aConference(app, { client: '委託人 趙大年' });
  });
  afterAll(() => app.close());

  const WRITTEN = ['等場地回覆', '改由外包處理', '請補上附件', '數量再核對', 'https://example.test/kept'];

  it('is as written, and holds neither names nor addresses nor what people wrote outside its personal part', async () => {
    const { manager, lead, member, other } = project.cast;
    const post = async (who: typeof manager, path: string, body: object = {}) =>
      expect((await who.client.post(`/api/${path}`, body)).status).toBeLessThan(300);
    const deliverable = await project.addDeliverable({ accepter: 'lead' });
    await post(member, `deliverables/${deliverable.id}/submit`, { note: '數量再核對', link: WRITTEN[4] });
    await post(member, `deliverables/${deliverable.id}/evidence`, { note: '數量再核對', link: WRITTEN[4] });
    await post(lead, `deliverables/${deliverable.id}/return`, { reason: '請補上附件' });
    const check = await project.addCheck();
    await post(lead, `checks/${check.id}/not-applicable`, { reason: '改由外包處理' });
    const { id } = await project.add();
    const wait = { status: 'waiting', waitingFor: '等場地回覆' };
    expect((await manager.client.patch(`/api/work-items/${id}`, wait, ANY_VERSION)).status).toBe(200);
    const named = { client: '委託人 錢大年' };
    expect((await manager.client.patch(`/api/projects/${project.id}`, named, ANY_VERSION)).status).toBe(200);
    await project.setMember(other, 'viewer');

    const { stored, people } = await rows(app);
    const shown = JSON.stringify(await project.activity());
    for (const text of WRITTEN)
      expect([text, stored.includes(text), shown.includes(text)]).toEqual([text, false, true]);
    for (const text of ['委託人', ...people]) expect([text, stored.includes(text)]).toEqual([text, false]);
    expect(people).toContain('組員 李');
    expect(await verifyActivity(app.app.get(Database))).toMatchObject({ erased: 0, broken: [] });
  });
});

/** What stands in the chain, as text, and the names and addresses of everybody. */
async function rows(app: TestApp): Promise<{ stored: string; people: string[] }> {
  return app.app.get(Database).read(async (em) => {
    const people = await em.query<{ name: string; email: string }[]>('SELECT name, email FROM people');
    return {
      stored: JSON.stringify(await em.query('SELECT * FROM activity')),
      people: people.flatMap(({ name, email }) => [name, email]),
    };
  });
}

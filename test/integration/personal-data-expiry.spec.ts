import type { INestApplicationContext } from '@nestjs/common';
import { newId } from '@convener/kernel';
import { Config, Database, insertAll } from '@convener/platform';
import { PersonalDataSweep } from '@convener/personal-data';
import { MOST_ROWS, RegisterRow } from '@convener/registers';
import type { RegisterRow as RowView } from '../../apps/api/registers/register-rows.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { aWorker, startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Body, ok } from '../support/client';
import { aCast, aConference, type Cast, goTo, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { filesIn, formOf } from '../support/files';
import { until } from '../support/until';
import { ListsWorld, VENUE } from '../routes/registers.world';

const START = '2028-05-01T09:30:00+08:00';
/** Closing is on 2028-06-14. */
const USUAL = '2028-12-11';

describe.each(databaseKinds())('the end of personal cells on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  let world: ListsWorld;
  const workers: INestApplicationContext[] = [];

  beforeAll(async () => {
    app = await startTestApp({ database });
    cast = await aCast(app);
    // One process alone has a file of SQLite.
    const config = app.app.get(Config);
    if (app.app.get(Database).kind === 'postgres')
      for (const _ of [1, 2]) workers.push(await aWorker(config, app, false));
  });
  beforeEach(async () => {
    await goTo(app, cast, START);
    project = await aConference(app, { cast });
    world = new ListsWorld(project, (await project.team('programme')).id);
    world.list = await world.make();
  });
  afterAll(async () => {
    for (const worker of workers) await worker.close();
    await app.close();
  });

  const sweep = async () => {
    await Promise.all([app.app, app.app, ...workers].map((process) => process.get(PersonalDataSweep).sweep()));
  };
  const at = async (instant: string) => {
    await goTo(app, cast, instant);
    await sweep();
  };
  const row = async (id: string) => ok(await project.manager.get<RowView>(`/api/register-rows/${id}`)).body;
  const entries = async () =>
    ok(await project.manager.get<{ items: Body[] }>(`/api/projects/${project.id}/activity`)).body.items.filter(
      ({ action }) => action === 'register.personal-expired',
    );
  const replan = async (closing: string) =>
    ok(
      await project.manager.post(`/api/projects/${project.id}/replan`, { opening: '2028-06-12', closing }, ANY_VERSION),
    );

  it('comes half a year after closing, and is told before', async () => {
    expect(world.list).toMatchObject({ personalDays: null, expiresOn: USUAL });
    const plain = await world.make({
      preset: undefined,
      name: '清單',
      columns: [{ key: 'a', name: '甲', type: 'text' }],
    });
    expect(plain.expiresOn).toBeNull();
    const untouched = await world.add({ a: '王小姐' }, {}, plain.id);
    const { id } = await world.add(VENUE);
    const second = await world.add({ venue: '乙館' });
    await at('2028-12-10T23:59:00+08:00');
    expect(await row(id)).toMatchObject({ erasedAt: null, cells: { contact: '王小姐' } });
    await at('2028-12-11T00:01:00+08:00');
    const after = await row(id);
    expect(after).toMatchObject({ erasedAt: app.clock.now(), cells: { venue: VENUE.venue } });
    expect(after.cells).not.toHaveProperty('contact');
    expect(after.cells).not.toHaveProperty('phone');
    expect((await row(second.id)).erasedAt).toBe(app.clock.now());
    expect(await row(untouched.id)).toMatchObject({ erasedAt: null, cells: { a: '王小姐' }, version: 1 });
  });

  it('takes the files of personal cells along, and leaves those of others', async () => {
    const columns = [
      { key: 'photo', name: '照片', type: 'file' },
      { key: 'badge', name: '證件影本', type: 'file', personal: true },
    ];
    const list = await world.make({ preset: undefined, name: '名單', columns });
    const { id } = await world.add({}, {}, list.id);
    const dataDir = app.app.get(Config).dataDir;
    for (const column of ['photo', 'badge'])
      ok(await world.member.post(`/api/register-rows/${id}/files?column=${column}`, formOf(column, `${column}.txt`)));
    const before = filesIn(dataDir).length;
    await at(`${USUAL}T08:00:00+08:00`);
    expect(await row(id)).toMatchObject({ cells: { photo: 'photo.txt' }, files: { photo: [{ name: 'photo.txt' }] } });
    expect((await row(id)).files.badge).toBeUndefined();
    // The application's own sweep may have come first, and removes the file after its transaction.
    await until(() => filesIn(dataDir).length < before, 'the removal');
    expect(filesIn(dataDir)).toHaveLength(before - 1);
  });

  it('comes once, however many workers look, and the product itself stands in the activity', async () => {
    const { id } = await world.add(VENUE);
    const other = await world.make();
    await world.add({ venue: '丙館', contact: '李先生' }, {}, other.id);
    await at(`${USUAL}T08:00:00+08:00`);
    await sweep();
    const told = await entries();
    expect(told).toHaveLength(2);
    expect(told).toContainEqual(
      expect.objectContaining({
        ...{ actor: null, subject: expect.objectContaining({ id: world.list.id }) as object },
        ...{ before: null, after: { erasedRows: 1, erasedCells: 2 } },
      }),
    );
    expect(JSON.stringify(told)).not.toMatch(/王小姐|李先生/);
    expect((await row(id)).version).toBe(2);
  });

  it('moves with the closing, further away and nearer', async () => {
    const { id } = await world.add(VENUE);
    await replan('2028-06-20');
    expect((await world.look()).expiresOn).toBe('2028-12-17');
    await at(`${USUAL}T08:00:00+08:00`);
    expect((await row(id)).erasedAt).toBeNull();
    await replan('2028-06-13');
    await sweep();
    expect((await row(id)).erasedAt).not.toBeNull();
  });

  it('comes as the list says, closed or not', async () => {
    const { id } = await world.add(VENUE);
    const days = (personalDays: number | null) =>
      project.manager.patch<Register>(`/api/registers/${world.list.id}`, { personalDays }, ANY_VERSION);
    for (const wrong of [0, 3651, 1.5]) expect(told(await days(wrong as number))).toBe('400 validation /personalDays');
    expect(ok(await days(365)).body.expiresOn).toBe('2029-06-14');
    expect(ok(await days(null)).body.expiresOn).toBe(USUAL);
    expect(ok(await days(10)).body).toMatchObject({ personalDays: 10, expiresOn: '2028-06-24' });
    ok(await project.manager.post(`/api/projects/${project.id}/close`, { waiveRest: '提前結案' }));
    await at('2028-06-23T08:00:00+08:00');
    expect((await row(id)).erasedAt).toBeNull();
    await at('2028-06-24T08:00:00+08:00');
    expect((await row(id)).erasedAt).not.toBeNull();
  });

  it('comes for what is entered later, too', async () => {
    const { id } = await world.add(VENUE);
    await at(`${USUAL}T08:00:00+08:00`);
    ok(await project.manager.patch(`/api/register-rows/${id}`, { cells: { contact: '王小姐' } }, ANY_VERSION));
    await sweep();
    expect((await row(id)).cells).not.toHaveProperty('contact');
    expect(await entries()).toHaveLength(2);
  });

  it('takes a full list in one go', async () => {
    const cells = { venue: '館', contact: '王小姐', phone: '02-2886-8888' };
    const more = { registerId: world.list.id, status: 'open' as const, cells, addedBy: cast.member.id, addedAt: 1 };
    const rows = Array.from({ length: MOST_ROWS }, (_, position) => ({ id: newId(), position, ...more, version: 1 }));
    await app.app.get(Database).write((em) => insertAll(em, RegisterRow, rows));
    await at(`${USUAL}T08:00:00+08:00`);
    expect(await entries()).toMatchObject([{ after: { erasedRows: MOST_ROWS, erasedCells: 2 * MOST_ROWS } }]);
    expect((await row(rows.at(-1)!.id)).cells).toEqual({ venue: '館' });
  });
});

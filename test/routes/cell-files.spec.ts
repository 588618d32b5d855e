import { createHash } from 'node:crypto';
import { Config, Database } from '@convener/platform';
import type { RegisterRow } from '../../apps/api/registers/register-rows.dto';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ANY_VERSION, type Client, ok, seen } from '../support/client';
import { aConference, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { aJpeg, aPdf, aPhonePhoto, filesIn, formOf, hostileFiles } from '../support/files';
import { csv } from '../support/sheets';
import { ListsWorld } from './registers.world';

const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');
const COLUMNS = [
  { key: 'venue', name: '場地', nameEn: 'Venue', type: 'text', required: true, unique: true },
  { key: 'photo', name: '照片', nameEn: 'Photos', type: 'file', required: true },
  { key: 'badge', name: '證件影本', nameEn: 'Copy of ID', type: 'file', personal: true },
];
const LIST = { preset: undefined, name: '場地照片', nameEn: 'Photos of venues', columns: COLUMNS };

describe.each(databaseKinds())('files in the cells of a list on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;
  let other: RunningProject;
  let world: ListsWorld;

  beforeAll(async () => {
    app = await startTestApp({ database, env: { FILE_MAX_MB: '1', PROJECT_FILES_MB: '3' } });
    project = await aConference(app);
    other = await aConference(app, { cast: project.cast });
  });
  beforeEach(async () => {
    project = await aConference(app, { cast: project.cast });
    world = new ListsWorld(project, (await project.team('programme')).id);
    world.list = await world.make(LIST);
  });
  afterAll(() => app.close());

  const stored = () => filesIn(app.app.get(Config).dataDir).length;
  const upload = (rowId: string, content: Buffer | string, name = '正門.jpg', column = 'photo', as = world.member) =>
    as.post<RegisterRow>(`/api/register-rows/${rowId}/files?column=${column}`, formOf(content, name));
  const added = async (...given: Parameters<typeof upload>) => ok(await upload(...given)).body;
  const look = async (id: string, as: Client = world.member) =>
    ok(await as.get<RegisterRow>(`/api/register-rows/${id}`)).body;
  const open = (id: string, as: Client = world.member) => as.get(`/api/cell-files/${id}`);
  const remove = (id: string, as: Client = world.member) => as.delete<RegisterRow>(`/api/cell-files/${id}`);
  const idIn = ({ files }: RegisterRow, column = 'photo', at = 0) => files[column]![at]!.id;

  describe('a file', () => {
    it('is kept with what it is, shown by its name, and handed out to be saved and to do nothing', async () => {
      const { id } = await world.add({ venue: '甲館' });
      const pdf = aPdf();
      const row = await added(id, pdf, '平面圖.pdf');
      expect(row).toMatchObject({
        ...{ cells: { venue: '甲館', photo: '平面圖.pdf' }, empty: [], version: 2 },
        files: { photo: [{ name: '平面圖.pdf', mediaType: 'application/pdf', bytes: pdf.length, width: null }] },
      });
      const { content, headers } = await world.member.download(`/api/cell-files/${idIn(row)}`);
      expect(sha(content)).toBe(sha(pdf));
      expect(headers).toMatchObject({
        'content-type': 'application/pdf',
        'content-disposition': expect.stringMatching(/^attachment; /) as string,
        'x-content-type-options': 'nosniff',
        'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
        'cache-control': 'no-store',
      });
      const preview = await world.member.download(`/api/cell-files/${idIn(row)}?preview=1`);
      expect(preview.headers['content-disposition']).toMatch(/^inline; /);
      expect((await world.page('')).items[0]!.files).toEqual(row.files);
    });

    it('is a picture drawn anew, without where it was taken', async () => {
      const { id } = await world.add({});
      const row = await added(id, await aPhonePhoto());
      expect(row.files.photo![0]).toMatchObject({ mediaType: 'image/jpeg', width: expect.any(Number) as number });
      const { content } = await world.member.download(`/api/cell-files/${idIn(row)}`);
      expect(content.includes(Buffer.from('GPS'))).toBe(false);
    });

    it('is refused by its content, and leaves nothing', async () => {
      const { id } = await world.add({});
      const before = stored();
      for (const [what, content, name, refusal] of await hostileFiles())
        expect([what, told(await upload(id, content, name))]).toEqual([what, refusal]);
      expect([stored(), (await look(id)).version]).toEqual([before, 1]);
    });

    it('is one of ten at most, and the same one again changes nothing', async () => {
      const { id } = await world.add({});
      for (let turn = 0; turn < 10; turn += 1) await added(id, `名單 ${turn}`, '名單.txt');
      const before = stored();
      expect((await added(id, '名單 3', '又一次.txt', 'badge')).files.badge).toHaveLength(1);
      expect(told(await upload(id, '名單 11', '名單.txt'))).toBe('409 cell-full');
      expect((await added(id, '名單 3', '名單.txt', 'badge')).files.badge).toHaveLength(1);
      expect((await added(id, '名單 9', '名單.txt')).files.photo).toHaveLength(10);
      expect(stored()).toBe(before + 1);
      expect((await look(id)).files.photo).toHaveLength(10);
    });

    it('counts for the space of the project, beside those of deliverables', async () => {
      const { id } = await world.add({});
      const deliverable = await project.addDeliverable();
      const text = (turn: number) => String(turn).repeat(900_000);
      ok(await world.member.post<Deliverable>(`/api/deliverables/${deliverable.id}/files`, formOf(text(1), '一.txt')));
      await added(id, text(2), '二.txt');
      await added(id, text(3), '三.txt');
      expect(told(await upload(id, text(4), '四.txt'))).toBe('413 project-files-full');
      const fifth = formOf(text(5), '五.txt');
      const path = `/api/deliverables/${deliverable.id}/files`;
      expect(told(await world.member.post<Deliverable>(path, fifth))).toBe('413 project-files-full');
    });

    it('is told in the activity, but of a personal column no more than that there is one', async () => {
      const { id } = await world.add({ venue: '甲館' });
      await added(id, '報價', '報價單.txt');
      await added(id, '證件', '王小明.txt', 'badge');
      const [badge, photo] = (await project.changes(id)).filter(({ action }) => action === 'register-row.edited');
      expect(photo).toMatchObject({ after: { cells: { photo: '報價單.txt' }, sha256: sha(Buffer.from('報價')) } });
      expect(badge).toMatchObject({ after: { personalColumns: ['badge'] } });
      expect(JSON.stringify(badge)).not.toMatch(/王小明|sha256/);
    });
  });

  describe('a cell of files', () => {
    it('counts as filled, is found by name and written out by name', async () => {
      const first = await world.add({ venue: '甲館' });
      await world.add({ venue: '乙館' });
      await added(first.id, '一', '側門.txt');
      await added(first.id, '二', '正門.txt');
      expect(await world.look()).toMatchObject({ complete: false, empty: [{ column: 'photo', rows: 1 }] });
      expect(await world.venues(`text=${encodeURIComponent('側門')}`)).toEqual(['甲館']);
      expect(await world.venues('column=photo')).toEqual(['乙館']);
      const { content } = await world.member.download(`/api/registers/${world.list.id}/export?format=csv`);
      expect(content.toString('utf8')).toContain('甲館,"側門.txt\n正門.txt",,');
    });

    it('can’t be typed, pasted or imported, and keeps its files when the row changes', async () => {
      const { id } = await world.add({ venue: '甲館' });
      await added(id, '一', '正門.txt');
      for (const photo of ['別的.jpg', null, '']) {
        const patched = await world.member.patch(`/api/register-rows/${id}`, { cells: { photo } }, ANY_VERSION);
        expect(told(patched)).toBe('400 validation /cells/photo');
      }
      expect(told(await world.member.post(world.rowsOf(), { cells: { photo: '正門.jpg' } }))).toBe(
        '400 validation /cells/photo',
      );
      const form = (mapping: unknown[]) => {
        const file = formOf(csv('場地,照片', '甲館,別的.jpg', '丙館,別的.jpg'), '場地.csv');
        file.append('mapping', JSON.stringify(mapping));
        file.append('key', 'venue');
        return file;
      };
      const path = `/api/registers/${world.list.id}/import`;
      expect(told(await world.member.post(path, form(['venue', 'photo'])))).toBe('400 validation /mapping/1');
      const preview = formOf(csv('場地,照片', '甲館,別的.jpg'), '場地.csv');
      expect(ok(await world.member.post(`${path}/preview`, preview)).body).toMatchObject({
        ...{ mapping: ['venue', null], missing: ['photo'] },
      });
      expect(ok(await world.member.post(path, form(['venue', null]))).body).toMatchObject({ added: 1, unchanged: 1 });
      expect((await look(id)).files.photo).toHaveLength(1);
    });

    it('is a cell of files by its column alone, and none of another list', async () => {
      const { id } = await world.add({ venue: '甲館' });
      expect(told(await upload(id, '一', '一.txt', 'venue'))).toBe('404 not-found');
      expect(told(await upload(id, '一', '一.txt', 'nothing'))).toBe('404 not-found');
      expect(told(await world.member.post(`/api/register-rows/${id}/files`, formOf('一', '一.txt')))).toBe(
        '400 validation /column',
      );
      expect(told(await upload(world.list.id, '一', '一.txt'))).toBe('404 not-found');
    });
  });

  describe('who may not', () => {
    it('see a personal cell finds no file of it', async () => {
      const open_ = await world.make({ ...LIST, crewOnly: false });
      const { id } = await world.add({ venue: '甲館' }, {}, open_.id);
      await added(id, '一', '正門.txt');
      const row = await added(id, '二', '證件.txt', 'badge');
      const { client } = project.cast.client;
      expect(await look(id, client)).toMatchObject({ files: { photo: [{ name: '正門.txt' }] } });
      expect((await look(id, client)).files.badge).toBeUndefined();
      expect((await open(idIn(row), client)).status).toBe(200);
      expect(told(await open(idIn(row, 'badge'), client))).toBe('404 not-found');
      expect(told(await remove(idIn(row), client))).toBe('403 forbidden');
    });

    it('take part in the project finds nothing', async () => {
      const { id } = await world.add({ venue: '甲館' });
      const row = await added(id, '一', '正門.txt');
      const stranger = (await app.addPerson('路人')).client;
      for (const answer of [await open(idIn(row), stranger), await remove(idIn(row), stranger)])
        expect(told(answer)).toBe('404 not-found');
      expect(told(await upload(id, '一', '一.txt', 'photo', stranger))).toBe('404 not-found');
      expect(told(await open(other.id))).toBe('404 not-found');
    });
  });

  describe('going', () => {
    it('goes by itself, and the others stay', async () => {
      const { id } = await world.add({ venue: '甲館' });
      await added(id, await aJpeg(), '正門.jpg');
      const row = await added(id, '二', '側門.txt');
      const before = stored();
      expect(ok(await remove(idIn(row))).body).toMatchObject({
        ...{ cells: { photo: '側門.txt' }, files: { photo: [{ name: '側門.txt' }] }, version: 4 },
      });
      expect(stored()).toBe(before - 1);
      expect(told(await open(idIn(row)))).toBe('404 not-found');
      expect(ok(await remove(idIn(row, 'photo', 1))).body).toMatchObject({ cells: { venue: '甲館' }, files: {} });
    });

    it('goes with its row', async () => {
      const { id } = await world.add({ venue: '甲館' });
      const before = stored();
      const row = await added(id, '一', '正門.txt');
      ok(await world.member.delete(`/api/register-rows/${id}`));
      expect(told(await open(idIn(row)))).toBe('404 not-found');
      expect(stored()).toBe(before);
    });

    it('goes with its column, which says how many cells would be lost', async () => {
      const { id } = await world.add({ venue: '甲館' });
      const before = stored();
      const row = await added(id, '一', '正門.txt');
      const columns = COLUMNS.filter(({ key }) => key !== 'photo');
      const put = (body: object) => project.manager.put(`/api/registers/${world.list.id}/columns`, body, ANY_VERSION);
      expect(told(await put({ columns }))).toBe('409 cells-would-be-lost');
      ok(await put({ columns, throwAway: ['photo'] }));
      expect(told(await open(idIn(row)))).toBe('404 not-found');
      expect(stored()).toBe(before);
    });

    it('goes with what is erased of a person, and what is no personal cell stays', async () => {
      const { id } = await world.add({ venue: '甲館' });
      await added(id, '一', '正門.txt');
      const before = stored();
      const row = await added(id, '二', '王小明證件.txt', 'badge');
      const path = `/api/projects/${project.id}/personal-data`;
      const found = ok(await project.manager.post(`${path}/search`, { text: '王小明' })).body;
      expect(found).toMatchObject({ items: [{ row: { id }, personal: ['badge'] }] });
      const erased = { rows: [id], reason: '本人要求' };
      expect(ok(await project.manager.post(`${path}/erase`, erased)).body).toEqual({ rows: 1, cells: 1 });
      expect(stored()).toBe(before);
      expect(await look(id)).toMatchObject({ cells: { photo: '正門.txt' }, files: { photo: [{}] } });
      expect(told(await open(idIn(row, 'badge')))).toBe('404 not-found');
    });
  });

  it('added by two at once are both there, and a row that goes meanwhile leaves no file', async () => {
    const { id } = await world.add({ venue: '甲館' });
    const [one, two] = await Promise.all([upload(id, '一', '一.txt'), upload(id, '二', '二.txt')]);
    expect([one.status, two.status]).toEqual([201, 201]);
    const row = await look(id);
    expect(String(row.cells.photo).split('\n').sort()).toEqual(['一.txt', '二.txt'].sort());
    expect(row.files.photo).toHaveLength(2);
    await Promise.all([upload(id, '三', '三.txt'), world.member.delete(`/api/register-rows/${id}`)]);
    const left = await app.app
      .get(Database)
      .read((em) => em.query<{ n: unknown }[]>(`SELECT COUNT(*) AS n FROM cell_files WHERE row_id = '${id}'`));
    expect(Number(left[0]!.n)).toBe(0);
  });

  it('make nobody lose what they typed: a row seen before the file came is answered as it is now', async () => {
    const row = await world.add({ venue: '甲館' });
    await added(row.id, '一', '正門.txt');
    const stale = await world.member.patch(
      `/api/register-rows/${row.id}`,
      { cells: { venue: '乙館' } },
      seen(row.version),
    );
    expect(stale.status).toBe(412);
    expect(stale.body).toMatchObject({ current: { files: { photo: [{ name: '正門.txt' }] } } });
  });
});

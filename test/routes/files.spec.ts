import { createHash } from 'node:crypto';
import { Config, Database, FileStore } from '@convener/platform';
import sharp from 'sharp';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import { type SignedInClient, startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { aDocx, aJpeg, anOdt, aPdf, aPhonePhoto, aPng, aWebp, filesIn, formOf, hostileFiles } from '../support/files';

const sha = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe.each(databaseKinds())('evidence files on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database, env: { FILE_MAX_MB: '1', PROJECT_FILES_MB: '4' } });
    cast = await aCast(app);
    project = await aConference(app, { cast });
  });
  afterAll(() => app.close());

  const kept = () => filesIn(app.app.get(Config).dataDir);
  const rows = async () => {
    const counted = (em: { query: <T>(sql: string) => Promise<T> }) =>
      em.query<{ n: unknown }[]>('SELECT COUNT(*) AS n FROM evidence_files');
    return Number((await app.app.get(Database).read(counted))[0]?.n);
  };
  const upload = (
    id: string,
    content: Buffer | string,
    name = 'photo.jpg',
    as: SignedInClient = cast.member,
    query = '',
  ) => as.client.post<Deliverable>(`/api/deliverables/${id}/files${query}`, formOf(content, name));
  const added = async (id: string, content: Buffer | string, name?: string, query?: string) =>
    ok(await upload(id, content, name, cast.member, query)).body.evidenceList;

  it('are kept with what they are, and handed out to be saved and to do nothing', async () => {
    const { id } = await project.addDeliverable({ evidence: 'required' });
    const pdf = aPdf();
    const [evidence] = await added(id, pdf, '議程 第一版.pdf');
    expect(evidence).toMatchObject({
      note: null,
      addedBy: { id: cast.member.id },
      file: {
        name: '議程 第一版.pdf',
        mediaType: 'application/pdf',
        bytes: pdf.length,
        sha256: sha(pdf),
        version: 1,
        current: true,
        mayRemove: true,
      },
    });
    const { content, headers } = await cast.client.client.download(`/api/evidence/${evidence!.id}/file`);
    expect(content.equals(pdf)).toBe(true);
    expect(headers).toMatchObject({
      'content-type': 'application/pdf',
      'content-disposition': `attachment; filename="__ ___.pdf"; filename*=UTF-8''${encodeURIComponent('議程 第一版.pdf')}`,
      'content-length': String(pdf.length),
      'x-content-type-options': 'nosniff',
      'content-security-policy': "sandbox; default-src 'none'; frame-ancestors 'none'",
      'cache-control': 'no-store',
    });
    expect(ok(await cast.member.client.post<Deliverable>(`/api/deliverables/${id}/submit`)).body.status).toBe(
      'delivered',
    );
    expect((await project.changes(id)).find(({ action }) => action === 'deliverable.file-added')).toMatchObject({
      after: {
        fileName: '議程 第一版.pdf',
        mediaType: 'application/pdf',
        bytes: pdf.length,
        sha256: sha(pdf),
        fileVersion: 1,
      },
    });
  });

  it.each([
    ['photo', aJpeg, 'image/jpeg', 'inline'],
    ['photo', aPng, 'image/png', 'inline'],
    ['photo', aWebp, 'image/webp', 'inline'],
    ['agenda', () => aPdf('%x\n'), 'application/pdf', 'inline'],
    ['minutes', aDocx, 'application/vnd.openxmlformats-officedocument.wordprocessingml.document', 'attachment'],
    ['minutes', anOdt, 'application/vnd.oasis.opendocument.text', 'attachment'],
    ['list', () => Buffer.from('姓名,單位\r\n王,學會\r\n'), 'text/plain', 'attachment'],
    ['Big5 list', () => Buffer.from([0xa9, 0x6d, 0xa6, 0x57, 0x2c, 0x41, 0x0a]), 'text/plain', 'attachment'],
  ] as const)('are shown in the browser only where that is harmless: a %s', async (_what, make, mediaType, shown) => {
    const { id } = await project.addDeliverable();
    const [evidence] = await added(id, await make(), 'evil.html');
    expect(evidence!.file!.mediaType).toBe(mediaType);
    expect(evidence!.file!.name).not.toMatch(/html$/);
    const { headers, status } = await cast.member.client.download(`/api/evidence/${evidence!.id}/file?preview=1`);
    expect([status, String(headers['content-disposition']).split(';')[0]]).toEqual([200, shown]);
    expect(headers['x-content-type-options']).toBe('nosniff');
  });

  it('that are photos lose where they were taken, and stand upright', async () => {
    const { id } = await project.addDeliverable();
    const photo = await aPhonePhoto();
    expect((await sharp(photo).metadata()).exif).toBeDefined();
    const [evidence] = await added(id, photo, 'IMG_0001.JPG');
    expect(evidence!.file).toMatchObject({ name: 'IMG_0001.JPG', width: 40, height: 60 });
    const { content } = await cast.member.client.download(`/api/evidence/${evidence!.id}/file`);
    const { exif, width, height, orientation } = await sharp(content).metadata();
    expect({ exif, width, height, orientation }).toEqual({ width: 40, height: 60 });
    expect(content.includes('Phonemaker')).toBe(false);
    expect(sha(content)).toBe(evidence!.file!.sha256);
  });

  it('that are pictures with something hidden behind them are drawn anew without it', async () => {
    const { id } = await project.addDeliverable();
    const hiding = Buffer.concat([await aPng(), Buffer.from('<script>alert(1)</script>')]);
    const [evidence] = await added(id, hiding, 'a.png');
    const { content } = await cast.member.client.download(`/api/evidence/${evidence!.id}/file`);
    expect(content.includes('<script>')).toBe(false);
  });

  it('that are hostile are refused in words, and leave nothing', async () => {
    const { id } = await project.addDeliverable();
    const before = { kept: kept(), rows: await rows() };
    for (const [what, content, name, refusal] of await hostileFiles()) {
      const answer = await upload(id, content, name);
      expect([what, told(answer)]).toEqual([what, refusal]);
      expect(answer.body).toMatchObject({ title: expect.stringMatching(/[一-鿿]/), titleEn: expect.any(String) });
    }
    expect({ kept: kept(), rows: await rows() }).toEqual(before);
  });

  it('that are too large are refused, and leave nothing', async () => {
    const { id } = await project.addDeliverable();
    const before = kept();
    const list = 'a,b\n'.repeat(270_000);
    expect(told(await upload(id, list, 'a.csv'))).toBe('413 file-too-large');
    const { status, body } = await upload(id, list, 'a.csv');
    expect([status, String(body['title' as never])]).toEqual([413, expect.stringContaining('1 MB')]);
    expect(kept()).toEqual(before);
  });

  it.each([
    ['../../etc/passwd', 'passwd.txt'],
    ['C:\\temp\\名單.txt', '名單.txt'],
    ['現場照片 (1).csv', '現場照片 (1).csv'],
    ['photo\u202ecsv.exe', 'photocsv.exe.txt'],
    ['.htaccess', 'htaccess.txt'],
    ['..', 'file.txt'],
    ['a<b>c|d?.txt', 'a_b_c_d_.txt'],
    ['😀'.repeat(300) + '.txt', '😀'.repeat(120) + '.txt'],
  ])('called %j are called something harmless', async (given, name) => {
    const { id } = await project.addDeliverable();
    const [evidence] = await added(id, `內容 ${given}`, given);
    expect(evidence!.file!.name).toBe(name);
    expect(kept().every((path) => /^(incoming|store)\/[0-9a-f]{2}\/[0-9a-f-]{36}$/.test(path))).toBe(true);
    expect((await cast.member.client.download(`/api/evidence/${evidence!.id}/file`)).status).toBe(200);
  });

  it('sent twice are there once', async () => {
    const { id } = await project.addDeliverable();
    const jpeg = await aJpeg(41);
    const [first] = await added(id, jpeg);
    const before = kept();
    expect(await added(id, jpeg)).toEqual([first]);
    expect(kept()).toEqual(before);
  });

  it('have versions: the newest is in view, the older ones can still be had', async () => {
    const { id } = await project.addDeliverable();
    const [first] = await added(id, '第一版', '議程.txt');
    await added(id, '另一份', '名單.txt');
    const list = await added(id, '第二版', '議程二.txt', `?replaces=${first!.id}`);
    expect(list.map(({ file }) => [file!.name, file!.version, file!.current])).toEqual([
      ['議程.txt', 1, false],
      ['名單.txt', 1, true],
      ['議程二.txt', 2, true],
    ]);
    expect(list[2]!.file!.series).toBe(list[0]!.file!.series);
    const old = await cast.member.client.download(`/api/evidence/${first!.id}/file`);
    expect(old.content.toString()).toBe('第一版');
    const other = await project.addDeliverable();
    expect(told(await upload(other.id, '第三版', 'a.txt', cast.member, `?replaces=${first!.id}`))).toBe(
      '404 not-found',
    );
  });

  it('are taken away by whoever added them until it is settled, later by the manager alone', async () => {
    const { id } = await project.addDeliverable({ accepter: 'lead' });
    const [first] = await added(id, '草稿', 'a.txt');
    const [, second] = await added(id, '定稿', 'b.txt');
    expect(told(await cast.lead.client.delete(`/api/evidence/${first!.id}/file`))).toBe('403 forbidden');
    const before = kept().length;
    expect(
      ok(await cast.member.client.delete<Deliverable>(`/api/evidence/${first!.id}/file`)).body.evidenceList,
    ).toHaveLength(1);
    expect(kept()).toHaveLength(before - 1);
    expect(told(await cast.member.client.get(`/api/evidence/${first!.id}/file`))).toBe('404 not-found');
    ok(await cast.member.client.post(`/api/deliverables/${id}/submit`));
    ok(await cast.lead.client.post(`/api/deliverables/${id}/accept`));
    expect(told(await cast.member.client.delete(`/api/evidence/${second!.id}/file`))).toBe('409 deliverable-settled');
    ok(await cast.manager.client.delete(`/api/evidence/${second!.id}/file`));
    expect((await project.changes(id))[0]).toMatchObject({
      action: 'deliverable.file-removed',
      before: { fileName: 'b.txt', sha256: sha(Buffer.from('定稿')) },
    });
  });

  it('are for the project alone', async () => {
    const { id } = await project.addDeliverable();
    const [evidence] = await added(id, '內部', 'a.txt');
    const address = `/api/evidence/${evidence!.id}/file`;
    expect(told(await cast.outsider.client.get(address))).toBe('404 not-found');
    expect(told(await app.client().get(address))).toBe('401 signed-out');
    expect(told(await upload(id, 'x', 'a.txt', cast.outsider))).toBe('404 not-found');
    expect(told(await upload(id, 'x', 'a.txt', cast.client))).toBe('403 forbidden');
  });

  it('that cannot be told to the database are not kept, and those that cannot be kept are not told', async () => {
    const { id } = await project.addDeliverable();
    const before = { kept: kept(), rows: await rows() };
    const store = app.app.get(FileStore);
    const put = jest.spyOn(store, 'put').mockRejectedValueOnce(Object.assign(new Error('full'), { code: 'ENOSPC' }));
    expect(told(await upload(id, '滿了', 'a.txt'))).toBe('503 storage-full');
    put.mockRestore();
    const write = jest.spyOn(app.app.get(Database), 'write').mockRejectedValueOnce(new Error('the commit failed'));
    expect(told(await upload(id, '斷了', 'a.txt'))).toBe('500 internal');
    write.mockRestore();
    expect({ kept: kept(), rows: await rows() }).toEqual(before);
  });

  it('fill the space of a project and no more, also where they come at once', async () => {
    const own = await aConference(app, { cast });
    const { id } = await own.addDeliverable();
    const some = Array.from({ length: 6 }, (_, turn) => `${turn}`.repeat(900_000));
    const answers = await Promise.all(some.map((text) => upload(id, text, 'a.txt')));
    const refused = answers.filter(({ status }) => status !== 200 && status !== 201);
    expect(refused.map(told)).toEqual(['413 project-files-full', '413 project-files-full']);
    const { body } = await cast.member.client.get<Deliverable>(`/api/deliverables/${id}`);
    expect(body.evidenceList).toHaveLength(4);
  });

  it('whose content is gone from the disk say so', async () => {
    const { id } = await project.addDeliverable();
    const [evidence] = await added(id, '不見了', 'a.txt');
    const store = app.app.get(FileStore);
    for await (const { key, bytes } of store.list()) if (bytes === Buffer.byteLength('不見了')) await store.remove(key);
    expect(told(await cast.member.client.get(`/api/evidence/${evidence!.id}/file`))).toBe('410 file-missing');
  });
});

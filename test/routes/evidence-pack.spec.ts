import { createHash } from 'node:crypto';
import { Database, FileStore } from '@convener/platform';
import type { PackSummary } from '../../apps/api/reports/evidence-pack.dto';
import type { Deliverable } from '../../apps/api/projects/work.dto';
import type { Register } from '../../apps/api/registers/registers.dto';
import { startTestApp, type TestApp } from '../support/app';
import { ok } from '../support/client';
import { aConference, type RunningProject } from '../support/builders';
import type { Client } from '../support/client';
import { databaseKinds } from '../support/database';
import { aJpeg, aPdf, formOf } from '../support/files';
import { until } from '../support/until';
import { unzipped } from '../support/unzip';

const digestOf = (content: Buffer) => createHash('sha256').update(content).digest('hex');

describe.each(databaseKinds())('an evidence pack on $name', (database) => {
  let app: TestApp;
  let project: RunningProject;

  const pathOf = () => `/api/projects/${project.id}/evidence-pack`;
  const addTo = async (id: string, content: Buffer | string, name: string) =>
    ok(await project.manager.post<Deliverable>(`/api/deliverables/${id}/files`, formOf(content, name))).body;
  const pack = async (as: Client = project.manager) => {
    const { status, content, headers } = await as.download(pathOf());
    return { status, headers, files: status === 200 ? unzipped(content) : new Map<string, Buffer>() };
  };
  /** The index's lines as cells by heading. */
  const indexOf = (files: Map<string, Buffer>) => {
    const [head = '', ...lines] = files.get('索引.csv')!.toString('utf8').replace('\ufeff', '').trimEnd().split('\r\n');
    return lines.map((line) => Object.fromEntries(line.split(',').map((cell, at) => [head.split(',')[at]!, cell])));
  };

  beforeAll(async () => {
    app = await startTestApp({ database });
  });
  beforeEach(async () => {
    project = await aConference(app);
  });
  afterAll(() => app.close());

  it('holds every file below its standard and output, with an index and checksums that are true', async () => {
    const { deliverableList } = await project.at('conference-project-manager/T1.1');
    const photo = await aJpeg(80, 60);
    const venue = deliverableList[0]!;
    await addTo(venue.id, photo, '場勘.jpg');
    await addTo(venue.id, aPdf('第一版'), '評估.pdf');
    const { files, headers } = await pack();
    expect(headers['content-disposition']).toContain('.zip');
    const paths = [...files.keys()].filter((path) => path.endsWith('場勘.jpg') || path.endsWith('評估.pdf'));
    expect(paths).toHaveLength(2);
    for (const path of paths)
      expect(path).toMatch(/^會議專案經理 conference-project-manager 更新\/O1\.1\.1 .+\/(場勘\.jpg|評估\.pdf)$/);
    const line = indexOf(files).find((one) => one['檔案位置']?.endsWith('場勘.jpg'));
    const [path] = paths.filter((one) => one.endsWith('場勘.jpg'));
    expect(line).toMatchObject({
      職能基準: '會議專案經理',
      產出代碼: 'O1.1.1',
      狀態: '未交付',
      佐證種類: '檔案',
      版次: '1',
    });
    expect(line).toMatchObject({
      檔案位置: path,
      'SHA-256': digestOf(files.get(path!)!),
      位元組: String(files.get(path!)!.length),
    });
    const sums = files.get('SHA256SUMS')!.toString('utf8').trimEnd().split('\n');
    expect(sums.map((sum) => sum.split('  '))).toEqual(
      expect.arrayContaining(paths.map((one) => [digestOf(files.get(one)!), one])),
    );
  });

  it('names every deliverable, also those that nothing shows yet', async () => {
    const { files } = await pack();
    const [{ deliverables, bare }] = [ok(await project.manager.get<PackSummary>(`${pathOf()}/summary`)).body];
    const titles = new Set(indexOf(files).map((line) => line['交付項目']));
    const rows = await app.app
      .get(Database)
      .select<{ title: string }>('SELECT title FROM deliverables WHERE project_id = ?', [project.id]);
    expect([...titles].sort()).toEqual([...new Set(rows.map(({ title }) => title.split(',')[0]!))].sort());
    expect([deliverables, bare]).toEqual([rows.length, rows.length]);
  });

  it('brings lists as CSV with what the reader sees of them, and older versions of files apart', async () => {
    const deliverable = await project.addDeliverable({ title: '場地表', kind: 'register' });
    const body = { preset: 'venues', deliverables: [deliverable.id] };
    const { id } = ok(await project.manager.post<Register>(`/api/projects/${project.id}/registers`, body)).body;
    ok(await project.manager.post(`/api/registers/${id}/rows`, { cells: { venue: '=甲館', note: '近捷運' } }));
    const plan = await project.addDeliverable({ title: '本案企劃書' });
    const { evidenceList } = await addTo(plan.id, aPdf('一'), '企劃書.pdf');
    ok(
      await project.manager.post(
        `/api/deliverables/${plan.id}/files?replaces=${evidenceList[0]!.id}`,
        formOf(aPdf('二'), '企劃書.pdf'),
      ),
    );
    const { files } = await pack();
    expect(files.get('專案自訂/場地表/場地列表.csv')?.toString('utf8')).toContain("'=甲館");
    expect(files.get('專案自訂/本案企劃書/企劃書.pdf')).toEqual(aPdf('二'));
    expect(files.get('專案自訂/本案企劃書/舊版/企劃書.pdf')).toEqual(aPdf('一'));
  });

  it('says of a file that is gone that it lacks, and brings the rest', async () => {
    const plan = await project.addDeliverable({ title: '本案企劃書' });
    await addTo(plan.id, aPdf('一'), '甲.pdf');
    await addTo(plan.id, aPdf('二'), '乙.pdf');
    const [row] = await app.app
      .get(Database)
      .select<{ key: string }>("SELECT store_key AS key FROM evidence_files WHERE name = '甲.pdf' AND project_id = ?", [
        project.id,
      ]);
    await app.app.get(FileStore).remove(row!.key);
    const { files } = await pack();
    const told = indexOf(files)
      .filter((line) => line['交付項目'] === '本案企劃書')
      .map((line) => line['檔案位置']);
    expect(told).toEqual(['伺服器上找不到檔案', '專案自訂/本案企劃書/乙.pdf']);
    expect(files.has('專案自訂/本案企劃書/甲.pdf')).toBe(false);
  });

  it('is for managers and leads alone', async () => {
    const { lead, member, client, outsider } = project.cast;
    const told: number[] = [];
    for (const { client: as } of [lead, member, client, outsider]) told.push((await pack(as)).status);
    expect(told).toEqual([200, 403, 403, 404]);
  });

  it('is given up when its reader goes away, and others can have theirs', async () => {
    const plan = await project.addDeliverable({ title: '本案企劃書' });
    for (const n of [1, 2, 3]) await addTo(plan.id, aPdf('x'.repeat(400_000 * n)), `${n}.pdf`);
    for (let n = 0; n < 4; n += 1) {
      const answer = await app.app.inject({
        method: 'GET',
        url: pathOf(),
        headers: { cookie: cookieOf(project.manager) },
        payloadAsStream: true,
      });
      expect(answer.statusCode).toBe(200);
      answer.raw.res.destroy();
      answer.stream().destroy();
      await new Promise((resolve) => setTimeout(resolve, 100));
    }
    await until(async () => (await pack()).status === 200, 'a pack of one’s own');
  });
});

const cookieOf = (client: Client) => [...client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');

import { request as rawRequest } from 'node:http';
import { type AddressInfo, connect } from 'node:net';
import { Config, Database } from '@convener/platform';
import { startTestApp, type TestApp } from '../support/app';
import { aCast, aConference, type Cast, type RunningProject, told } from '../support/builders';
import { databaseKinds } from '../support/database';
import { filesIn, formOf } from '../support/files';
import { until } from '../support/until';

describe.each(databaseKinds())('evidence files on their way in on $name', (database) => {
  let app: TestApp;
  let cast: Cast;
  let project: RunningProject;
  beforeAll(async () => {
    app = await startTestApp({ database, env: { FILE_MAX_MB: '1' } });
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

  it('come as a form with one file, and only to where files are taken', async () => {
    const { id } = await project.addDeliverable();
    expect(told(await cast.member.client.post(`/api/deliverables/${id}/files`, { file: 'x' }))).toBe(
      '415 unsupported-media-type',
    );
    expect(told(await cast.member.client.post(`/api/deliverables/${id}/files`, new FormData()))).toMatch(/^400 /);
    expect(told(await cast.member.client.post(`/api/deliverables/${id}/evidence`, formOf('x')))).toBe(
      '415 unsupported-media-type',
    );
    const form = new FormData();
    form.append('note', '先送說明');
    form.append('file', formOf('x').get('file') as Blob, 'a.txt');
    for (const broken of [form, '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\nx']) {
      const cut = { 'content-type': 'multipart/form-data; boundary=b' };
      const headers: Record<string, string> = typeof broken === 'string' ? cut : {};
      const answer = await cast.member.client.post(`/api/deliverables/${id}/files`, broken, headers);
      expect(told(answer)).toBe('400 form-broken');
    }
  });

  it('that are too large are refused to senders that send everything before they read', async () => {
    const { id } = await project.addDeliverable();
    const before = kept();
    if (!app.app.getHttpServer().listening) await app.app.listen(0, '127.0.0.1');
    const { port } = app.app.getHttpServer().address() as AddressInfo;
    const body = [
      '--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n',
      'x'.repeat(30_000_000),
      '\r\n--b--\r\n',
    ].join('');
    const cookie = [...cast.member.client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const head = [
      `POST /api/deliverables/${id}/files HTTP/1.1`,
      `Host: 127.0.0.1\r\nCookie: ${cookie}\r\nX-Requested-With: convener`,
      `Content-Type: multipart/form-data; boundary=b\r\nContent-Length: ${body.length}\r\n\r\n`,
    ].join('\r\n');
    const answer = await new Promise<string>((resolve, reject) => {
      const socket = connect(port, '127.0.0.1').on('error', reject).pause();
      // Reads nothing until the last byte is on its way.
      socket.write(head + body, () => socket.once('data', (answer) => resolve(answer.toString())).resume());
      socket.setTimeout(10_000, () => reject(new Error('It was never taken off the wire')));
    });
    expect(answer).toMatch(/^HTTP\/1\.1 413 /);
    expect(kept()).toEqual(before);
  });

  it('that break off half-way leave nothing', async () => {
    const { id } = await project.addDeliverable();
    const before = { kept: kept(), rows: await rows() };
    const server = app.app.getHttpServer();
    if (!server.listening) await app.app.listen(0, '127.0.0.1');
    const { port } = server.address() as AddressInfo;
    const cookie = [...cast.member.client.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const path = `/api/deliverables/${id}/files`;
    const headers = {
      cookie,
      'x-requested-with': 'convener',
      'content-type': 'multipart/form-data; boundary=b',
      'content-length': 500_000,
    };
    const sending = rawRequest({ host: '127.0.0.1', port, path, method: 'POST', headers });
    sending.on('error', () => undefined);
    sending.write('--b\r\nContent-Disposition: form-data; name="file"; filename="a.txt"\r\n\r\n');
    sending.write('x'.repeat(100_000));
    await until(() => kept().some((name) => name.startsWith('incoming/')), 'the first bytes');
    sending.destroy();
    await until(() => kept().length === before.kept.length, 'the half file to go');
    expect({ kept: kept(), rows: await rows() }).toEqual(before);
  });
});

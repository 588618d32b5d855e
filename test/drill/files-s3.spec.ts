import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { S3FileStore } from '@convener/platform';
import type { Deliverable, WorkItem } from '../../apps/api/projects/work.dto';
import { Client, ok } from '../support/client';
import type { Refusal } from '../support/builders';
import { filesIn, formOf } from '../support/files';
import { anOwnItem, aRemoteProject, setUpAt } from '../support/process-office';
import { ServerProcess } from '../support/server-process';
import { swiftPython } from '../support/services';
import { settingsOf, Swift } from '../support/swift/swift';
import { TcpProxy } from '../support/tcp-proxy';
import { until } from '../support/until';

const MB = 1024 * 1024;
const python = swiftPython();
const withSwift = python ? describe : describe.skip;

withSwift('the service that keeps the files', () => {
  let swift: Swift;
  let dataDir: string;
  beforeEach(async () => {
    swift = await Swift.open(python!);
    dataDir = mkdtempSync(join(tmpdir(), 'convener-files-s3-'));
  });
  afterEach(async () => {
    await swift.close();
    rmSync(dataDir, { recursive: true, force: true });
  });

  const ready = async (address: string) => new Client(address).get<Refusal & { files: string }>('/api/ready');

  it('is killed in the middle of an upload: nothing of it is left, all is said in words, and it comes back', async () => {
    const bucket = await swift.bucket();
    const line = new TcpProxy(new URL(swift.url));
    const env = { ...bucket, FILES_S3_ENDPOINT: new URL(await line.open()).origin, DATA_DIR: dataDir };
    const api = await ServerProcess.api(env);
    try {
      const admin = await setUpAt(api.address);
      const { item, path } = await aDeliverable(admin);
      const content = 'a,b\n'.repeat((20 * MB) / 4);
      const killed = line.cutAfter(5 * MB).then(() => swift.kill());
      const refused = await admin.post<Refusal>(path, formOf(content, '名單.csv'));
      await killed;
      expect(refused).toMatchObject({ status: 503, body: { type: '/problems/file-store-away' } });
      expect(refused.body.title).toContain('請稍後再試');
      expect(Number(refused.headers['retry-after'])).toBeGreaterThan(0);
      expect(await ready(api.address)).toMatchObject({ status: 503, body: { files: 'away' } });
      const meanwhile = ok(await admin.get<WorkItem>(item)).body;
      expect(meanwhile.deliverableList[0]!.evidenceList).toEqual([]);
      expect(filesIn(dataDir)).toEqual([]);

      await swift.start();
      await line.open();
      await until(async () => (await ready(api.address)).status === 200, 'readiness');
      const store = new S3FileStore(settingsOf(bucket));
      expect(await countOf(store)).toBe(0);
      const { evidenceList } = ok(await admin.post<Deliverable>(path, formOf(content, '名單.csv'))).body;
      const download = await admin.download(`/api/evidence/${evidenceList[0]!.id}/file`);
      expect([download.status, download.content.toString('latin1') === content]).toEqual([200, true]);
      expect(await countOf(store)).toBe(1);
    } finally {
      await api.end();
      await line.cut();
    }
  });

  it('breaks off inside a download: nobody takes it for whole, and the server goes on', async () => {
    const line = new TcpProxy(new URL(swift.url));
    const env = { ...(await swift.bucket()), FILES_S3_ENDPOINT: new URL(await line.open()).origin, DATA_DIR: dataDir };
    const api = await ServerProcess.api(env);
    try {
      const admin = await setUpAt(api.address);
      const { path } = await aDeliverable(admin);
      const content = 'a,b\n'.repeat((20 * MB) / 4);
      const { evidenceList } = ok(await admin.post<Deliverable>(path, formOf(content, '名單.csv'))).body;
      const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
      const answer = await fetch(`${api.address}/api/evidence/${evidenceList[0]!.id}/file`, { headers: { cookie } });
      const reading = (async () => {
        let bytes = 0;
        for await (const chunk of answer.body!) {
          if (bytes === 0) await line.cut();
          bytes += chunk.length;
        }
      })();
      await expect(reading).rejects.toThrow();
      ok(await admin.get('/api/me'));
    } finally {
      await api.end();
      await line.cut();
    }
  });

  it('does not accept the key: the start, readiness and uploads say so, never the secret, and all else works', async () => {
    const env = { ...(await swift.bucket()), FILES_S3_SECRET_ACCESS_KEY: 'hunter2', DATA_DIR: dataDir };
    const api = await ServerProcess.api(env);
    try {
      await until(() => api.output.includes('check FILES_S3_ACCESS_KEY_ID'), 'the start to say so');
      const { status, body } = await ready(api.address);
      expect([status, body.files, body.title]).toEqual([503, 'wrong-key', expect.stringContaining('不認得金鑰')]);
      const admin = await setUpAt(api.address);
      const { path } = await aDeliverable(admin);
      const refused = await admin.post<Refusal>(path, formOf('a,b\n', '名單.csv'));
      expect(refused).toMatchObject({ status: 503, body: { type: '/problems/file-store-refused' } });
      expect(refused.body.title).toContain('請通知管理者');
      expect(filesIn(dataDir)).toEqual([]);
      expect(api.output).not.toContain('hunter2');
    } finally {
      await api.end();
    }
  });
});

/** Where a work item is read, and where files of its one deliverable are added. */
async function aDeliverable(admin: Client): Promise<{ item: string; path: string }> {
  const { id } = await anOwnItem(admin, await aRemoteProject(admin), '議程');
  const item = `/api/work-items/${id}`;
  const { deliverableList } = ok(await admin.get<WorkItem>(item)).body;
  return { item, path: `/api/deliverables/${deliverableList[0]!.id}/files` };
}

async function countOf(store: S3FileStore): Promise<number> {
  let count = 0;
  for await (const file of store.list()) count += file.bytes > 0 ? 1 : 0;
  return count;
}

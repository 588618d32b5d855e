import { randomBytes } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { Config } from '@convener/platform';
import type { Deliverable, WorkItem } from '../../apps/api/projects/work.dto';
import type { DocumentList, MadeDocument } from '../../apps/api/reports/documents.dto';
import { ok } from '../support/client';
import { cli } from '../support/cli';
import type { Client } from '../support/client';
import { databaseKinds } from '../support/database';
import { sized, tell } from '../support/drill';
import { formOf } from '../support/files';
import { aRemoteProject, anOwnItem, type RemoteProject, setUpAt } from '../support/process-office';
import { ServerProcess } from '../support/server-process';
import { until } from '../support/until';

jest.setTimeout(sized(180_000, 20 * 60_000));

const KILLS = sized(3, 20);
const DOCUMENTS = sized(4, 8);
const PACK_FILES = sized(12, 50);
const FILE_MB = 10;
const MB = 1024 * 1024;
/** What a pack may take beside the process as it was: buffers on their way, and garbage that waits to be collected. */
const MOST_MORE_MB = 80;

const pause = (ms: number) => new Promise((resolve) => setTimeout(resolve, ms));

describe.each(databaseKinds())('documents of an office on $name', (kind) => {
  let config: Config;
  let drop: () => Promise<void>;
  let server: ServerProcess;
  let admin: Client;
  let project: RemoteProject;

  const env = () => ({ DATABASE_URL: config.databaseUrl ?? '', DATA_DIR: config.dataDir, FILE_MAX_MB: '20' });

  beforeAll(async () => {
    ({ config, drop } = await kind.create());
    server = await ServerProcess.api(env());
    admin = await setUpAt(server.address);
    project = await aRemoteProject(admin);
  });
  afterAll(async () => {
    await server.end();
    await drop();
  });

  const path = () => `/api/projects/${project.id}/documents`;
  const list = async () => ok(await admin.get<DocumentList>(path())).body.made;

  it('are whole or not there when whoever makes them is killed, and are made all the same', async () => {
    const asked: string[] = [];
    for (let kills = 0; kills < KILLS; kills += 1) {
      for (let n = 0; n < DOCUMENTS; n += 1) {
        const format = (['pdf', 'docx', 'xlsx'] as const)[n % 3];
        const body = { kind: 'quality-control', language: n % 2 ? 'en' : 'zh-TW', format };
        asked.push(ok(await admin.post<MadeDocument>(path(), body)).body.id);
      }
      await pause(100 + Math.random() * 2500);
      const port = Number(new URL(server.address).port);
      await server.end('SIGKILL');
      server = await ServerProcess.api(env(), port);
    }
    const made = await until(async () => {
      const all = await list();
      return all.every(({ state }) => state === 'ready' || state === 'failed') ? all : null;
    }, 'all documents to be made');
    expect(made!.map(({ id }) => id).sort()).toEqual(asked.sort());
    // Three kills in a row over the same document give it up, and say so.
    const ready = made!.filter(({ state }) => state === 'ready');
    for (const { id, bytes } of ready) {
      const { status, content } = await admin.download(`/api/documents/${id}/file`);
      expect([status, content.length]).toEqual([200, bytes]);
    }
    const { output, code } = await cli('files-check', config);
    const figures = { kills: KILLS, asked: asked.length, made: ready.length, files: output.trim().split('\n').at(-1)! };
    tell(`documents, ${kind.name}`, figures);
    expect(code).toBe(0);
  });

  it('fill an evidence pack that takes no more memory however much is in it', async () => {
    const item: WorkItem = await anOwnItem(admin, project, '佐證');
    const { id } = item.deliverableList[0]!;
    const text = randomBytes((FILE_MB * MB * 3) / 4 - 1000).toString('base64');
    for (let n = 0; n < PACK_FILES; n += 1)
      ok(await admin.post<Deliverable>(`/api/deliverables/${id}/files`, formOf(`${n}\n${text}`, `${n}.txt`)));
    const rest = residentMb(server.pid);
    let most = rest;
    let bytes = 0;
    const cookie = [...admin.cookies].map(([name, value]) => `${name}=${value}`).join('; ');
    const began = Date.now();
    const answer = await fetch(`${server.address}/api/projects/${project.id}/evidence-pack`, { headers: { cookie } });
    for await (const chunk of answer.body as unknown as AsyncIterable<Uint8Array>) {
      bytes += chunk.length;
      most = Math.max(most, residentMb(server.pid));
    }
    const figures = {
      MB: PACK_FILES * FILE_MB,
      ms: Date.now() - began,
      'MB sent': Math.round(bytes / MB),
      'RSS before': rest,
      'RSS at most': most,
    };
    tell(`evidence pack, ${kind.name}`, figures);
    expect(answer.status).toBe(200);
    expect(most - rest).toBeLessThan(MOST_MORE_MB);
  });
});

/** Resident memory of a process, in MB. */
function residentMb(pid: number): number {
  const [, pages = '0'] = readFileSync(`/proc/${pid}/statm`, 'utf8').split(' ');
  return Math.round((Number(pages) * 4096) / MB);
}

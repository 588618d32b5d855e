import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { chmodSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { createServer, type AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sized } from '../support/drill';
import { TinyDisk } from '../support/tiny-disk';

const ROOT = join(__dirname, '..', '..');
const NOBODY = 65_534;

/** Runs the API to its end: what it said on its error output, apart from its log, and its exit code. */
async function failedStart(env: Record<string, string>, uid?: number) {
  const child = spawn(process.execPath, [join(ROOT, 'dist/apps/api/main.js')], {
    cwd: ROOT,
    env: { ...process.env, DATABASE_URL: '', REDIS_URL: '', SMTP_URL: '', NODE_ENV: 'production', PORT: '0', ...env },
    // Two pipes would be read in any order; what is wrong is said on one.
    stdio: ['ignore', 'ignore', 'pipe'],
    ...(uid === undefined ? {} : { uid, gid: uid }),
  });
  let output = '';
  child.stderr.on('data', (chunk: Buffer) => (output += String(chunk)));
  const [code] = (await once(child, 'close')) as [number | null];
  return { code, lines: output.trim().split('\n') };
}

interface Case {
  what: string;
  /** Answers the DATA_DIR to start with, and what to do afterwards; null where this machine can't have it. */
  arrange(folder: string): { dataDir: string; uid?: number; undo?: () => void } | null;
  says: RegExp;
}

const CASES: Case[] = [
  {
    what: 'DATA_DIR lies below a file',
    arrange: (folder) => {
      writeFileSync(join(folder, 'a-file'), '');
      return { dataDir: join(folder, 'a-file', 'data') };
    },
    says: /DATA_DIR names a folder .*ENOTDIR/,
  },
  {
    what: 'DATA_DIR is on a disk that can only be read',
    arrange: () => {
      const disk = TinyDisk.open(16);
      disk?.readOnly();
      return disk && { dataDir: disk.folder, undo: () => disk.close() };
    },
    says: /DATA_DIR names a folder .*SQLITE_CANTOPEN/,
  },
  {
    what: 'this user may not write into DATA_DIR',
    arrange: (folder) => {
      // Root may write everywhere, so it starts the process as somebody else.
      const root = process.getuid?.() === 0;
      chmodSync(folder, root ? 0o755 : 0o555);
      return { dataDir: folder, ...(root ? { uid: NOBODY } : {}), undo: () => chmodSync(folder, 0o755) };
    },
    says: /DATA_DIR names a folder .*SQLITE_CANTOPEN/,
  },
  {
    what: 'the file is no database',
    arrange: (folder) => {
      const dataDir = mkdtempSync(join(folder, 'data-'));
      writeFileSync(join(dataDir, 'convener.sqlite'), 'this is a letter, not a database; '.repeat(40));
      return { dataDir };
    },
    says: /DATA_DIR names a folder .*SQLITE_NOTADB/,
  },
];

describe('a start that cannot work ends with exit code 1 and says in a line what to mend', () => {
  let folder: string;
  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'convener-start-'));
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  // A process takes its second or more: the short drill starts one, the full drill all.
  it.each(sized(CASES.slice(0, 1), CASES))('where $what', async ({ arrange, says }) => {
    const arranged = arrange(folder);
    if (!arranged) return;
    const { code, lines } = await failedStart({ DATA_DIR: arranged.dataDir }, arranged.uid);
    arranged.undo?.();
    expect(code).toBe(1);
    expect(lines).toEqual(['Wrong settings:', expect.stringMatching(says)]);
  });

  it('where the port is taken', async () => {
    const server = createServer().listen(0, '127.0.0.1');
    await once(server, 'listening');
    const { port } = server.address() as AddressInfo;
    const { code, lines } = await failedStart({ DATA_DIR: folder, HOST: '127.0.0.1', PORT: String(port) });
    server.close();
    expect(code).toBe(1);
    expect(lines.slice(-1)).toEqual([`Cannot listen: HOST 127.0.0.1, PORT ${port} is in use by another process.`]);
  });
});

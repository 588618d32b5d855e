import { randomUUID } from 'node:crypto';
import dns from 'node:dns';
import { mkdtempSync, rmSync, statSync, truncateSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { Writable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import {
  FileMissing,
  FileStoreAway,
  type FileStore,
  S3FileStore,
  type S3Settings,
  type StoredFile,
  type StoreRefusal,
} from '@convener/platform';
import { swiftPython } from '../support/services';
import { settingsOf, Swift } from '../support/swift/swift';
import { TcpProxy } from '../support/tcp-proxy';

const MB = 1024 * 1024;
const HOUR_MS = 60 * 60_000;
const python = swiftPython();

setFlagsFromString('--expose-gc');
const collect = runInNewContext('gc') as () => void;
/** What is in use (bytes): a busy machine collects late, and what the process has taken says little. */
const held = () => {
  collect();
  const { heapUsed, external } = process.memoryUsage();
  return heapUsed + external;
};
const withSwift = python ? describe : describe.skip;

withSwift('a bucket of files', () => {
  const folder = mkdtempSync(join(tmpdir(), 'convener-s3-'));
  let swift: Swift;
  beforeAll(async () => {
    swift = await Swift.open(python!);
  });
  afterAll(async () => {
    await swift.close();
    rmSync(folder, { recursive: true, force: true });
  });

  const newBucket = async () => settingsOf(await swift.bucket());
  const fileOf = (content: string | Buffer) => {
    const path = join(folder, `${randomUUID()}.part`);
    writeFileSync(path, content);
    return path;
  };
  const put = async (store: FileStore, content: string | Buffer) => {
    const key = randomUUID();
    await store.put(key, fileOf(content));
    return key;
  };
  const list = async (store: FileStore) => {
    const found: StoredFile[] = [];
    for await (const file of store.list()) found.push(file);
    return found;
  };
  const textOf = async (store: FileStore, key: string) => {
    let text = '';
    for await (const chunk of (await store.read(key)) as AsyncIterable<Buffer>) text += chunk.toString('utf8');
    return text;
  };

  describe('that refuses', () => {
    const cases: [StoreRefusal, (settings: S3Settings) => S3Settings][] = [
      ['wrong-key', (settings) => ({ ...settings, secretAccessKey: 'wrong' })],
      ['wrong-key', (settings) => ({ ...settings, accessKeyId: 'nobody' })],
      ['no-bucket', (settings) => ({ ...settings, bucket: 'not-there' })],
      ['wrong-region', (settings) => ({ ...settings, region: 'ap-northeast-1' })],
    ];

    it.each(cases)('for the reason %s says so from everything and keeps nothing', async (why, spoil) => {
      const settings = await newBucket();
      const store = new S3FileStore(spoil(settings));
      const large = fileOf(Buffer.alloc(25 * MB));
      await expect(store.check()).rejects.toMatchObject({ why });
      await expect(store.put(randomUUID(), large)).rejects.toMatchObject({ why });
      expect(statSync(large).size).toBe(25 * MB);
      await expect(store.read(randomUUID())).rejects.toMatchObject({ why });
      await expect(store.remove(randomUUID())).rejects.toMatchObject({ why });
      await expect(list(store)).rejects.toMatchObject({ why });
      expect(await list(new S3FileStore(settings))).toEqual([]);
    });

    it('is not sent what it refuses', async () => {
      const line = new TcpProxy(new URL(swift.url));
      const endpoint = new URL(await line.open()).origin;
      const store = new S3FileStore({ ...(await newBucket()), endpoint, secretAccessKey: 'wrong' });
      await expect(store.put(randomUUID(), fileOf(Buffer.alloc(25 * MB)))).rejects.toMatchObject({ why: 'wrong-key' });
      expect(line.sent).toBeLessThan(MB);
      await line.cut();
    });

    it('because of the time says which clock to set', async () => {
      const store = new S3FileStore(await newBucket());
      const text = new Date(Date.now() - HOUR_MS).toISOString();
      jest.spyOn(Date.prototype, 'toISOString').mockReturnValue(text);
      try {
        await expect(store.check()).rejects.toMatchObject({
          why: 'wrong-clock',
          message: expect.stringContaining('set the time of this machine'),
        });
      } finally {
        jest.restoreAllMocks();
      }
    });

    it('never tells the secret', async () => {
      const store = new S3FileStore({ ...(await newBucket()), secretAccessKey: 'hunter2' });
      const error = await store.check().catch((thrown: unknown) => thrown);
      expect(JSON.stringify([String(error), Object.values(error as object)])).not.toContain('hunter2');
    });
  });

  it('takes nothing whose content is not what was measured', async () => {
    const settings = await newBucket();
    const wrong = { 'x-amz-content-sha256': '0'.repeat(64) };
    const answer = await swift.ask(`/${settings.bucket}/${randomUUID()}`, {
      method: 'PUT',
      body: 'other',
      headers: wrong,
    });
    expect(answer.status).toBe(400);
    expect(await list(new S3FileStore(settings))).toEqual([]);
  });

  it('is shared by prefix: nobody sees what others keep, deeper or beside', async () => {
    const settings = await newBucket();
    const stores = [null, 'a', 'a/b', 'b'].map((prefix) => new S3FileStore({ ...settings, prefix }));
    const keys = [];
    for (const [n, store] of stores.entries()) keys.push(await put(store, `${n}`));
    await swift.ask(`/${settings.bucket}/a/readme.txt`, { method: 'PUT', body: 'not ours' });
    for (const [n, store] of stores.entries()) {
      expect((await list(store)).map(({ key }) => key)).toEqual([keys[n]]);
      expect(await textOf(store, keys[n]!)).toBe(String(n));
    }
    await expect(stores[1]!.read(keys[0]!)).rejects.toThrow(FileMissing);
  });

  it('is listed whole where it has more than a page', async () => {
    const store = new S3FileStore(await newBucket());
    const keys: string[] = [];
    const fill = async () => {
      while (keys.length < 1010) {
        const key = randomUUID();
        keys.push(key);
        await store.put(key, fileOf(key));
      }
    };
    await Promise.all(Array.from({ length: 8 }, fill));
    expect((await list(store)).map(({ key }) => key)).toEqual(keys.sort());
    // A thousand files take their time on a busy machine.
  }, 240_000);

  it('may stand before the name of the host', async () => {
    const settings = await newBucket();
    const url = new URL(settings.endpoint);
    const asked: string[] = [];
    const lookup = jest.spyOn(dns, 'lookup').mockImplementation(((name: string, _options: object, done: LookedUp) => {
      asked.push(name);
      done(null, [{ address: '127.0.0.1', family: 4 }]);
    }) as unknown as typeof dns.lookup);
    const endpoint = `http://s3.convener.test:${url.port}`;
    const store = new S3FileStore({ ...settings, endpoint, addressing: 'virtual' });
    const key = await put(store, '內容');
    expect(await textOf(store, key)).toBe('內容');
    lookup.mockRestore();
    expect(new Set(asked)).toEqual(new Set([`${settings.bucket}.s3.convener.test`]));
    expect((await list(new S3FileStore(settings))).map((file) => file.key)).toEqual([key]);
  });

  it('takes and gives files much larger than what is held in memory', async () => {
    const store = new S3FileStore(await newBucket());
    const size = 200 * MB;
    const path = fileOf('');
    truncateSync(path, size);
    const key = randomUUID();
    const before = held();
    let most = before;
    const watch = setInterval(() => (most = Math.max(most, held())), 500);
    await store.put(key, path);
    let bytes = 0;
    const count = new Writable({
      write(chunk: Buffer, _encoding, done) {
        bytes += chunk.length;
        done();
      },
    });
    await pipeline(await store.read(key), count);
    clearInterval(watch);
    expect(bytes).toBe(size);
    process.stderr.write(`200 MB through a bucket: at most ${Math.round((most - before) / MB)} MB of it in memory\n`);
    expect(most - before).toBeLessThan(size / 2);
  });

  describe('whose service fails', () => {
    it('in passing is asked again', async () => {
      const settings = await newBucket();
      const line = new TcpProxy(new URL(swift.url));
      const store = new S3FileStore({ ...settings, endpoint: new URL(await line.open()).origin });
      const cut = line.cutAfter(1);
      const putting = put(store, '二');
      await cut;
      await line.open();
      expect(await textOf(store, await putting)).toBe('二');
      await line.cut();
    });

    it('is told of in words, and a connection that it closed meanwhile is no failure', async () => {
      const store = new S3FileStore(await newBucket());
      const key = await put(store, '一');
      await swift.kill();
      await expect(store.read(key)).rejects.toThrow(FileStoreAway);
      await expect(store.check()).rejects.toThrow('The file store (S3) does not answer. (');
      await swift.start();
      expect(await textOf(store, key)).toBe('一');
    });

    it('inside a file that is read breaks the file off with an error', async () => {
      const line = new TcpProxy(new URL(swift.url));
      const store = new S3FileStore({ ...(await newBucket()), endpoint: new URL(await line.open()).origin });
      const key = await put(store, Buffer.alloc(30 * MB));
      const content = await store.read(key);
      let bytes = 0;
      const reading = (async () => {
        for await (const chunk of content as AsyncIterable<Buffer>) {
          if (bytes === 0) await line.cut();
          bytes += chunk.length;
        }
      })();
      await expect(reading).rejects.toThrow('broke off inside a file');
      expect(bytes).toBeLessThan(30 * MB);
    });

    it('inside a file that is given keeps nothing of it', async () => {
      const settings = await newBucket();
      const line = new TcpProxy(new URL(swift.url));
      const store = new S3FileStore({ ...settings, endpoint: new URL(await line.open()).origin });
      void line.cutAfter(3 * MB);
      const path = fileOf(Buffer.alloc(30 * MB));
      const key = randomUUID();
      await expect(store.put(key, path)).rejects.toThrow(FileStoreAway);
      const direct = new S3FileStore(settings);
      await expect(direct.read(key)).rejects.toThrow(FileMissing);
      expect(await list(direct)).toEqual([]);
      await direct.put(key, path);
      expect(await list(direct)).toMatchObject([{ key, bytes: 30 * MB }]);
    });
  });
});

type LookedUp = (error: null, addresses: { address: string; family: number }[]) => void;

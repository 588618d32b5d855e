import { randomUUID } from 'node:crypto';
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DiskFileStore, FileMissing, type FileStore, S3FileStore, type StoredFile } from '@convener/platform';
import { MemoryFileStore } from '../support/memory-files';
import { swiftPython } from '../support/services';
import { otherS3, settingsOf, Swift } from '../support/swift/swift';

const folder = mkdtempSync(join(tmpdir(), 'convener-files-'));
let swift: Swift | null = null;
afterAll(async () => {
  await swift?.close();
  rmSync(folder, { recursive: true, force: true });
});

const python = swiftPython();
const other = otherS3();
const inSwift = async (path: string) => {
  swift ??= await Swift.open(path);
  return new S3FileStore(settingsOf(await swift.bucket()));
};

type Case = [name: string, make: () => FileStore | Promise<FileStore>];
const cases: Case[] = [
  ['on disk', () => new DiskFileStore(join(folder, 'store', randomUUID()))],
  ['in memory', () => new MemoryFileStore()],
];
if (python) cases.push(['in a bucket of OpenStack Swift', () => inSwift(python)]);
if (other) cases.push(['in the bucket of TEST_S3_URL', () => new S3FileStore({ ...other, prefix: randomUUID() })]);

describe.each(cases)('the file store %s', (_name, make) => {
  let store: FileStore;
  beforeAll(async () => {
    store = await make();
  });

  const put = async (content: string) => {
    const key = randomUUID();
    const path = join(folder, `${key}.part`);
    writeFileSync(path, content);
    await store.put(key, path);
    return key;
  };
  const read = async (key: string) => {
    const chunks: Buffer[] = [];
    for await (const chunk of (await store.read(key)) as AsyncIterable<Buffer>) chunks.push(chunk);
    return Buffer.concat(chunks).toString('utf8');
  };
  const list = async () => {
    const found: StoredFile[] = [];
    for await (const file of store.list()) found.push(file);
    return found.sort((a, b) => (a.key < b.key ? -1 : 1));
  };

  it('has nothing at first, and room', async () => {
    expect(await list()).toEqual([]);
    expect(await store.room()).toBeGreaterThan(0);
    await store.check();
  });

  it('gives back what it was given, as often as asked and to several at once', async () => {
    const key = await put('內容');
    expect(await Promise.all([read(key), read(key)])).toEqual(['內容', '內容']);
    expect(await read(key)).toBe('內容');
  });

  it('keeps large files whole', async () => {
    const text = '甲乙丙丁'.repeat(500_000);
    expect((await read(await put(text))) === text).toBe(true);
  });

  it('lists what it has, with sizes and times', async () => {
    const before = Date.now() - 2000;
    const keys = [await put('一'), await put('二二')];
    const found = (await list()).filter(({ key }) => keys.some((one) => one === key));
    expect(found.map(({ bytes }) => bytes).sort()).toEqual([3, 6]);
    for (const { storedAt } of found) expect(storedAt).toBeGreaterThan(before);
  });

  it('removes one and no other, and a second time does nothing', async () => {
    const [gone, stays] = [await put('走'), await put('留')];
    await store.remove(gone);
    await store.remove(gone);
    await expect(store.read(gone)).rejects.toThrow(FileMissing);
    expect(await read(stays)).toBe('留');
  });

  it('says what is missing', async () => {
    await expect(store.read(randomUUID())).rejects.toThrow(FileMissing);
  });

  it.each(['../../etc/passwd', 'a/b', '', 'A0000000-0000-4000-8000-000000000000', `${randomUUID()}/..`])(
    'takes no name that somebody could have typed: %j',
    async (key) => {
      const path = join(folder, 'typed.part');
      writeFileSync(path, 'x');
      await expect(store.put(key, path)).rejects.toThrow('UUID');
      await expect(store.read(key)).rejects.toThrow('UUID');
      await expect(store.remove(key)).rejects.toThrow('UUID');
    },
  );

  it('holds nothing under a key whose file could not be taken', async () => {
    const key = randomUUID();
    await expect(store.put(key, join(folder, 'not-there.part'))).rejects.toThrow('ENOENT');
    await expect(store.read(key)).rejects.toThrow(FileMissing);
    expect((await list()).map((file) => file.key)).not.toContain(key);
  });
});

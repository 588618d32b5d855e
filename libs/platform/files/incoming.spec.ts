import { mkdtempSync, readdirSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { basename, dirname, join } from 'node:path';
import { Readable } from 'node:stream';
import { FakeClock } from '../../../test/support/fake-clock';
import { loadConfig } from '../config/load-config';
import { Poller } from '../queue/poller';
import { Incoming } from './incoming';

const HOUR_MS = 60 * 60_000;
const MOST_BYTES = 100;

describe('files on their way in', () => {
  let folder: string;
  let clock: FakeClock;
  let poller: Poller;
  let incoming: Incoming;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'convener-incoming-'));
    clock = new FakeClock();
    poller = new Poller(clock);
    incoming = new Incoming(loadConfig({ DATA_DIR: folder }), poller);
    incoming.onModuleInit();
  });
  afterEach(() => rmSync(folder, { recursive: true, force: true }));

  /** Lets what is due every hour run once, and waits for its end. */
  async function sweep(): Promise<void> {
    poller.start();
    await poller.onModuleDestroy();
  }

  const lying = async () => readdirSync(dirname(await incoming.newPath())).sort();

  it('are cleared away a day after whoever received them was killed', async () => {
    const left = await incoming.newPath();
    writeFileSync(left, 'half');
    const aDayAgo = new Date(statSync(left).mtimeMs - 25 * HOUR_MS);
    utimesSync(left, aDayAgo, aDayAgo);
    const { path } = await incoming.receive(Readable.from([Buffer.from('whole')]), MOST_BYTES);
    await sweep();
    expect(await lying()).toEqual([basename(path)]);
  });

  it('stay while they are written, also where the process has another time than the disk', async () => {
    const { path } = await incoming.receive(Readable.from([Buffer.from('whole')]), MOST_BYTES);
    clock.set(statSync(path).mtimeMs + 200 * 24 * HOUR_MS);
    await sweep();
    expect(await lying()).toEqual([basename(path)]);
  });
});

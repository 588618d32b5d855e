import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';

const ROOT = join(__dirname, '../..');
const JEST = join(ROOT, 'node_modules/jest/bin/jest.js');

/** What reckons with days and clocks: nothing of it may depend on where the machine stands. */
const SUITES = [
  'libs/kernel/',
  'libs/templates/',
  'libs/house-templates/',
  'libs/reminders/',
  'libs/delivery/',
  'libs/notifications/',
  'test/integration/zones\\.spec',
];

/** Far east, with summer in December; none; far west, where it is still yesterday. */
const ZONES = ['Pacific/Auckland', 'UTC', 'America/Los_Angeles'];

interface Results {
  numPassedTests: number;
  numFailedTests: number;
  numPassedTestSuites: number;
  testResults: { name: string; message: string; status: string }[];
}

/** Runs the suites in a process of their own: within one, a zone that has been used once stays. */
async function runIn(TZ: string): Promise<Results> {
  const folder = mkdtempSync(join(tmpdir(), 'convener-zones-'));
  const file = join(folder, 'results.json');
  const args = [JEST, '--runInBand', '--json', '--outputFile', file, ...SUITES];
  const child = spawn(process.execPath, args, { cwd: ROOT, env: { ...process.env, TZ }, stdio: 'ignore' });
  await once(child, 'close');
  const results = JSON.parse(readFileSync(file, 'utf8')) as Results;
  rmSync(folder, { recursive: true });
  return results;
}

describe('kernel, templates and reminders on a machine whose clock stands elsewhere', () => {
  let counts: number[];
  let all: Results[];
  beforeAll(async () => {
    all = [];
    for (const zone of ZONES) all.push(await runIn(zone));
    counts = all.map(({ numPassedTests }) => numPassedTests);
  }, 300_000);

  it.each(ZONES.map((zone, index) => ({ zone, index })))('all hold in $zone', ({ index }) => {
    const { testResults, numFailedTests, numPassedTestSuites } = all[index]!;
    expect(testResults.filter(({ status }) => status !== 'passed').map(({ message }) => message)).toEqual([]);
    expect(numFailedTests).toBe(0);
    expect(numPassedTestSuites).toBeGreaterThanOrEqual(8);
  });

  it('and they are the same tests everywhere', () => {
    expect(new Set(counts).size).toBe(1);
    expect(counts[0]).toBeGreaterThan(40);
  });
});

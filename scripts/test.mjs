import { chmodSync, mkdtempSync, rmSync, statfsSync } from 'node:fs';
import { join } from 'node:path';
import { installMissing } from './install.mjs';
import { startPostgres } from './postgres.mjs';
import { runJest } from './results.mjs';
import { requireNode } from './run.mjs';
import { findServices } from './services.mjs';
import { runSteps, STEPS } from './steps.mjs';

/**
 * `npm test`: everything, to the end also past failures. Says what was left out because the machine lacks it; with
 * CI=true that is a failure. The last line is `N passed, N failed[, N skipped]`.
 */
const CI = process.env.CI === 'true';
const MEMORY = '/dev/shm';
const ROOM_BYTES = 6 * 2 ** 30;
const total = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const secondTries = [];

requireNode();
await installMissing();
const scratch = scratchFolder();
const postgres = scratch && !process.env.TEST_DATABASE_URL ? await startPostgres(scratch) : null;
if (postgres) process.env.TEST_DATABASE_URL = postgres.url;
// Whoever interrupts it would leave a server behind that nobody stops.
for (const signal of ['SIGINT', 'SIGTERM']) process.once(signal, interrupted);
const { env: found, missing } = await findServices();
const env = scratch ? { ...found, TMPDIR: scratch } : found;
missing.forEach(tellMissing);
await runSteps(STEPS, 2, tellStep);
await jest('jest', 'jest.config.js');
if (env.TEST_DATABASE_URL && env.TEST_REDIS_URL) {
  await jest('jest on PostgreSQL, Redis and a worker', 'jest.scale.config.js', { TEST_ON: 'scale' });
}
if (env.CHROMIUM_PATH) await jest('jest in Chromium', 'jest.browser.config.js');
cleanUp();
summarise();

/**
 * In memory where there is room: the suites make hundreds of databases that wait for the disk at every write. Those that
 * are about the disk bring one of their own.
 */
function scratchFolder() {
  try {
    const { bavail, bsize } = statfsSync(MEMORY);
    if (bavail * bsize < ROOM_BYTES) return null;
    const folder = mkdtempSync(join(MEMORY, 'convener-test-'));
    // A PostgreSQL of one's own runs as another user and has to get to its data.
    chmodSync(folder, 0o711);
    return folder;
  } catch {
    return null;
  }
}

function cleanUp() {
  postgres?.stop();
  if (scratch) rmSync(scratch, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
}

function interrupted() {
  cleanUp();
  process.exit(1);
}

function tellMissing({ name, remedy, suites }) {
  const what = suites.length > 0 ? suites.map((file) => `\n    ${file}`).join('') : ' nothing yet';
  console.log(
    `${name} was not found. ${CI ? 'That fails with CI=true:' : 'Left out:'}${what}\n  To have it: ${remedy}.`,
  );
  count({ [CI ? 'failed' : 'skipped']: 1 }, CI ? `${name} is missing` : null);
}

function tellStep(name, { code, output, ms }) {
  const good = code === 0;
  console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${seconds(ms)})`);
  if (!good) console.log(output.trimEnd());
  count({ [good ? 'passed' : 'failed']: 1 }, good ? null : name);
}

/** Runs Jest with one of our configurations and counts its tests. */
async function jest(name, config, place = {}) {
  const start = Date.now();
  console.log(`\n${name} …`);
  const results = await runJest(config, { ...env, ...place, NODE_ENV: 'test' });
  const good = results?.code === 0;
  console.log(`${good ? 'ok    ' : 'FAILED'} ${name} (${seconds(Date.now() - start)})`);
  if (!results) return count({ failed: 1 }, `${name} did not run`);
  count(results.counts, null);
  failures.push(...results.failed);
  secondTries.push(...results.mended);
  if (!good && results.counts.failed === 0) count({ failed: 1 }, `${name} ended with code ${results.code}`);
}

function count(results, failure) {
  for (const [kind, number] of Object.entries(results)) total[kind] += number;
  if (failure) failures.push(failure);
}

function summarise() {
  const { passed, failed, skipped } = total;
  const listed = (names) => names.map((name) => `\n  ${name}`).join('');
  if (secondTries.length > 0) console.log(`\nPassed when its suite ran once more:${listed(secondTries)}`);
  if (failures.length > 0) console.log(`\nFailed:${listed(failures)}`);
  console.log(`\n${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`);
  process.exitCode = failed > 0 ? 1 : 0;
}

function seconds(ms) {
  return `${(ms / 1000).toFixed(1)} s`;
}

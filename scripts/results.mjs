import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { node, tool } from './run.mjs';
import { groupSuites } from './suites.mjs';

/** More than this is no bad luck: a second run would only take as long as the first. */
const MOST_AGAIN = 4;

/**
 * Runs Jest with one of our configurations. Suites that fail are run once more from their beginning, one by one: the tests
 * of a journey go on from each other, so that none can be tried again alone. Null where nothing ran.
 *
 * @returns exit code; tests by how they ended, a suite that could not even run as one that failed; suites by their names
 */
export async function runJest(config, env) {
  const folder = mkdtempSync(join(tmpdir(), 'convener-jest-'));
  try {
    const grouped = await groupSuites(config, join(folder, 'suites'), env);
    const run = async (args) => {
      const file = join(folder, 'results.json');
      rmSync(file, { force: true });
      const all = [tool('jest'), '--config', grouped, '--json', '--outputFile', file, '--passWithNoTests', ...args];
      const { code } = await node(all, { show: 'errors', env });
      return { code, suites: read(file)?.testResults };
    };
    const first = await run([]);
    const failed = first.suites?.filter(hasFailed) ?? [];
    if (failed.length === 0 || failed.length > MOST_AGAIN) return summaryOf(first, []);
    console.log(`once more: ${namesOf(failed).join(', ')} …`);
    const second = await run(['--runInBand', '--runTestsByPath', ...failed.map(({ name }) => name)]);
    if (!second.suites) return summaryOf(first, []);
    const kept = first.suites.filter((suite) => !failed.includes(suite));
    const mended = failed.filter(({ name }) => second.suites.some((suite) => suite.name === name && !hasFailed(suite)));
    return summaryOf({ code: second.code, suites: [...kept, ...second.suites] }, mended);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

function summaryOf({ code, suites }, mended) {
  if (!suites) return null;
  const tests = suites.flatMap(({ assertionResults }) => assertionResults);
  const ended = (...how) => tests.filter(({ status }) => how.includes(status)).length;
  const failed = suites.filter(hasFailed);
  const notRun = failed.filter(({ assertionResults }) => !assertionResults.some(({ status }) => status === 'failed'));
  return {
    code,
    counts: {
      passed: ended('passed'),
      failed: ended('failed') + notRun.length,
      skipped: ended('pending', 'skipped', 'todo', 'disabled'),
    },
    failed: namesOf(failed),
    mended: mended.flatMap((suite) => suite.assertionResults.filter(({ status }) => status === 'failed').map(titleOf)),
  };
}

function hasFailed({ status }) {
  return status === 'failed';
}

/** By their own names, which the groups that ran give as the outermost title; a group that did not run by its place. */
function namesOf(suites) {
  return suites.flatMap(({ name, assertionResults }) => {
    const failed = assertionResults.filter(hasFailed).map(({ ancestorTitles }) => ancestorTitles[0]);
    return failed.length > 0 ? [...new Set(failed)] : [name];
  });
}

function titleOf({ ancestorTitles, title }) {
  return [...ancestorTitles, title].join(' › ');
}

function read(file) {
  try {
    return JSON.parse(readFileSync(file, 'utf8'));
  } catch {
    return null;
  }
}

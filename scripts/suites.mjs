import { mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { basename, join, relative, sep } from 'node:path';
import { node, ROOT, tool } from './run.mjs';

/**
 * How many suites of a folder share one module registry. Jest loads everything anew for each file: the framework and our
 * own libs take five seconds of a route suite's ten.
 */
const TOGETHER = { libs: 20, apps: 20, 'test/contract': 5, 'test/integration': 4, 'test/routes': 6 };
/**
 * What a suite changes for its whole file, it changes for its neighbours too: such a one stays alone, and starts first. So
 * does one that puts an application together from some of the modules: it would have to handle its neighbours' jobs.
 */
const ALONE = /\bjest\.(setTimeout|useFakeTimers|mock|resetModules)\(|\bJobsModule\b|\/reminders\.world'/;

/**
 * Writes the suites of a configuration as groups into `folder`, each suite under its own name, and answers the path of the
 * configuration that runs them.
 */
export async function groupSuites(configFile, folder, env) {
  const config = createRequire(import.meta.url)(join(ROOT, configFile));
  const listed = await node([tool('jest'), '--config', configFile, '--listTests', '--json'], { env });
  if (listed.code !== 0) throw new Error(listed.output);
  const suites = JSON.parse(listed.output.slice(listed.output.indexOf('[')))
    .map((file) => relative(ROOT, file).split(sep).join('/'))
    .sort();
  mkdirSync(folder);
  groupsOf(suites, (suite) => ALONE.test(readFileSync(join(ROOT, suite), 'utf8'))).forEach((group, place) => {
    writeFileSync(join(folder, nameOf(group, place)), group.map(asDescribe).join('\n'));
  });
  const grouped = {
    ...config,
    roots: [folder],
    testRegex: String.raw`\.spec\.js$`,
    testPathIgnorePatterns: [],
    testSequencer: join(ROOT, 'scripts/in-order.cjs'),
  };
  const file = join(folder, 'jest.json');
  writeFileSync(file, JSON.stringify(grouped));
  return file;
}

/** Those that stay alone first, then the others by folder: the last to run are the shortest. */
export function groupsOf(suites, isAlone) {
  const alone = suites.filter(isAlone);
  const groups = alone.map((suite) => [suite]);
  const folders = Object.keys(TOGETHER);
  for (const folder of folders.reverse()) {
    const own = suites.filter((suite) => suite.startsWith(`${folder}/`) && !alone.includes(suite));
    for (let from = 0; from < own.length; from += TOGETHER[folder])
      groups.push(own.slice(from, from + TOGETHER[folder]));
  }
  const placed = new Set(groups.flat());
  return [...groups, ...suites.filter((suite) => !placed.has(suite)).map((suite) => [suite])];
}

/** Such as `018-routes-closing-to-documents.spec.js`: the number is its place in the run. */
function nameOf(group, place) {
  const folder = group[0].split('/').at(-2);
  const [first, last] = [group[0], group.at(-1)].map((suite) => basename(suite).replace(/\.[a-z0-9-]+\.ts$/, ''));
  const names = group.length > 1 ? `${first}-to-${last}` : first;
  return `${String(place).padStart(3, '0')}-${folder}-${names}.spec.js`;
}

function asDescribe(suite) {
  return `describe(${JSON.stringify(suite)}, () => {\n  require(${JSON.stringify(join(ROOT, suite))});\n});\n`;
}

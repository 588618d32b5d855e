import { readFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { build } from './build.mjs';
import { node, ROOT, tool } from './run.mjs';

const CLIENT = 'apps/web/src/api/schema.d.ts';

/** What `npm test` does before any test file runs. Each step answers { code, output }; it waits for those it needs. */
export const STEPS = [
  { name: 'build: server', run: () => build('server') },
  { name: 'build: web', run: () => build('web') },
  { name: 'types: server and tests', run: () => node([tool('typescript', 'tsc'), '--noEmit', '-p', 'tsconfig.json']) },
  { name: 'types: web', run: () => node([tool('typescript', 'tsc'), '-p', 'apps/web/tsconfig.json']) },
  { name: 'lint: eslint', run: () => node([tool('eslint'), '.', '--max-warnings', '0']) },
  { name: 'lint: prettier', run: () => node([tool('prettier'), '--check', '.', '--log-level', 'warn']) },
  {
    name: 'import rules',
    run: () =>
      node([tool('dependency-cruiser', 'depcruise'), 'apps', 'libs', 'test', '--config', '.dependency-cruiser.cjs']),
  },
  { name: 'build: openapi.json', needs: 'build: server', run: () => node(['dist/apps/api/openapi.js']) },
  { name: 'generated client fits openapi.json', needs: 'build: openapi.json', run: checkClient },
  { name: 'standards lint', needs: 'build: server', run: () => node(['dist/apps/cli/standards-lint.js']) },
];

/** Compares the committed client types with what the API says now. */
async function checkClient() {
  const fresh = join(tmpdir(), `convener-schema-${process.pid}.d.ts`);
  const generated = await node([tool('openapi-typescript'), 'dist/openapi.json', '-o', fresh]);
  if (generated.code !== 0) return generated;
  if (readFileSync(fresh, 'utf8') === readFileSync(join(ROOT, CLIENT), 'utf8')) return { code: 0, output: '' };
  return { code: 1, output: `${CLIENT} is not what openapi.json says now. Write it anew: npm run api:generate\n` };
}

/** Runs the steps, so many at a time and in their order, and hands each result to `report` as it comes. */
export async function runSteps(steps, atOnce, report) {
  const results = new Map();
  const waiting = [...steps];
  const running = new Set();
  const ready = () => waiting.findIndex(({ needs }) => needs === undefined || results.has(needs));
  while (waiting.length > 0 || running.size > 0) {
    const next = running.size < atOnce ? ready() : -1;
    if (next === -1) {
      await Promise.race(running);
      continue;
    }
    const [step] = waiting.splice(next, 1);
    const work = runStep(step, results).then((result) => {
      results.set(step.name, result);
      running.delete(work);
      report(step.name, result);
    });
    running.add(work);
  }
  return [...results.values()];
}

async function runStep({ needs, run }, results) {
  const start = Date.now();
  if (needs && results.get(needs).code !== 0) return { code: 1, output: `not run: "${needs}" failed\n`, ms: 0 };
  try {
    return { ...(await run()), ms: Date.now() - start };
  } catch (error) {
    return { code: 1, output: `${error.stack ?? error}\n`, ms: Date.now() - start };
  }
}

import { spawn } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

/** The repository's root; every script works from there, wherever it is called from. */
export const ROOT = fileURLToPath(new URL('..', import.meta.url));

const MIN_NODE = [20, 19];

/** Ends the process with a word on what to do where this Node is too old to run Convener. */
export function requireNode() {
  const [major, minor] = process.versions.node.split('.').map(Number);
  if (major > MIN_NODE[0] || (major === MIN_NODE[0] && minor >= MIN_NODE[1])) return;
  console.error(
    `Convener needs Node.js ${MIN_NODE.join('.')} or newer; this is ${process.versions.node}. Install a newer one and try again.`,
  );
  process.exit(1);
}

/**
 * Runs `node ...args` from the root. Answers the exit code and everything printed. With `show: 'errors'` stderr goes
 * straight to the terminal instead, which is where Jest reports.
 */
export function node(args, { show, env = {} } = {}) {
  return run(process.execPath, args, { show, env });
}

/** Runs npm, the very one that started us where there is one. */
export function npm(args, options = {}) {
  const { npm_execpath: own } = process.env;
  if (own && /npm-cli\.c?js$/.test(own)) return run(process.execPath, [own, ...args], options);
  return run('npm', args, { ...options, shell: process.platform === 'win32' });
}

/** The script behind a command of an installed package, without the shell wrappers that differ between systems. */
export function tool(name, command = name) {
  const folder = join(ROOT, 'node_modules', name);
  const { bin } = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8'));
  return join(folder, typeof bin === 'string' ? bin : bin[command]);
}

function run(command, args, { show, env = {}, shell = false }) {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: ROOT,
      shell,
      env: { ...process.env, ...env },
      stdio: ['ignore', 'pipe', show === 'errors' ? 'inherit' : 'pipe'],
    });
    let output = '';
    const keep = (chunk) => (output += chunk);
    child.stdout?.setEncoding('utf8').on('data', keep);
    child.stderr?.setEncoding('utf8').on('data', keep);
    child.on('error', (error) => resolve({ code: 1, output: `${output}${error.message}\n` }));
    child.on('close', (code, signal) => resolve({ code: code ?? 1, output: signal ? `${output}${signal}\n` : output }));
  });
}

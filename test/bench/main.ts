import { execFileSync } from 'node:child_process';
import { readFileSync, writeFileSync } from 'node:fs';
import { cpus, loadavg, totalmem, type } from 'node:os';
import { join } from 'node:path';
import { type Options, optionsOf, USAGE } from './args';
import { type Run, tableOf } from './report';
import { runOn } from './run';

const ROOT = join(__dirname, '../..');
const PAGE = join(ROOT, 'docs/performance.md');
const FIGURES = /<!-- figures -->[^]*<!-- \/figures -->/;

async function main(): Promise<void> {
  const options = optionsOf(process.argv.slice(2));
  const runs: Run[] = [];
  for (const kind of options.databases) runs.push(await runOn(kind, options, tell));
  const text = `${factsOf(options)}\n\n${tableOf(runs)}`;
  process.stdout.write(`\n${text}\n`);
  if (options.write) write(text);
}

function factsOf({ size, rounds }: Options): string {
  const [processor] = cpus();
  const memory = Math.round(totalmem() / 2 ** 30);
  const facts = [
    new Date().toISOString().slice(0, 10),
    `commit ${commit()}`,
    `${cpus().length} × ${processor?.model.trim() ?? 'processor'}, ${memory} GB, ${type()}, Node ${process.versions.node}`,
    `size ${size}, ${rounds} rounds`,
    `load at the end ${loadavg()
      .map((load) => load.toFixed(1))
      .join(' ')}`,
  ];
  return facts.join(' · ');
}

function commit(): string {
  const git = (...args: string[]) => execFileSync('git', args, { cwd: ROOT, encoding: 'utf8' }).trim();
  try {
    return git('rev-parse', '--short', 'HEAD') + (git('status', '--porcelain') === '' ? '' : ' and changes');
  } catch {
    return 'unknown';
  }
}

function write(text: string): void {
  const page = readFileSync(PAGE, 'utf8');
  if (!FIGURES.test(page)) throw new Error(`${PAGE} has no place for figures`);
  writeFileSync(
    PAGE,
    page.replace(FIGURES, () => `<!-- figures -->\n\n${text}\n\n<!-- /figures -->`),
  );
}

function tell(text: string): void {
  process.stderr.write(`${text}\n`);
}

main().catch((error: unknown) => {
  process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n\n${USAGE}\n`);
  process.exitCode = 1;
});

import { readFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { BackupError, ConfigError, FileStoreAway, FileStoreRefused, seedsFolder } from '@convener/platform';

/** Runs a command; ends with 1 and says why where it is refused, with the stack where the fault is ours. */
export function run(main: () => Promise<void>): void {
  main().catch((error: unknown) => {
    process.exitCode = 1;
    if (error instanceof BackupError) console.error(`${error.text.zh}\n${error.text.en}`);
    else console.error(isForOperators(error) ? error.message : error);
  });
}

/** Says what to mend; a stack would only bury it. */
function isForOperators(error: unknown): error is Error {
  return [ConfigError, FileStoreAway, FileStoreRefused].some((kind) => error instanceof kind);
}

export function say(...lines: string[]): void {
  process.stdout.write(`${lines.join('\n')}\n`);
}

/** The version of this product, from the package.json beside the seeds. */
export function productVersion(): string {
  const text = readFileSync(join(dirname(seedsFolder()), 'package.json'), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}

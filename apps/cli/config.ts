import 'reflect-metadata';
import { ConfigError, describeConfig, loadConfig } from '@convener/platform';

/** `npm run config`: every setting, what it is now, its default and what it is for. Ends with 1 where one is wrong. */
function main(): number {
  const rows = describeConfig(process.env);
  const head = { name: 'Setting', value: 'Now', default: 'Default', doc: 'What for' };
  const columns = ['name', 'value', 'default'] as const;
  const width = (column: (typeof columns)[number]) => Math.max(...[head, ...rows].map((row) => row[column].length));
  const widths = Object.fromEntries(columns.map((column) => [column, width(column)]));
  for (const row of [head, ...rows]) {
    const cells = columns.map((column) => row[column].padEnd(widths[column] ?? 0));
    process.stdout.write(`${[...cells, row.doc].join('  ')}\n`);
  }
  return complain();
}

function complain(): number {
  try {
    loadConfig(process.env);
    return 0;
  } catch (error) {
    if (!(error instanceof ConfigError)) throw error;
    process.stderr.write(`\n${error.message}\n`);
    return 1;
  }
}

process.exitCode = main();

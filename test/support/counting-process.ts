import { createDataSource, Database, dataSourceOptions, loadConfig } from '@convener/platform';
import { countUp, Counter } from './probe-tables';

/** A process of its own that counts up `argv[2]` times and tells its parent how many of those failed. */
async function main(): Promise<void> {
  const dataSource = createDataSource({ ...dataSourceOptions(loadConfig(process.env)), entities: [Counter] });
  await dataSource.initialize();
  const database = new Database(dataSource);
  const failures: string[] = [];
  for (let time = 0; time < Number(process.argv[2]); time += 1) {
    await database.write((em) => countUp(em, 'shared')).catch((error: unknown) => failures.push(String(error)));
  }
  await dataSource.destroy();
  process.send?.({ failures: failures.length, first: failures[0] ?? null });
}

void main();

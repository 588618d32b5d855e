import { createDataSource, dataSourceOptions, loadConfig, migrate, MIGRATIONS } from '@convener/platform';
import { NEXT_MIGRATIONS } from './next-migrations';

/**
 * A process of its own that migrates as the product does when it starts, and tells its parent how many statements that
 * took. With `argv[2]` it kills itself before that statement, as a power cut would.
 */
async function main(killBefore: number): Promise<void> {
  const options = dataSourceOptions(loadConfig(process.env));
  const dataSource = createDataSource({ ...options, migrations: [...MIGRATIONS, ...NEXT_MIGRATIONS] });
  await dataSource.initialize();
  let statements = 0;
  const { driver } = dataSource;
  const create = driver.createQueryRunner.bind(driver);
  driver.createQueryRunner = (mode) => {
    const runner = create(mode);
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    const counted = (...args: unknown[]) => {
      statements += 1;
      if (statements === killBefore) process.kill(process.pid, 'SIGKILL');
      return query(...args);
    };
    return Object.assign(runner, { query: counted });
  };
  await migrate(dataSource);
  await dataSource.destroy();
  process.send?.({ statements });
}

void main(Number(process.argv[2] ?? 0));

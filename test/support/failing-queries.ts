import { type DataSource, QueryFailedError, type QueryRunner } from 'typeorm';

/** Says for a statement of a writing connection whether it fails. Asked once a statement, in the order of their asking. */
type Decision = (sql: string, parameters: readonly unknown[], runner: QueryRunner) => boolean;

/** Lets statements of one data source fail, in the place of their running, as the database itself would refuse them. */
export class FailingQueries {
  /** How many statements failed since the last `failing()`. */
  failed = 0;
  private decide: Decision | null = null;

  constructor(dataSource: DataSource) {
    const { driver } = dataSource;
    const create = driver.createQueryRunner.bind(driver);
    driver.createQueryRunner = (mode) => (mode === 'slave' ? create(mode) : this.watch(create(mode)));
  }

  /** What undoes a transaction never fails: then nobody could. */
  async failing<T>(decide: Decision, work: () => Promise<T>): Promise<T> {
    this.failed = 0;
    this.decide = decide;
    try {
      return await work();
    } finally {
      this.decide = null;
    }
  }

  /** Lets the nth statement that writing connections run fail. Zero lets none fail. */
  nth<T>(n: number, work: () => Promise<T>): Promise<T> {
    let seen = 0;
    return this.failing(() => (seen += 1) === n, work);
  }

  /** How many statements the work runs up to its first COMMIT, which fails: so it can be asked for again. */
  async count(work: () => Promise<unknown>): Promise<number> {
    let seen = 0;
    await this.failing((sql) => {
      if (this.failed === 0) seen += 1;
      return sql === 'COMMIT' && this.failed === 0;
    }, work);
    return seen;
  }

  private watch(runner: QueryRunner): QueryRunner {
    const query = runner.query.bind(runner) as (...args: unknown[]) => Promise<unknown>;
    const watched = async (sql: string, parameters: unknown[] = [], ...rest: unknown[]): Promise<unknown> => {
      if (sql !== 'ROLLBACK' && this.decide?.(sql, parameters, runner)) {
        this.failed += 1;
        throw new QueryFailedError(sql, [], new Error('by order of the drill'));
      }
      return query(sql, parameters, ...rest);
    };
    return Object.assign(runner, { query: watched });
  }
}

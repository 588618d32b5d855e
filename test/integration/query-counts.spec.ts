import { ok } from '../support/app';
import { databaseKinds } from '../support/database';
import { type Statement, StatementLog } from '../support/statements';
import { type CountedRequest, READS, WRITES } from './query.requests';
import { QueryWorld } from './query.world';

/** Requests whose statements still grow with the data. Taken off the list as soon as one of them no longer does. */
const STILL_GROWING: readonly string[] = [];

const REQUESTS = [...READS, ...WRITES];

describe.each(databaseKinds())('the statements of a request on $name', (database) => {
  let log: StatementLog;
  let world: QueryWorld;
  const before = new Map<string, Statement[]>();
  const after = new Map<string, Statement[]>();

  beforeAll(async () => {
    log = new StatementLog();
    world = await QueryWorld.open(database);
    for (const request of REQUESTS) before.set(request.name, await statementsOf(request));
    await world.grow();
    for (const request of REQUESTS) after.set(request.name, await statementsOf(request));
  });
  afterAll(async () => {
    log.stop();
    await world.close();
  });

  async function statementsOf({ name, make }: CountedRequest): Promise<Statement[]> {
    const { as, path, body, headers } = await make(world);
    const method = name.split(' ')[0] as 'GET';
    const { answer, statements } = await log.during(() => as.send(method, path, body, headers));
    if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return statements;
  }

  it('print', async () => {
    for (const { name, most } of REQUESTS)
      process.stderr.write(`${name}: ${before.get(name)!.length} ${after.get(name)!.length} ${most}\n`);
  });
});

import { databaseKinds } from '../support/database';
import { type Statement, StatementLog } from '../support/statements';
import { type CountedRequest, READS, WRITES } from './query.requests';
import { QueryWorld } from './query.world';

/** Requests that still send a statement a row, and for what. Off the list with whichever no longer does. */
const STILL_GROWING: Readonly<Record<string, string>> = {
  'GET /api/projects/{id}/evidence-pack': 'one list after the other, while it is written',
  'POST /api/projects/{id}/closing-report/chapters/{key}/looked-through':
    'reads the project thrice, and names and lists only where there are any',
};

/**
 * Names are looked up only where there are any, reminders planned only where one is missing, and the use of a session is
 * noted every few minutes (three statements). A statement a row would be more.
 */
const SLACK = 5;

/** How many projects more. */
const PROJECTS = 12;

const REQUESTS = [...READS, ...WRITES];

describe.each(databaseKinds())('the statements of a request on $name', (database) => {
  let log: StatementLog;
  let world: QueryWorld;
  let little: Map<string, number>;
  let much: Map<string, number>;

  beforeAll(async () => {
    log = new StatementLog();
    world = await QueryWorld.open(database);
    little = await counted();
    await world.grow(PROJECTS);
    much = await counted();
  }, 300_000);
  afterAll(async () => {
    log.stop();
    await world.close();
  });

  async function counted(): Promise<Map<string, number>> {
    const counts = new Map<string, number>();
    for (const request of REQUESTS) counts.set(request.name, (await statementsOf(request)).length);
    return counts;
  }

  async function statementsOf({ name, make }: CountedRequest): Promise<Statement[]> {
    const { as, path, body, headers } = await make(world);
    const method = name.split(' ')[0] as 'GET';
    const { answer, statements } = await log.during(() => as.send(method, path, body, headers));
    if (answer.status >= 300) throw new Error(`${name}: ${answer.status} ${JSON.stringify(answer.body)}`);
    return statements;
  }

  const grows = ({ name }: CountedRequest) => much.get(name)! > little.get(name)! + SLACK;
  const told = ({ name, most }: CountedRequest) =>
    `${name}: ${little.get(name)}, then ${much.get(name)}, at most ${most}`;

  it('are counted for every route that reads', async () => {
    const { body } = await world.cast.manager.client.get<{ paths: Record<string, object> }>('/api/openapi.json');
    const routes = Object.entries(body.paths).flatMap(([path, methods]) => ('get' in methods ? [`GET ${path}`] : []));
    const asked = new Set(REQUESTS.map(({ name }) => name.split(' · ')[0]));
    expect(routes.filter((route) => !asked.has(route))).toEqual([]);
  });

  it('stay under the bound of the request', () => {
    const over = ({ name, most }: CountedRequest) =>
      little.get(name)! > most || (!(name in STILL_GROWING) && much.get(name)! > most);
    expect(REQUESTS.filter(over).map(told)).toEqual([]);
  });

  it('are as many with several times the work, people, evidence, messages and projects', () => {
    expect(REQUESTS.filter((request) => grows(request) && !(request.name in STILL_GROWING)).map(told)).toEqual([]);
  });

  it('still grow where that is known, and nowhere else is listed as if they did', () => {
    const known = REQUESTS.filter(({ name }) => name in STILL_GROWING);
    expect(known.map(({ name }) => name).sort()).toEqual(Object.keys(STILL_GROWING).sort());
    expect(known.filter((request) => !grows(request)).map(told)).toEqual([]);
  });
});

import fc from 'fast-check';
import { type FuzzedRequest, requestsOf } from '../support/arbitraries';
import { databaseKinds } from '../support/database';
import { Contract, type Operation, operationsOf, readDocument, type Schema } from '../support/openapi';
import { nameOf } from '../support/router';
import { FuzzWorld } from './fuzz.world';

const DRILL = process.env.DRILL === 'full';
/** Cases of each operation. */
const CASES = DRILL ? 500 : 25;
/** The same cases each time in `npm test`, others in each drill; `FUZZ_SEED` brings a failure back. */
const SEED = process.env.FUZZ_SEED ? Number(process.env.FUZZ_SEED) : DRILL ? Date.now() % 2 ** 31 : 20_280_612;
const METHODS = ['GET', 'POST', 'PUT', 'PATCH', 'DELETE', 'OPTIONS'];
/**
 * No case of these succeeds: nothing can be set up twice, a whole template, file, digest or the key of a document is not hit
 * upon by chance, no version is newer than the one that the project has, few answers are shown to nobody, only what is a
 * finding can be learnt from, and only the last delay of a day is undone.
 */
const NEVER_GOOD = new Set([
  'POST /api/setup',
  'PUT /api/house-templates/{id}/draft',
  'POST /api/projects/{id}/closing-report/chapters/{key}/looked-through',
  'POST /api/projects/{id}/template-update',
  'POST /api/projects/{id}/documents',
  'POST /api/projects/{id}/documents/preview',
  'GET /api/documents/{id}/file',
  'POST /api/run-sheet-delays/{id}/undo',
  'POST /api/register-rows/{id}/lesson',
  'GET /api/surveys/{id}/results/file',
  'POST /api/survey/{token}',
  'POST /api/calendars/read',
  'POST /api/deliverables/{id}/files',
  'POST /api/register-rows/{id}/files',
  'POST /api/letter-templates',
  'POST /api/registers/{id}/import',
  'POST /api/registers/{id}/import/preview',
]);

const document = readDocument();
const operations = operationsOf(document);
const nameIn = ({ method, path }: Operation) => `${method} ${path}`;

describe.each(databaseKinds())('any request whatever on $name', (database) => {
  let world: FuzzWorld;
  const contract = new Contract(document);
  const good = new Set<string>();
  const counted = { cases: 0, accepted: 0 };
  beforeAll(async () => {
    world = await FuzzWorld.open(database);
  });
  afterAll(async () => {
    const { cases, accepted } = counted;
    process.stdout.write(
      `fuzz on ${database.name}: ${operations.length} operations, ${cases} cases (${accepted} accepted), seed ${SEED}\n`,
    );
    await world.app.close();
  });

  it('finds no route that the document hides, and none that it only promises', () => {
    const served = world.app.routes.filter(({ path }) => !/^\/api\/(docs|openapi\.json)|^\/metrics$/.test(path));
    // Fastify makes a HEAD for every GET, which OpenAPI needs not tell.
    const routes = new Set(served.map((route) => nameOf(route).replace(/^HEAD /, 'GET ')));
    expect(operations.map((operation) => nameIn(operation).replace(/\{(\w+)\}/g, ':$1')).sort()).toEqual(
      [...routes].sort(),
    );
  });

  const cases = operations.map((operation): [string, Operation] => [nameIn(operation), operation]);
  it.each(cases)(
    '%s answers as the document says',
    async (name, operation) => {
      const requests = fc.tuple(fc.nat(6), requestsOf(document, operation));
      const ask = async ([caller, fuzzed]: [number, FuzzedRequest]) => {
        await world.forget();
        const answer = await world.send(caller, operation.method, fuzzed);
        counted.cases += 1;
        expect(faultsOf(operation, fuzzed, answer)).toEqual([]);
        if (answer.statusCode >= 300) return;
        counted.accepted += 1;
        good.add(name);
      };
      await fc.assert(fc.asyncProperty(requests, ask), { numRuns: CASES, seed: SEED });
      // Refusals alone would say little: goes on until one request has come through.
      const more = fc.sample(requests, { numRuns: 500, seed: SEED + 1 })[Symbol.iterator]();
      for (let next = more.next(); !next.done && !good.has(name) && !NEVER_GOOD.has(name); next = more.next())
        await ask(next.value);
      expect(good.has(name) || NEVER_GOOD.has(name)).toBe(true);
    },
    DRILL ? 600_000 : 60_000,
  );

  it.each(['/api/%ff', '/api/projects/%zz', '/%'])(
    'answers the unreadable address %s like any refusal',
    async (path) => {
      const answer = await world.send(0, 'GET', { path, headers: {}, payload: undefined });
      expect(answer.statusCode).toBe(400);
      expect(problemFaults(answer)).toEqual([]);
      expect(answer.headers).toMatchObject({
        'x-content-type-options': 'nosniff',
        'cache-control': 'no-store',
        'content-security-policy': expect.stringContaining("frame-ancestors 'none'"),
      });
    },
  );

  it('refuses text that no column can hold in every field, and in names of fields', async () => {
    const taking = operations.filter(({ body }) => body);
    for (const operation of taking) {
      const { properties = {} } = propertiesOf(operation.body!);
      const path = operation.path.replace(/\{token\}/, '@tokens:0').replace(/\{\w+\}/g, '@projects:0');
      for (const text of ['a\u0000', '\udfffx'])
        for (const given of [...Object.keys(properties).map((name) => ({ [name]: text })), { [text]: 1 }]) {
          const fuzzed = { path, headers: { 'content-type': 'application/json' }, payload: JSON.stringify(given) };
          const answer = await world.send(0, operation.method, fuzzed);
          const about = [nameIn(operation), fuzzed.payload];
          expect([...about, ...faultsOf(operation, fuzzed, answer)]).toEqual(about);
          expect([...about, answer.statusCode >= 400]).toEqual([...about, true]);
        }
    }
  });

  it('answers methods that a path does not have as it does unknown paths', async () => {
    for (const path of Object.keys(document.paths)) {
      const url = path.replace(/\{\w+\}/g, '01a1fee5-44e4-76b8-abad-db027b473b65');
      for (const method of METHODS.filter(
        (each) => !operations.some((one) => one.path === path && one.method === each),
      )) {
        if (operations.some((one) => one.method === method && fits(one.path, url))) continue;
        const answer = await world.send(0, method, { path: url, headers: {}, payload: undefined });
        expect([method, path, answer.statusCode]).toEqual([method, path, 404]);
        expect(problemFaults(answer)).toEqual([]);
      }
    }
  });

  type Answer = Awaited<ReturnType<FuzzWorld['send']>>;

  /** Everything that is wrong with an answer. */
  function faultsOf(operation: Operation, { payload }: FuzzedRequest, answer: Answer): string[] {
    const { statusCode: status } = answer;
    if (status >= 500) return [`${status} ${answer.body}`];
    if ('admin' in {}) return ['Object.prototype has been polluted'];
    const type = answer.headers['content-type']?.toString();
    const fault = contract.answerFaults(operation, { status, type, body: parsed(answer.body) });
    const faults = fault === null ? [] : [`${status}: ${fault}: ${answer.body.slice(0, 500)}`];
    if (status >= 400) return [...faults, ...problemFaults(answer)];
    if (!operation.body || payload === undefined) return faults;
    // Whoever reads the document must be able to trust it: what it forbids is never accepted.
    const sent = parsed(trimmed(world.resolve(payload)));
    const refused = contract.faults(operation.body, sent === '' ? {} : sent);
    return refused === null ? faults : [...faults, `accepted ${status} although ${refused}: ${payload}`];
  }

  function problemFaults({ statusCode, headers, body }: Answer): string[] {
    const problem = parsed(body) as Record<string, unknown>;
    const said = {
      type: String(headers['content-type']).startsWith('application/problem+json'),
      schema: contract.faults({ $ref: '#/components/schemas/Problem' }, problem),
      status: problem.status === statusCode,
      zh: /[\u4e00-\u9fff]/.test(String(problem.title)),
      en: /^[\x20-\x7e’“”…]+$/.test(String(problem.titleEn)),
      requestId: problem.requestId === headers['x-request-id'],
    };
    const right = said.type && said.schema === null && said.status && said.zh && said.en && said.requestId;
    return right ? [] : [`${JSON.stringify(said)}: ${body.slice(0, 500)}`];
  }
});

function propertiesOf({ $ref, ...schema }: Schema): Schema {
  return $ref ? document.components.schemas[$ref.split('/').at(-1)!]! : schema;
}

/** Whether an address is one of a path's: `/api/projects/preview` is also a `/api/projects/{id}`. */
function fits(path: string, url: string): boolean {
  return new RegExp(`^${path.replace(/\{\w+\}/g, '[^/]+')}$`).test(url);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text) as unknown;
  } catch {
    return text;
  }
}

/** The server trims text before it counts. */
function trimmed(payload: string): string {
  try {
    const value: unknown = JSON.parse(payload, (_key, entry: unknown) =>
      typeof entry === 'string' ? entry.trim() : entry,
    );
    return JSON.stringify(value);
  } catch {
    return payload;
  }
}

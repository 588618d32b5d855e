import fc, { type Arbitrary } from 'fast-check';
import { HINTS, KINDS, named } from './arbitraries.hints';
import type { ApiDocument, Operation, Parameter, Schema } from './openapi';

/** One request as it goes out; `@items:3` in it stands for the fourth of the work items that there are. */
export interface FuzzedRequest {
  path: string;
  headers: Record<string, string>;
  payload: string | undefined;
}

const DAYS = fc.constantFrom('2028-05-01', '2028-05-20', '2028-06-01', '2026-02-28');
const LINKS = fc.constantFrom('https://example.test/a?b=c#d', 'http://例子.測試/路徑', 'HTTPS://[::1]:8443/a b');
const WORDS = [
  ...['議程草案', '會展 2028', '📣🎪👩🏽‍💻', 'مرحبا بالعالم', '\u202eabc\u202c', 'Zoë’s list', "'; DROP TABLE people; --"],
  ...['<b onclick=alert(1)>x</b>', '${7*7}{{7*7}}', '%s%n%x', '../../etc/passwd', 'null', '0', '100%', '_', '\\'],
];
/** Text that is as good as any other. */
const GOOD_TEXT = fc.constantFrom(...WORDS);
/** Text that breaks careless code. */
const BAD_TEXT = fc.oneof(
  fc.constantFrom('', ' ', '\u0000', 'a\u0000b', '\ud800', 'x\udfff', '\u0007', '\u2028', '\ufeff', 'a\nb', '\u200b'),
  fc.constantFrom('x'.repeat(301), '會'.repeat(5001), '😀'.repeat(1001), '9'.repeat(400)),
  fc.string({ unit: 'binary' }),
);
const NAMES_OF_EVERY_OBJECT = [
  '__proto__',
  'constructor',
  'toString',
  'hasOwnProperty',
  'valueOf',
  'then',
  'length',
  '',
];
const deep = (depth: number): unknown => (depth === 0 ? 1 : { a: [deep(depth - 1)] });
/** A value of any kind but the right one. */
const JUNK: Arbitrary<unknown> = fc.oneof(
  fc.constantFrom<unknown>(null, true, false, 0, -1, 1e308, 2 ** 53, -0.5, [], {}, [null], [[]], deep(9), deep(200)),
  BAD_TEXT,
  GOOD_TEXT,
  fc.jsonValue(),
);

/** Requests of one operation: most of them good or nearly so, since what is refused at the door tests only the door. */
export function requestsOf(document: ApiDocument, operation: Operation): Arbitrary<FuzzedRequest> {
  const { parameters = [], path, method, body } = operation;
  const inPath = parameters.filter((parameter) => parameter.in === 'path');
  const values = fc.record(
    Object.fromEntries(inPath.map((parameter) => [parameter.name, pathValue(path, parameter)])),
  ) as Arbitrary<Record<string, string>>;
  const query = parameters.filter((parameter) => parameter.in === 'query');
  const url = fc
    .tuple(values, queryOf(document, query))
    .map(([found, asked]) => path.replace(/\{(\w+)\}/g, (_whole, name: string) => found[name]!) + asked);
  const payload = body
    ? payloadOf(document, body)
    : often(fc.constant(undefined), fc.constantFrom('', '{}', '[]', 'x'));
  const headers = headersOf(document, operation);
  const without = method === 'GET' || method === 'DELETE';
  return fc.record({ path: url, headers, payload: without ? fc.constant(undefined) : payload }).map(withType);
}

/** `usual` in nine of ten. */
function often<T>(usual: Arbitrary<T>, odd: Arbitrary<T>): Arbitrary<T> {
  return fc.oneof({ weight: 9, arbitrary: usual }, { weight: 1, arbitrary: odd });
}

function pathValue(path: string, { name, schema }: Parameter): Arbitrary<string> {
  const before = path.split('/').at(path.split('/').indexOf(`{${name}}`) - 1)!;
  const kind = schema.format === 'uuid' ? KINDS[before] : undefined;
  const good = kind ? named(kind) : (HINTS.find(([pattern]) => pattern.test(name))?.[1] as Arbitrary<string>);
  const odd = fc.oneof(
    fc.constantFrom('x', '..', '%00', '%ff', '%', '.%2e', "'", '01a1fee5-44e4-76b8-abad-db027b473b65', 'constructor'),
    fc.oneof(GOOD_TEXT, fc.string({ minLength: 1 })).map(encodeURIComponent),
  );
  return often(good ?? odd, odd);
}

function queryOf(document: ApiDocument, parameters: Parameter[]): Arbitrary<string> {
  const pairs = parameters.map(({ name, schema }) =>
    fc
      .option(often(valid(document, schema, name).map(String), fc.oneof(GOOD_TEXT, fc.string())), { nil: undefined })
      .map((value) => (value === undefined ? [] : [`${name}=${encodeWell(value)}`])),
  );
  const odd = fc.constantFrom<string[]>(
    ['x=1'],
    ['toString=1'],
    ['limit=1', 'limit=2'],
    ['cursor=%'],
    ['__proto__[a]=1'],
    ['&&=&'],
  );
  return fc
    .tuple(fc.tuple(...pairs), often(fc.constant<string[]>([]), odd))
    .map(([given, more]) => [...given.flat(), ...more].join('&'))
    .map((text) => (text === '' ? '' : `?${text}`));
}

/** A lone surrogate has no place in an address at all. */
function encodeWell(text: string): string {
  return encodeURIComponent(text.replace(/\p{Cs}/gu, '\ufffd')).replace(/%40(\w+)%3A/g, '@$1:');
}

function payloadOf(document: ApiDocument, schema: Schema): Arbitrary<string | undefined> {
  const good = valid(document, schema, '');
  const near = fc
    .tuple(good, fc.constantFrom('drop', 'spoil', 'add'), fc.nat(50), JUNK, fc.constantFrom(...NAMES_OF_EVERY_OBJECT))
    .map(([value, how, at, junk, extra]) => spoilt(value, how, at, junk, extra));
  const written = fc.oneof(
    { weight: 12, arbitrary: good },
    { weight: 11, arbitrary: near },
    { weight: 1, arbitrary: JUNK },
  );
  const raw = fc.constantFrom('', '{', '{"a":', 'undefined', '{"__proto__":{"admin":true}}', '[[[[', '\u0000', '"x"');
  return fc.oneof(
    { weight: 15, arbitrary: written.map((value) => JSON.stringify(value)) },
    { weight: 1, arbitrary: raw },
  );
}

/** One member of an object (or of an object in it) dropped, replaced by something else, or one too many. */
function spoilt(value: unknown, how: string, at: number, junk: unknown, extra: string): unknown {
  if (typeof value !== 'object' || value === null) return junk;
  const entries = Object.entries(value);
  const chosen = entries[at % Math.max(entries.length, 1)];
  if (how === 'add' || !chosen) return Object.fromEntries([...entries, [extra, junk]]);
  const [name, inner] = chosen;
  if (how === 'drop') return Object.fromEntries(entries.filter(([key]) => key !== name));
  const inside = typeof inner === 'object' && inner !== null && at % 2 === 1;
  const replaced = inside ? spoilt(inner, 'add', at, junk, extra) : junk;
  return Object.fromEntries(entries.map(([key, entry]) => [key, key === name ? replaced : entry]));
}

function headersOf(document: ApiDocument, { parameters = [] }: Operation): Arbitrary<Record<string, string>> {
  const documented = parameters
    .filter((parameter) => parameter.in === 'header')
    .map(({ name, schema }) => [name.toLowerCase(), valid(document, schema, name).map(headerText)] as const);
  const odd = fc.constantFrom(
    '"0"',
    '"999999999"',
    'W/"1"',
    '"1", "2"',
    'x',
    '""',
    '*',
    '"-1"',
    '"1e9"',
    'x'.repeat(300),
  );
  const extra = often(
    fc.record({ 'if-match': often(fc.constantFrom('"1"', '"2"'), odd), 'idempotency-key': often(fc.uuid(), odd) }),
    fc.constant({}),
  );
  const type = fc.constantFrom(
    'text/plain',
    'multipart/form-data; boundary=x',
    'application/xml',
    'application/json; x',
  );
  return fc
    .tuple(
      extra,
      fc.record(Object.fromEntries(documented)),
      often(fc.constant({}), fc.record({ 'content-type': type })),
    )
    .map((parts) => Object.assign({}, ...parts) as Record<string, string>);
}

/** What a header can carry. */
function headerText(value: unknown): string {
  return String(value).replace(/[^\x20-\x7e]/g, '?');
}

function withType(request: FuzzedRequest): FuzzedRequest {
  if (request.payload === undefined) return { ...request, headers: without(request.headers) };
  return { ...request, headers: { 'content-type': 'application/json', ...request.headers } };
}

function without({ 'content-type': _type, ...headers }: Record<string, string>): Record<string, string> {
  return headers;
}

/** A value that the schema allows. */
function valid(document: ApiDocument, schema: Schema, name: string): Arbitrary<unknown> {
  const { $ref, allOf, oneOf, nullable, ...rest } = schema;
  const reference = $ref ?? allOf?.[0]?.$ref;
  if (reference) return valid(document, document.components.schemas[reference.split('/').at(-1)!]!, name);
  if (oneOf) return fc.oneof(...oneOf.map((one) => valid(document, one, name)));
  const value = ofType(document, rest, name);
  return nullable ? often(value, fc.constant(null)) : value;
}

function ofType(document: ApiDocument, schema: Schema, name: string): Arbitrary<unknown> {
  if (schema.enum) return fc.constantFrom(...schema.enum);
  const hint = HINTS.find(([pattern]) => pattern.test(name))?.[1];
  switch (schema.type) {
    case 'array':
      return fc.array(valid(document, schema.items ?? {}, name), { maxLength: 3 });
    case 'object':
      return hint && !schema.properties ? hint : objectOf(document, schema);
    case 'boolean':
      return fc.boolean();
    case 'integer':
    case 'number':
      return fc.integer({ min: schema.minimum ?? -5, max: schema.maximum ?? 50 });
    default:
      return hint ?? textOf(schema);
  }
}

function objectOf(document: ApiDocument, { properties = {}, required = [] }: Schema): Arbitrary<unknown> {
  const members = Object.fromEntries(
    Object.entries(properties).map(([name, schema]) => [name, valid(document, schema, name)]),
  );
  const optional = Object.keys(members).filter((name) => !required.includes(name));
  const few = fc
    .subarray(optional, { maxLength: Math.min(3, optional.length) })
    .chain((chosen) => fc.record(Object.fromEntries([...required, ...chosen].map((name) => [name, members[name]!]))));
  // A few changes at once mostly get along; all of them hardly ever do.
  return fc.oneof(
    { weight: 3, arbitrary: few },
    { weight: 1, arbitrary: fc.record(members, { requiredKeys: required }) },
  );
}

function textOf({ format, pattern, minLength = 0, maxLength = 200 }: Schema): Arbitrary<string> {
  if (format === 'uuid') return fc.oneof(named('items'), named('teams'), named('people'), fc.uuid());
  if (format === 'date') return DAYS;

  if (format === 'email') return fc.constant('somebody@example.test');
  if (pattern?.includes('[hH][tT][tT][pP]')) return LINKS;
  if (pattern !== undefined) return fc.stringMatching(new RegExp(pattern));
  const longest = fc.constantFrom('會'.repeat(maxLength), '😀'.repeat(maxLength), 'x'.repeat(Math.max(1, minLength)));
  return fc.oneof({ weight: 8, arbitrary: GOOD_TEXT }, { weight: 1, arbitrary: longest });
}

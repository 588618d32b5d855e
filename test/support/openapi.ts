import { execFileSync } from 'node:child_process';
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';
import Ajv, { type ValidateFunction } from 'ajv';
import addFormats from 'ajv-formats';

const ROOT = join(__dirname, '..', '..');
const FILE = join(ROOT, 'dist/openapi.json');

/** As much of OpenAPI 3.0 as our document uses. */
export interface Schema {
  $ref?: string;
  type?: string;
  nullable?: boolean;
  enum?: unknown[];
  format?: string;
  pattern?: string;
  minLength?: number;
  maxLength?: number;
  minimum?: number;
  maximum?: number;
  maxItems?: number;
  items?: Schema;
  properties?: Record<string, Schema>;
  required?: string[];
  additionalProperties?: boolean | Schema;
  allOf?: Schema[];
  oneOf?: Schema[];
}

export interface Parameter {
  name: string;
  in: 'path' | 'query' | 'header';
  required?: boolean;
  schema: Schema;
}

type Content = Record<string, { schema: Schema }>;

interface DocumentedOperation {
  parameters?: Parameter[];
  requestBody?: { content: Content };
  responses: Record<string, { content?: Content }>;
}

export interface Operation extends DocumentedOperation {
  method: string;
  /** As the document writes it: `/api/projects/{id}`. */
  path: string;
  body: Schema | null;
}

export interface ApiDocument {
  paths: Record<string, Record<string, DocumentedOperation>>;
  components: { schemas: Record<string, Schema> };
}

/**
 * The document of this code. It is complete only from the build, where the compiler's plugin has read the types: made
 * anew where a source is younger than it.
 */
export function readDocument(): ApiDocument {
  if (!existsSync(FILE) || youngest(['apps/api', 'libs']) > statSync(FILE).mtimeMs) {
    execFileSync(process.execPath, ['scripts/built.mjs', 'dist/apps/api/openapi.js'], { cwd: ROOT, stdio: 'pipe' });
  }
  return JSON.parse(readFileSync(FILE, 'utf8')) as ApiDocument;
}

export function operationsOf({ paths }: ApiDocument): Operation[] {
  return Object.entries(paths).flatMap(([path, methods]) =>
    Object.entries(methods).map(([method, operation]) => ({
      ...operation,
      method: method.toUpperCase(),
      path,
      body: operation.requestBody?.content['application/json']?.schema ?? null,
    })),
  );
}

/** Holds requests and answers against the document, which is read strictly: what it does not name may not be there. */
export class Contract {
  private readonly ajv = addFormats(new Ajv({ strict: false, allErrors: true }));
  private readonly compiled = new Map<Schema, ValidateFunction>();

  constructor(document: ApiDocument) {
    const schemas = Object.fromEntries(
      Object.entries(document.components.schemas).map(([name, schema]) => [
        name,
        // "Some types have further members": the only open door that the document leaves.
        strict(schema, name === 'Problem'),
      ]),
    );
    this.ajv.addSchema({ $id: 'api', components: { schemas } });
  }

  /** What is wrong with a value; null where it is as documented. */
  faults(schema: Schema, value: unknown): string | null {
    const validate = this.compiled.get(schema) ?? this.ajv.compile(strict(schema));
    this.compiled.set(schema, validate);
    return validate(value) ? null : this.ajv.errorsText(validate.errors);
  }

  /** What is wrong with an answer; null where it is as documented. */
  answerFaults(
    { responses }: Operation,
    answer: { status: number; type: string | undefined; body: unknown },
  ): string | null {
    const documented = responses[answer.status] ?? (answer.status >= 400 ? responses.default : undefined);
    if (!documented) return `status ${answer.status} is not documented`;
    const offered = Object.entries(documented.content ?? {});
    if (offered.length === 0) return answer.body === '' ? null : 'a body where none is documented';
    // A file is of whatever type it is.
    const found = offered.find(([type]) => type === '*/*' || type === answer.type?.split(';')[0]);
    if (!found) return `content type ${answer.type} instead of ${offered.map(([type]) => type).join(' or ')}`;
    return this.faults(found[1].schema, answer.body);
  }
}

/** The same in JSON Schema: `nullable` becomes null beside it, and objects hold only what is named. */
function strict(schema: Schema, open = false): object {
  const { nullable, $ref, allOf, oneOf, items, properties, additionalProperties, ...rest } = schema;
  const reference = $ref ?? allOf?.[0]?.$ref;
  const plain = reference
    ? { $ref: reference.replace('#/', 'api#/') }
    : {
        ...rest,
        ...(oneOf && { oneOf: oneOf.map((one) => strict(one)) }),
        ...(items && { items: strict(items) }),
        ...(properties && { properties: mapped(properties) }),
        ...(rest.type === 'object' && {
          additionalProperties:
            typeof additionalProperties === 'object' ? strict(additionalProperties) : (additionalProperties ?? open),
        }),
      };
  return nullable ? { anyOf: [{ type: 'null' }, plain] } : plain;
}

function mapped(properties: Record<string, Schema>): Record<string, object> {
  return Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, strict(schema)]));
}

/** Instant of the youngest source below these folders. */
function youngest(folders: string[]): number {
  const ages = folders.flatMap((folder) =>
    readdirSync(join(ROOT, folder), { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile() && /(?<!\.spec)\.ts$/.test(entry.name) && !entry.parentPath.includes('/web/'))
      .map((entry) => statSync(join(entry.parentPath, entry.name)).mtimeMs),
  );
  return Math.max(...ages);
}

import { type ApiDocument, operationsOf, type Schema } from '../support/openapi';

/** These are never shown to anybody. */
const SECRETS = /\/(password|current|next|token)$/;
/**
 * These name something that the server knows: any other text is refused, which fuzz.spec.ts sees to. The place of a meeting
 * or of a cue is any text.
 */
const NAMES =
  /\/(template|zone|team|(?<!record-entries(?:\/\{id\})? \/|run-sheet-cues\/\{id\} \/|\/cues\/\*\/)place|standards\/\*|rule|startRule|dueRule|keep\/\*|move\/\*|key|untilAnchor|receipt)$/;

/** These look for something, and are kept nowhere. */
const LOOKS_FOR = /\/filter\/(q|workflow|standard)$|\/personal-data\/search \/text$/;

/** Every place where a request takes text of people's own: `POST /api/projects /name`. */
export function textFieldsOf(document: ApiDocument): string[] {
  return operationsOf(document)
    .flatMap(({ method, path, body }) =>
      (body ? pointersIn(document, body, '') : []).map((pointer) => `${method} ${path} ${pointer}`),
    )
    .filter((field) => !SECRETS.test(field) && !NAMES.test(field) && !LOOKS_FOR.test(field))
    .sort();
}

function pointersIn(document: ApiDocument, schema: Schema, pointer: string): string[] {
  const reference = schema.$ref ?? schema.allOf?.[0]?.$ref;
  if (reference) return pointersIn(document, document.components.schemas[reference.split('/').at(-1)!]!, pointer);
  if (schema.type === 'string') return schema.enum || schema.format || schema.pattern ? [] : [pointer];
  if (schema.type === 'array') return pointersIn(document, schema.items ?? {}, `${pointer}/*`);
  return Object.entries(schema.properties ?? {}).flatMap(([name, inner]) =>
    pointersIn(document, inner, `${pointer}/${name}`),
  );
}

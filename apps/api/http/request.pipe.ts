import { badRequest, type CallerError, type FieldProblem } from '@convener/kernel';
import { type ArgumentMetadata, Injectable, ValidationPipe } from '@nestjs/common';
import { getMetadataStorage, type ValidationError } from 'class-validator';
import { CONSTRAINT_TEXTS, REQUIRED, UNKNOWN } from './validation-texts';

const DEEPEST = 20;

/** Validates what comes from outside and says in both languages, field by field, what is wrong with it. */
@Injectable()
export class RequestPipe extends ValidationPipe {
  constructor() {
    super({
      whitelist: true,
      forbidNonWhitelisted: true,
      transform: true,
      validationError: { target: true, value: true },
      exceptionFactory: (errors) => validationProblem(errors.flatMap((error) => fieldProblems(error, ''))),
    });
  }

  override async transform(value: unknown, metadata: ArgumentMetadata): Promise<unknown> {
    if (metadata.type === 'custom') return value;
    const unusable = findUnusable(value, '', 0);
    if (unusable) throw validationProblem([unusable]);
    if (metadata.type === 'body' && !isObjectOrNothing(value)) throw validationProblem([NO_OBJECT]);
    return super.transform(value, metadata) as Promise<unknown>;
  }
}

const NO_OBJECT: FieldProblem = {
  pointer: '',
  zh: '內容應該是一個 JSON 物件。',
  en: 'The body must be a JSON object.',
};

export function validationProblem(fields: FieldProblem[]): CallerError {
  return badRequest('validation', { zh: '有欄位填得不正確。', en: 'Some fields are not right.' }, fields);
}

function isObjectOrNothing(value: unknown): boolean {
  return value === undefined || (typeof value === 'object' && value !== null && !Array.isArray(value));
}

function fieldProblems(error: ValidationError, parent: string): FieldProblem[] {
  const pointer = `${parent}/${escaped(error.property)}`;
  const own = Object.entries(error.constraints ?? {}).slice(0, 1);
  const problems = own.map(([name, message]) => ({ pointer, ...say(error, name, message) }));
  return [...problems, ...(error.children ?? []).flatMap((child) => fieldProblems(child, pointer))];
}

function say(error: ValidationError, name: string, message: string) {
  if (error.value === undefined && name !== 'whitelistValidation') return REQUIRED;
  return CONSTRAINT_TEXTS[name]?.(argsOf(error, name), error.value) ?? { zh: '內容不正確。', en: message };
}

/** The decorator's own arguments, which class-validator keeps in its metadata but not in the error. */
function argsOf({ target, property }: ValidationError, name: string): unknown[] {
  if (!target) return [];
  const rules = getMetadataStorage().getTargetValidationMetadatas(target.constructor, '', false, false);
  return rules.find((rule) => rule.propertyName === property && rule.name === name)?.constraints ?? [];
}

/**
 * Text that no column can hold (NUL, or a lone surrogate, on which the e-mail rule breaks as well), nesting that no body of ours has, and names that every object has by itself: those
 * class-transformer would drop without a word. Looked for before anything walks it.
 */
function findUnusable(value: unknown, pointer: string, depth: number): FieldProblem | null {
  if (typeof value === 'string') return unusableText(value, pointer);
  if (typeof value !== 'object' || value === null) return null;
  if (depth >= DEEPEST) return { pointer, ...TOO_DEEP };
  for (const [key, entry] of Object.entries(value)) {
    const at = `${pointer}/${escaped(key)}`;
    const named = unusableText(key, pointer);
    if (named) return named;
    if (key in Object.prototype) return { pointer: at, ...UNKNOWN };
    const found = findUnusable(entry, at, depth + 1);
    if (found) return found;
  }
  return null;
}

function unusableText(text: string, pointer: string): FieldProblem | null {
  if (text.includes('\u0000')) return { pointer, ...NUL };
  return /\p{Cs}/u.test(text) ? { pointer, ...HALF } : null;
}

const HALF = { zh: '含有不完整的字元。', en: 'Holds half of a character.' };
const NUL = { zh: '含有不能使用的字元。', en: 'Holds a NUL character.' };
const TOO_DEEP = { zh: '層次太深。', en: 'Nested too deeply.' };

/** RFC 6901. */
function escaped(key: string): string {
  return key.replaceAll('~', '~0').replaceAll('/', '~1');
}

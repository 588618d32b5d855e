import { isDay, isId, isZone } from '@convener/kernel';
import { RULE } from '@convener/schedule';
import { applyDecorators } from '@nestjs/common';
import { ApiProperty, type ApiPropertyOptions } from '@nestjs/swagger';
import { Transform } from 'class-transformer';
import { IsOptional, IsUUID, ValidateBy, ValidateIf, type ValidationOptions } from 'class-validator';

/**
 * A rule of our own; its words for people stand in validation-texts.ts under `name`, and `schema` says it to programs
 * in the OpenAPI document.
 */
function rule(
  name: string,
  schema: ApiPropertyOptions,
  validate: (value: unknown) => boolean,
  options?: ValidationOptions,
  args: unknown[] = [],
) {
  const validator = { validate, defaultMessage: () => `${name} fails` };
  return applyDecorators(ApiProperty(schema), ValidateBy({ name, constraints: args, validator }, options));
}

/** The field may be left out, but null is refused. */
export const IfGiven = () => ValidateIf((_, value) => value !== undefined);

/** The field may be left out or null (which clears it). */
export const OrNull = () => IsOptional();

/** The field must be there, and may be null. */
export const NullOr = () => ValidateIf((_, value) => value !== null);

/** A day that exists, as YYYY-MM-DD. */
export const IsCalendarDay = (options?: ValidationOptions) => rule('calendarDay', { format: 'date' }, isDay, options);

const TIME_OF_DAY = /^([01]\d|2[0-3]):[0-5]\d$/;

/** A wall time, as HH:MM. */
export const IsTimeOfDay = (options?: ValidationOptions) =>
  rule(
    'timeOfDay',
    { pattern: TIME_OF_DAY.source },
    (value) => typeof value === 'string' && TIME_OF_DAY.test(value),
    options,
  );

/** A schedule rule, such as `opening - 30 days`. */
export const IsDayRule = (options?: ValidationOptions) =>
  rule('dayRule', { pattern: RULE.source }, (value) => typeof value === 'string' && RULE.test(value), options);

/** Where a row stands in its standard, or among a house's own. */
const PLACE = /^[a-z0-9-]{1,60}\/[A-Za-z0-9.~/-]{1,120}$/;
export const IsPlace = (options?: ValidationOptions) => rule('place', { pattern: PLACE.source }, isPlace, options);

/** Several of them, at most `most`. */
export const IsPlaces = (most: number) =>
  rule(
    'places',
    { type: 'array', items: { type: 'string', pattern: PLACE.source }, maxItems: most },
    (value) => Array.isArray(value) && value.length <= most && value.every(isPlace),
  );

function isPlace(value: unknown): boolean {
  return typeof value === 'string' && PLACE.test(value);
}

/** An IANA time zone that this server knows. */
export const IsZone = (options?: ValidationOptions) => rule('zone', {}, isZone, options);

/** A UUID. For ids in the path use IdPipe. */
export const IsId = (options?: ValidationOptions) =>
  applyDecorators(ApiProperty({ format: 'uuid' }), IsUUID('all', options));

const LONGEST_LINK = 2000;
/** Also with Chinese in it, which `format: uri` would forbid. */
const WEB_LINK = /^[hH][tT][tT][pP][sS]?:\/\/\S.*$/;

/** An http(s) address: anything else could run script when it is shown as a link. */
export const IsWebLink = (options?: ValidationOptions) =>
  rule('webLink', { pattern: WEB_LINK.source, maxLength: LONGEST_LINK }, isWebLink, options);

/** An object of days by name, such as a project's anchors. */
export const IsDayRecord = () =>
  rule('dayRecord', { type: 'object', additionalProperties: { type: 'string', format: 'date' } }, (value) =>
    isRecordOf(value, isDay),
  );

/** The same for changes of them: null goes back to what holds without a day. */
export const IsDayChangeRecord = () =>
  rule(
    'dayChangeRecord',
    { type: 'object', additionalProperties: { type: 'string', format: 'date', nullable: true } },
    (value) => isRecordOf(value, (entry) => entry === null || isDay(entry)),
  );

const LONGEST_ANSWER = 200;
/** How the OpenAPI document words an object of texts and yes/no. */
export const ANSWERS: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string', maxLength: LONGEST_ANSWER }, { type: 'boolean' }] },
};

/** A text or yes/no, such as one answer to an option. */
export const IsAnswer = () =>
  rule('answer', { oneOf: [{ type: 'string', maxLength: LONGEST_ANSWER }, { type: 'boolean' }] }, isAnswer);

const MOST_KEPT = 500;

/** What is taken over from somewhere: all of it (true), nothing, or these ids. */
export const IsKept = () =>
  rule(
    'kept',
    { oneOf: [{ type: 'boolean' }, { type: 'array', items: { type: 'string', format: 'uuid' }, maxItems: MOST_KEPT }] },
    (value) =>
      typeof value === 'boolean' ||
      (Array.isArray(value) && value.length <= MOST_KEPT && value.every((id) => isId(id))),
  );

/** An object of texts and yes/no by name, such as a project's options. */
export const IsAnswerRecord = () => rule('answerRecord', ANSWERS, (value) => isRecordOf(value, isAnswer));

const ANSWER_CHANGES: ApiPropertyOptions = {
  type: 'object',
  additionalProperties: { oneOf: [{ type: 'string', maxLength: LONGEST_ANSWER }, { type: 'boolean' }], nullable: true },
};

/** The same for changes of them: null takes an answer back. */
export const IsAnswerChangeRecord = () =>
  rule('answerChangeRecord', ANSWER_CHANGES, (value) =>
    isRecordOf(value, (entry) => entry === null || isAnswer(entry)),
  );

/** An object of short texts by name, such as what was chosen of a document. */
export const IsTextRecord = () =>
  rule('textRecord', { type: 'object', additionalProperties: { type: 'string', maxLength: LONGEST_ANSWER } }, (value) =>
    isRecordOf(value, (entry) => typeof entry === 'string' && entry.length <= LONGEST_ANSWER),
  );

const LONGEST_GIVEN = 2000;
export const CELL_KINDS = [{ type: 'string', maxLength: LONGEST_GIVEN }, { type: 'number' }, { type: 'boolean' }];
/** How the OpenAPI document words the cells of a row by column. */
export const CELLS: ApiPropertyOptions = { type: 'object', additionalProperties: { oneOf: CELL_KINDS } };

/** The cells of a row by column; null empties one. What each may hold its column says. */
export const IsCellRecord = () =>
  rule('cellRecord', { type: 'object', additionalProperties: { oneOf: CELL_KINDS, nullable: true } }, (value) =>
    isRecordOf(value, isCell),
  );

function isCell(value: unknown): boolean {
  if (typeof value === 'string') return [...value].length <= LONGEST_GIVEN;
  return value === null || typeof value === 'boolean' || (typeof value === 'number' && Number.isFinite(value));
}

function isAnswer(value: unknown): boolean {
  return typeof value === 'boolean' || (typeof value === 'string' && value.length <= LONGEST_ANSWER);
}

/**
 * Text from people: trimmed, not empty, at most `max` characters, no control characters; line breaks and tabs only
 * with `lines`.
 */
export function Text({ max, lines = false }: { max: number; lines?: boolean }, options?: ValidationOptions) {
  const trim = Transform(({ value }: { value: unknown }) =>
    Array.isArray(value) ? value.map(trimmed) : trimmed(value),
  );
  return applyDecorators(
    trim,
    rule('text', { minLength: 1, maxLength: max }, (value) => isText(value, max, lines), options, [max]),
  );
}

function trimmed(value: unknown): unknown {
  return typeof value === 'string' ? value.trim() : value;
}

function isText(value: unknown, max: number, lines: boolean): boolean {
  if (typeof value !== 'string' || value === '' || [...value].length > max) return false;
  return !/\p{Cc}|\p{Cs}/u.test(lines ? value.replace(/[\n\r\t]/g, '') : value);
}

function isWebLink(value: unknown): boolean {
  return typeof value === 'string' && value.length <= LONGEST_LINK && WEB_LINK.test(value) && URL.canParse(value);
}

function isRecordOf(value: unknown, isEntry: (entry: unknown) => boolean): boolean {
  if (typeof value !== 'object' || value === null || Array.isArray(value)) return false;
  const entries = Object.values(value);
  return entries.length <= 100 && entries.every(isEntry);
}

import { badRequest, CallerError } from '@convener/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';
import { ApiHeader } from '@nestjs/swagger';

const ETAG = /^(?:W\/)?"(\d{1,9})"$/;

/** In OpenAPI, where the header makes the generated client ask for it and describes 412 and 428. */
export const IF_MATCH = 'If-Match';

const documented =
  (required: boolean): ParameterDecorator =>
  (target, method) => {
    const route = method === undefined ? undefined : Object.getOwnPropertyDescriptor(target, method);
    if (method === undefined || !route) return;
    ApiHeader({
      name: IF_MATCH,
      required,
      description: 'The `version` last seen, in quotes, such as `"7"`; `*` overwrites whatever is there.',
      schema: { type: 'string', pattern: ETAG.source.replace('^', '^\\*$|^') },
      example: '"1"',
    })(target, method, route);
  };

const givenVersion = (context: ExecutionContext): string | undefined =>
  context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>().headers['if-match'];

function read(given: string): number | null {
  if (given === '*') return null;
  const version = ETAG.exec(given)?.[1];
  if (version === undefined) throw badVersion();
  return Number(version);
}

/**
 * What an edit last saw, by `If-Match: "7"` (RFC 9110); null for `*`, whatever it is now. 428 without: two people who
 * edit at once must not undo each other unknowingly.
 */
export const SeenVersion = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | null => {
    const given = givenVersion(context);
    if (given === undefined) throw versionMissing();
    return read(given);
  },
  [documented(true)],
);

/** What a tap saw that may arrive much later, from a phone that was offline; null where it names nothing. */
export const SeenVersionIfGiven = createParamDecorator(
  (_: unknown, context: ExecutionContext): number | null => {
    const given = givenVersion(context);
    return given === undefined ? null : read(given);
  },
  [documented(false)],
);

/**
 * The edit's answer; where it is refused because somebody else was faster (412), the refusal also carries the present
 * state as `look` shows it to the caller, and its version.
 */
export async function orCurrent<T>(edit: Promise<T>, look: () => Promise<{ version: number }>): Promise<T> {
  try {
    return await edit;
  } catch (error) {
    if (!(error instanceof CallerError) || error.status !== 412) throw error;
    const current = await look();
    throw new CallerError(412, error.type, error.text, [], { version: current.version, current });
  }
}

const versionMissing = () =>
  new CallerError(428, 'version-missing', {
    zh: '請以 If-Match 標頭送出您看到的版本，例如 If-Match: "7"；版本號是資料的 version 欄位。',
    en: 'Send the version that you saw in the If-Match header, such as If-Match: "7". It is the field `version`.',
  });

const badVersion = () =>
  badRequest('bad-if-match', {
    zh: 'If-Match 標頭應為 "版本號"。',
    en: 'If-Match must hold a version in quotes, such as "7".',
  });

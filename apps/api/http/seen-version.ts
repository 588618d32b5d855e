import { badRequest } from '@convener/kernel';
import { createParamDecorator, type ExecutionContext } from '@nestjs/common';

const ETAG = /^(?:W\/)?"(\d{1,9})"$/;

/** The version in `If-Match: "7"`, by which an edit says what it last saw (RFC 9110); null where the header is missing or `*`. */
export const SeenVersion = createParamDecorator((_: unknown, context: ExecutionContext): number | null => {
  const header = context.switchToHttp().getRequest<{ headers: Record<string, string | undefined> }>().headers[
    'if-match'
  ];
  if (header === undefined || header === '*') return null;
  const version = ETAG.exec(header)?.[1];
  if (version === undefined) {
    throw badRequest('bad-if-match', {
      zh: 'If-Match 標頭應為 "版本號"。',
      en: 'If-Match must hold a version in quotes, such as "7".',
    });
  }
  return Number(version);
});

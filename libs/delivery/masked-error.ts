import { maskUrl } from '@convener/platform';

const MOST = 300;
const ADDRESS = /[^\s<>@"':,;]+@([^\s<>@"':,;]+)/g;
const URLS = /[a-z][a-z0-9+.-]*:\/\/\S+/gi;
/** Long unbroken words may be keys or encoded credentials. */
const KEY = /[A-Za-z0-9+/=_-]{32,}/g;

/** What a mail server said, fit for an operator's list: in one line, without addresses of people, passwords and keys. */
export function maskedError(text: string): string {
  const masked = text
    .replace(URLS, (url) => maskUrl(url))
    .replace(ADDRESS, '•••@$1')
    .replace(KEY, '•••')
    .replace(/\s+/g, ' ')
    .trim();
  return masked.length > MOST ? `${masked.slice(0, MOST - 1)}…` : masked;
}

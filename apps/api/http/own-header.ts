import { CallerError } from '@convener/kernel';

/** The header that our own clients send with every change. */
export const OWN_HEADER = 'X-Requested-With';
export const OWN_HEADER_VALUE = 'convener';

/** Methods that change nothing (RFC 9110, 9.2.1). */
const SAFE = new Set(['GET', 'HEAD', 'OPTIONS']);

/**
 * A mail program's own server ends mails with one click (RFC 8058) and knows nothing of our header. It needs none: what
 * it may do stands in the secret of its address, not in a cookie that another site's page could borrow.
 */
export const ONE_CLICK = /^\/api\/unsubscribe\/[\w-]+(?:\?|$)/;

/**
 * Whether a request to the API would change something without the header of our own. Another site's form can't send a
 * header at all, and its script only after a preflight, which we never answer: so a change that carries it was not
 * asked for by somebody else's page, also in a browser that tells neither Origin nor Sec-Fetch-Site.
 */
export function lacksOwnHeader(request: {
  method: string;
  url: string;
  headers: Record<string, string | string[] | undefined>;
}): boolean {
  if (SAFE.has(request.method) || !/^\/api(?:[/?]|$)/.test(request.url)) return false;
  if (request.method === 'POST' && ONE_CLICK.test(request.url)) return false;
  return request.headers[OWN_HEADER.toLowerCase()] !== OWN_HEADER_VALUE;
}

export function withoutOwnHeader(): CallerError {
  const header = `${OWN_HEADER}: ${OWN_HEADER_VALUE}`;
  return new CallerError(403, 'header-missing', {
    zh: `更改資料的請求要帶標頭「${header}」，以防其他網站冒用您的登入。`,
    en: `A request that changes something must carry the header "${header}", so that no other site can use your sign-in.`,
  });
}

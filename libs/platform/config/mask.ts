const DOTS = '••••••';
/** Up to the last @ anywhere: a password may itself hold @, : and /, and it is better to hide too much. */
const PASSWORD_IN_URL = /^([a-z][a-z0-9+.-]*:\/\/[^:/?#@]*):.*@/i;
const PASSWORD_IN_QUERY = /([?&](?:password|pass|auth|token)=)[^&#]*/gi;

/** A URL fit for the eyes of whoever looks over the shoulder: passwords in it become dots. */
export function maskUrl(url: string): string {
  return url.replace(PASSWORD_IN_URL, `$1:${DOTS}@`).replace(PASSWORD_IN_QUERY, `$1${DOTS}`);
}

/** What is shown of a secret: always the same dots, so that not even its length is told. */
export const MASKED = DOTS;

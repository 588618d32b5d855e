import { createHash, randomBytes } from 'node:crypto';

/** A new secret for a link or a cookie: 256 random bits as URL-safe text of 43 characters. */
export function newToken(): string {
  return randomBytes(32).toString('base64url');
}

/**
 * What is stored of a token. A plain hash is enough for 256 random bits: nobody can try them all, and a stolen
 * database opens no session.
 */
export function hashToken(token: string): string {
  return createHash('sha256').update(token).digest('hex');
}

import { isIP } from 'node:net';
import { buildMessage, ValidateBy } from 'class-validator';

const byRule = (name: string, says: string, holds: (text: string) => boolean): PropertyDecorator =>
  ValidateBy({
    name,
    validator: {
      validate: (value) => typeof value === 'string' && holds(value),
      defaultMessage: buildMessage(() => `must be ${says}`),
    },
  });

const urlOf = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);

/** A URL of one of these schemes (without colon). */
export const IsUrlOf = (...schemes: string[]): PropertyDecorator =>
  byRule('isUrlOf', `a URL starting with ${schemes.map((scheme) => `${scheme}://`).join(' or ')}`, (text) => {
    const url = urlOf(text);
    return url !== null && schemes.includes(url.protocol.slice(0, -1)) && text.includes('://');
  });

/** An http(s) address without path, query or password: links are made by putting a path behind it. */
export const IsOrigin = (): PropertyDecorator =>
  byRule('isOrigin', 'an address such as https://convener.example.org, without a path', (text) => {
    const url = urlOf(text);
    return url !== null && /^https?:$/.test(url.protocol) && url.href === `${url.origin}/`;
  });

/** `name@host` or `Name <name@host>`. */
export const IsMailFrom = (): PropertyDecorator =>
  byRule('isMailFrom', 'an address such as Convener <convener@example.org>', (text) =>
    /^(?:[^<>\r\n]*<[^\s<>@]+@[^\s<>@]+>|[^\s<>@]+@[^\s<>@]+)$/.test(text),
  );

const NAMED_NETWORKS = ['loopback', 'linklocal', 'uniquelocal'];

function isNetwork(text: string): boolean {
  const [address = '', bits, ...more] = text.split('/');
  const version = isIP(address);
  if (NAMED_NETWORKS.includes(text)) return true;
  if (version === 0 || more.length > 0) return false;
  return bits === undefined || (/^\d{1,3}$/.test(bits) && Number(bits) <= (version === 4 ? 32 : 128));
}

/** Comma-separated IP addresses, CIDR ranges, or the words loopback, linklocal, uniquelocal. */
export const IsNetworkList = (): PropertyDecorator =>
  byRule(
    'isNetworkList',
    'IP addresses or CIDR ranges, comma-separated (or loopback, linklocal, uniquelocal)',
    (text) => text.split(',').every((part) => isNetwork(part.trim())),
  );

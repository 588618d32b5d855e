import { isIPv6 } from 'node:net';

/** What IPv4 addresses look like where a server listens on both. */
const MAPPED = /^::ffff:(\d+\.\d+\.\d+\.\d+)$/i;

/**
 * The part of an address that stands for one place: an IPv4 address, or the first 64 bits of an IPv6 one, the rest of
 * which a device chooses anew every day and an attacker as often as they like.
 */
export function networkOf(address: string): string {
  const mapped = MAPPED.exec(address)?.[1];
  if (mapped) return mapped;
  const [plain = ''] = address.split('%');
  if (!isIPv6(plain)) return address;
  const [head = '', tail] = plain.split('::');
  const before = head === '' ? [] : head.split(':');
  const after = tail ? tail.split(':') : [];
  const zeros = tail === undefined ? 0 : 8 - before.length - after.length;
  const groups = [...before, ...Array.from({ length: zeros }, () => '0'), ...after];
  const short = groups.slice(0, 4).map((group) => Number.parseInt(group, 16).toString(16));
  return `${short.join(':')}::/64`;
}

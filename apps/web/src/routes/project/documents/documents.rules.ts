import type { MadeDocument, OfferedDocument } from '../../../api/types';

/** The groups in which documents are offered, each with what stands in it. */
export function grouped(
  offered: readonly OfferedDocument[],
): { group: OfferedDocument['group']; documents: OfferedDocument[] }[] {
  const groups = [...new Set(offered.map(({ group }) => group))];
  return groups.map((group) => ({ group, documents: offered.filter((one) => one.group === group) }));
}

/** Whether somebody waits for it, so that the page asks again. */
export const isUnderWay = ({ state }: Pick<MadeDocument, 'state'>) => state === 'waiting' || state === 'making';

/** The newest file of each format and language, the newest first. */
export function latestOf(made: readonly MadeDocument[], kind: string): MadeDocument[] {
  const seen = new Set<string>();
  return made.filter((one) => {
    const key = `${one.format} ${one.language}`;
    if (one.kind !== kind || one.state !== 'ready' || seen.has(key)) return false;
    seen.add(key);
    return true;
  });
}

const KB = 1024;
const MB = KB * KB;

export function sizeOf(bytes: number): string {
  return bytes < MB ? `${Math.max(1, Math.round(bytes / KB))} KB` : `${(bytes / MB).toFixed(1)} MB`;
}

/** Only a path of this app: what a document says of where something is filled in never leads elsewhere. */
export const isOwnPath = (href: string) => /^\/(?![/\\])/.test(href);

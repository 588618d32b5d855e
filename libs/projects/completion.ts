import type { Bilingual } from '@convener/kernel';
import { type CheckState, type DeliverableStatus, isDecided, isSettled } from './transitions';

export interface ItemParts {
  deliverables: readonly { title: string; titleEn: string | null; status: DeliverableStatus }[];
  checks: readonly { code: string | null; text: string; state: CheckState }[];
}

/**
 * What a work item still lacks before it is done: deliverables that are not accepted, delivered or waived; and open
 * checks, where it has no deliverable or the project is strict. Empty means done.
 */
export function missingFor({ deliverables, checks }: ItemParts, strict: boolean): Bilingual[] {
  const unsettled = deliverables
    .filter((deliverable) => !isSettled(deliverable))
    .map(({ title, titleEn }) => ({
      zh: `交付項目「${title}」尚未完成`,
      en: `Deliverable "${titleEn ?? title}" is not settled`,
    }));
  const checksCount = deliverables.length === 0 || strict;
  return [...unsettled, ...(checksCount ? openChecks(checks) : [])];
}

/** Open checks, as a warning to whoever accepts. */
export function openChecks(checks: ItemParts['checks']): Bilingual[] {
  return checks
    .filter((check) => !isDecided(check))
    .map(({ code, text }) => ({
      zh: `驗收要點未確認：${named(code, text)}`,
      en: `Check still open: ${named(code, text)}`,
    }));
}

const named = (code: string | null, text: string) => (code === null ? text : `${code} ${text}`);

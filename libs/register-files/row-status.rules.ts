import type { Bilingual } from '@convener/kernel';
import type { RowStatus } from '@convener/registers';
import { foldedWord } from './mapping.rules';

export const STATUS_NAMES: Record<RowStatus, Bilingual> = {
  open: { zh: '未定', en: 'Open' },
  confirmed: { zh: '已確認', en: 'Confirmed' },
  dropped: { zh: '不採用', en: 'Dropped' },
};

const STATUSES = Object.entries(STATUS_NAMES) as [RowStatus, Bilingual][];

/** What a row's status is called; null where it is called nothing of the kind. */
export function readStatus(text: string): RowStatus | null {
  const word = foldedWord(text);
  const found = STATUSES.find(([status, { zh, en }]) => [status, zh, en].some((name) => foldedWord(name) === word));
  return found ? found[0] : null;
}

export const NO_STATUS: Bilingual = {
  zh: `狀態應該是其中之一：${STATUSES.map(([, { zh }]) => zh).join('、')}。`,
  en: `The status must be one of: ${STATUSES.map(([, { en }]) => en).join(', ')}.`,
};

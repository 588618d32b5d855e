import { useState } from 'react';
import type { Cue } from '../../../api/types';
import { useI18n } from '../../../i18n';
import { useKeys } from '../../../keys';

interface Does {
  mayEdit: boolean;
  mayCall: boolean;
  onNew: () => void;
  onOpen: (cue: Cue) => void;
  onDelay: (cue: Cue) => void;
  onCopy: (cue: Cue) => void;
}

/** The run sheet by keyboard alone: up and down, and what can be done with the row under the cursor. */
export function useSheetKeys(cues: readonly Cue[], { mayEdit, mayCall, onNew, onOpen, onDelay, onCopy }: Does) {
  const { t } = useI18n();
  const [cursor, setCursor] = useState<string | null>(null);
  const at = cues.findIndex(({ id }) => id === cursor);
  const step = (by: number) => () => {
    const next = cues[Math.max(0, Math.min(cues.length - 1, at < 0 ? 0 : at + by))];
    if (!next) return;
    setCursor(next.id);
    document.getElementById(`cue-${next.id}`)?.scrollIntoView({ block: 'nearest' });
  };
  const here = (run: (cue: Cue) => void) => () => {
    const cue = cues[at];
    if (cue) run(cue);
  };
  useKeys(t('runSheet.keys.title'), [
    { key: 'j', label: t('list.keys.next'), run: step(1) },
    { key: 'k', label: t('list.keys.previous'), run: step(-1) },
    ...(mayEdit
      ? [
          { key: 'n', label: t('runSheet.add'), run: onNew },
          { key: 'e', label: t('runSheet.edit'), run: here(onOpen) },
          { key: 'c', label: t('runSheet.duplicate'), run: here(onCopy) },
        ]
      : []),
    ...(mayCall ? [{ key: 'd', label: t('runSheet.delay.word'), run: here(onDelay) }] : []),
  ]);
  return cursor;
}

import { useState } from 'react';
import { api } from '../../api/client';
import type { MyWork } from '../../api/types';
import { finishingEntry, finishOf, unfinishOf, wasRefused } from '../../offline/finishing.rules';
import { tap, undo } from '../../offline/outbox';
import { mayUndo } from '../../offline/outbox.rules';
import { useOutbox } from '../../offline/useWaiting';

/**
 * Finishing rows by one tap, and taking it back. What was finished here stays in its place until the page is left, so that
 * a thumb that slipped finds it again.
 */
export function useTicks() {
  const entries = useOutbox();
  const [kept, setKept] = useState<ReadonlyMap<string, MyWork>>(new Map());
  const [ticked, setTicked] = useState<ReadonlySet<string>>(new Set());
  const withdraw = api.useMutation('post', '/api/deliverables/{id}/withdraw');
  const mark = (id: string, on: boolean) =>
    setTicked((now) => new Set(on ? [...now, id] : [...now].filter((one) => one !== id)));
  const asked = (row: MyWork) => ({
    projectId: row.projectId,
    itemId: row.id,
    title: { zh: row.title, en: row.titleEn },
  });

  const tick = (row: MyWork) => {
    const change = finishOf(row);
    if (!change) return;
    setKept((now) => new Map([...now, [row.id, row]]));
    mark(row.id, true);
    void tap({ ...asked(row), change });
  };

  const untick = (row: MyWork) => {
    // As it was before it was finished: the server may have said otherwise since.
    const before = kept.get(row.id) ?? row;
    const waits = finishingEntry(before, entries);
    const change = unfinishOf(before);
    // A delivery that is on the wire this very moment: only once it has arrived can the server take it back.
    if (waits && !mayUndo(waits) && !change) return;
    mark(row.id, false);
    if (waits && mayUndo(waits)) return void undo(waits.id);
    if (change) return void tap({ ...asked(before), change });
    const id = before.next?.part?.id;
    if (id) withdraw.mutate({ params: { path: { id } } }, { onError: () => mark(row.id, true) });
  };

  return {
    tick,
    untick,
    kept: [...kept.values()],
    isTicked: (row: MyWork) =>
      !wasRefused(kept.get(row.id) ?? row, entries) && (ticked.has(row.id) || finishingEntry(row, entries) !== null),
  };
}

export type Ticks = ReturnType<typeof useTicks>;

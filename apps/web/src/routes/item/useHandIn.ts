import { useMutation } from '@tanstack/react-query';
import type { Deliverable, WorkItem } from '../../api/types';
import { deliver } from '../../offline/outbox';

interface Options {
  /** The form shows a refusal itself. */
  quiet?: boolean;
  onSuccess?: (how: 'sent' | 'waits') => void;
}

/** Hands a deliverable in: now, or from this device once the server can be reached. */
export function useHandIn({ id, version, status, accepter, ...named }: Deliverable, item: WorkItem, options: Options) {
  const { quiet, onSuccess } = options;
  return useMutation({
    mutationFn: (evidence: { note?: string; link?: string }) =>
      deliver({
        projectId: item.projectId,
        itemId: item.id,
        title: { zh: named.title, en: named.titleEn },
        change: { kind: 'submit', id, ...evidence, delivers: accepter === null, seen: [status], version },
      }),
    // The outbox itself repeats, and fetches what it changed.
    retry: false,
    meta: { quiet, ownRefresh: true },
    onSuccess,
  });
}

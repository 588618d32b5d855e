import { useState } from 'react';
import { api } from '../../api/client';
import { ifMatch } from '../../api/edit';
import { currentOf } from '../../api/problem';
import type { AcceptanceCard } from '../../api/types';

/** What became of the last decision, until the next. */
export interface Outcome {
  card: AcceptanceCard;
  is: 'working' | 'accepted' | 'returned' | 'taken' | 'refused';
  error: unknown;
}

/**
 * Accepts and returns. What is decided leaves the queue at once, and comes back where the server refuses: somebody was
 * faster, or it is another version than the one that was looked at.
 */
export function useDecisions(go: (id: string | undefined) => void) {
  const [decided, setDecided] = useState<ReadonlySet<string>>(new Set());
  const [outcome, setOutcome] = useState<Outcome | null>(null);
  const accept = api.useMutation('post', '/api/deliverables/{id}/accept', { meta: { quiet: true } });
  const giveBack = api.useMutation('post', '/api/deliverables/{id}/return', { meta: { quiet: true } });
  const takeBack = api.useMutation('post', '/api/deliverables/{id}/unaccept', { meta: { quiet: true } });

  const mark = (id: string, isDecided: boolean) =>
    setDecided((now) => new Set(isDecided ? [...now, id] : [...now].filter((one) => one !== id)));
  const about = ({ deliverable }: AcceptanceCard) => ({
    params: { path: { id: deliverable.id }, header: ifMatch(deliverable) },
  });
  const refused = (card: AcceptanceCard) => (error: unknown) => {
    mark(card.deliverable.id, false);
    // Gone from the queue unless it is still to be decided: then its newest version is shown.
    if (currentOf(error)) go(card.deliverable.id);
    setOutcome({ card, is: 'refused', error });
  };

  return {
    decided,
    outcome,
    accept: (card: AcceptanceCard) => {
      mark(card.deliverable.id, true);
      setOutcome({ card, is: 'working', error: null });
      accept.mutateAsync(about(card)).then(() => setOutcome({ card, is: 'accepted', error: null }), refused(card));
    },
    /** Rejects where the server refuses, so that the dialog stays with what was typed. */
    giveBack: async (card: AcceptanceCard, reason: string) => {
      await giveBack.mutateAsync({ ...about(card), body: { reason } });
      mark(card.deliverable.id, true);
      setOutcome({ card, is: 'returned', error: null });
    },
    takeBack: (card: AcceptanceCard) => {
      setOutcome({ card, is: 'working', error: null });
      takeBack.mutateAsync({ params: { path: { id: card.deliverable.id } } }).then(
        () => {
          mark(card.deliverable.id, false);
          go(card.deliverable.id);
          setOutcome({ card, is: 'taken', error: null });
        },
        (error: unknown) => setOutcome({ card, is: 'refused', error }),
      );
    },
  };
}

export type Decisions = ReturnType<typeof useDecisions>;

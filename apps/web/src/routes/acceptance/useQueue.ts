import { getRouteApi } from '@tanstack/react-router';
import { useState } from 'react';
import type { AcceptanceCard } from '../../api/types';
import { afterLeaving, inOrder, shownOf, stepFrom } from './queue.rules';
import { useDecisions } from './useDecisions';

const route = getRouteApi('/inside/acceptance');

/** The queue as it is gone through: what is shown, and every step from there. */
export function useQueue(all: readonly AcceptanceCard[]) {
  const { at, order = 'age' } = route.useSearch();
  const navigate = route.useNavigate();
  const [skipped, setSkipped] = useState<readonly string[]>([]);
  const go = (id: string | undefined) =>
    void navigate({ search: (now) => ({ ...now, at: id }), replace: true, resetScroll: true });
  const decisions = useDecisions(go);
  const cards = inOrder(all, { order, decided: decisions.decided, skipped });
  const shown = shownOf(cards, at);
  const leave = (card: AcceptanceCard) => go(afterLeaving(cards, card));
  return {
    ...{ cards, shown, go, decisions },
    step: (by: number) => go(stepFrom(cards, shown, by)),
    skip: () => {
      if (!shown || cards.length < 2) return;
      leave(shown);
      setSkipped((now) => [...now.filter((id) => id !== shown.deliverable.id), shown.deliverable.id]);
    },
    accept: () => {
      if (!shown) return;
      leave(shown);
      decisions.accept(shown);
    },
    giveBack: async (card: AcceptanceCard, reason: string) => {
      await decisions.giveBack(card, reason);
      if (card.deliverable.id === shown?.deliverable.id) leave(shown);
    },
  };
}

export type Queue = ReturnType<typeof useQueue>;

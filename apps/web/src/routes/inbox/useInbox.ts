import { useState } from 'react';
import { api } from '../../api/client';
import type { Message } from '../../api/types';

/** What was just put away or laid back, until the next time. */
interface Last {
  message: Message;
  done: boolean;
}

/** Putting messages away and laying them back: at once on screen, and undone where the server refuses. */
export function useInbox() {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set());
  const [last, setLast] = useState<Last | null>(null);
  const done = api.useMutation('post', '/api/me/inbox/{id}/done');
  const back = api.useMutation('post', '/api/me/inbox/{id}/not-done');
  const hide = (id: string, hidden: boolean) =>
    setGone((now) => new Set(hidden ? [...now, id] : [...now].filter((one) => one !== id)));

  /** `isUndo`: it comes back to the list that is open instead of leaving it. */
  const move = (message: Message, toDone: boolean, isUndo: boolean) => {
    const { id } = message;
    hide(id, !isUndo);
    setLast(isUndo ? null : { message, done: toDone });
    (toDone ? done : back).mutate(
      { params: { path: { id } } },
      {
        onError: () => {
          hide(id, isUndo);
          setLast(isUndo ? { message, done: !toDone } : null);
        },
      },
    );
  };
  return {
    last,
    left: (messages: readonly Message[]) => messages.filter(({ id }) => !gone.has(id)),
    putAway: (message: Message) => move(message, true, false),
    layBack: (message: Message) => move(message, false, false),
    undo: () => {
      if (last) move(last.message, !last.done, true);
    },
  };
}

export type InboxMoves = ReturnType<typeof useInbox>;

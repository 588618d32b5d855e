import type { ReactNode } from 'react';

export interface Question {
  title: string;
  content?: ReactNode;
  okText: string;
  /** Missing where there is only something to read. */
  cancelText?: string;
  danger?: boolean;
}

export type Asked = Question & { answer: (yes: boolean) => void };

let asked: Asked | null = null;
const listeners = new Set<() => void>();

function show(next: Asked | null) {
  asked = next;
  listeners.forEach((listener) => listener());
}

/** The one question that stands over the page, if any. */
export const question = {
  subscribe: (listener: () => void) => {
    listeners.add(listener);
    return () => void listeners.delete(listener);
  },
  snapshot: () => asked,
  /** Resolves with whether its reader agreed. A question that another takes the place of is answered with no. */
  ask: (given: Question): Promise<boolean> =>
    new Promise((resolve) => {
      asked?.answer(false);
      const answer = (yes: boolean) => {
        show(null);
        resolve(yes);
      };
      show({ ...given, answer });
    }),
};

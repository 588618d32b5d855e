import type { ReactNode } from 'react';
import { cell } from './cell';

export interface Question {
  title: string;
  content?: ReactNode;
  okText: string;
  /** Missing where there is only something to read. */
  cancelText?: string;
  danger?: boolean;
}

export type Asked = Question & { answer: (yes: boolean) => void };

const asked = cell<Asked | null>(null);

/** The one question that stands over the page, if any. */
export const question = {
  subscribe: asked.subscribe,
  snapshot: asked.snapshot,
  /** Resolves with whether its reader agreed. A question that another takes the place of is answered with no. */
  ask: (given: Question): Promise<boolean> =>
    new Promise((resolve) => {
      asked.snapshot()?.answer(false);
      const answer = (yes: boolean) => {
        asked.set(null);
        resolve(yes);
      };
      asked.set({ ...given, answer });
    }),
};

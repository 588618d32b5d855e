import { useState } from 'react';

/** What was typed into a cell and is not kept yet: on its way, or refused for a reason. */
export interface Draft {
  text: string;
  error: string | null;
}

/** By row, then by column. */
type Drafts = Readonly<Record<string, Readonly<Record<string, Draft>>>>;

/** Texts of cells by column, as they were typed. */
export type Typed = Record<string, string>;

/** What stands in cells until the server has kept it. */
export function useDrafts() {
  const [drafts, setDrafts] = useState<Drafts>({});
  return {
    drafts,
    note: (rowId: string, typed: Typed, error: string | null) =>
      setDrafts((now) => {
        const texts = Object.entries(typed).map(([key, text]): [string, Draft] => [key, { text, error }]);
        return { ...now, [rowId]: { ...now[rowId], ...Object.fromEntries(texts) } };
      }),
    drop: (rowId: string, keys: readonly string[]) =>
      setDrafts((now) => {
        const left = Object.entries(now[rowId] ?? {}).filter(([key]) => !keys.includes(key));
        return { ...now, [rowId]: Object.fromEntries(left) };
      }),
  };
}

import type { ReactNode } from 'react';

/** One term and its value, inside a `<dl className="fact-list">`. */
export function Fact({ term, children }: { term: ReactNode; children: ReactNode }) {
  return (
    <div>
      <dt>{term}</dt>
      <dd>{children}</dd>
    </div>
  );
}

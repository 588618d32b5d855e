import type { ReactNode } from 'react';

interface Props {
  title: string;
  text?: string;
  /** Heading level: 1 where the empty state is the whole page. */
  level?: 1 | 2;
  children?: ReactNode;
}

/** Says what would stand here and what to do about it. */
export function EmptyState({ title, text, level = 2, children }: Props) {
  const Heading = level === 1 ? 'h1' : 'h2';
  return (
    <section className="empty-state">
      <Heading>{title}</Heading>
      {text && <p>{text}</p>}
      {children && <div className="empty-state-actions">{children}</div>}
    </section>
  );
}
